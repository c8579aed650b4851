File schema = new File(basedir, 'src/main/schema')
assert new File(schema, 'schema.yaml').isFile()
assert new File(schema, 'versions').list().any { it.contains('8f4b2c1d90ae') }
assert new File(basedir, 'target/current.txt').text.contains('8f4b2c1d90ae')
