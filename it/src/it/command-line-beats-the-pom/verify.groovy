assert new File(basedir, 'target/other.mv.db').exists()
assert !new File(basedir, 'target/db.mv.db').exists()
String log = new File(basedir, 'build.log').text
assert log.contains('url: jdbc:h2:./target/other  from -Dschema.url')
assert log.contains('username: other  from SCHEMA_USERNAME')
