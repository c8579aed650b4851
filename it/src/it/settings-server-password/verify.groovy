String log = new File(basedir, 'build.log').text
assert log.contains('username: ada  from the server plain-db')
assert log.contains('The password of server example-db in settings.xml cannot be decrypted')
assert log.contains('There is no server with the id nobody, which is from -Dschema.server.')
assert log.contains('Cannot connect to ')
assert !log.contains('tr0ub4dor')
assert log.readLines().findAll { it.contains('wr0ngs3cret') && !it.contains('-Dschema.password') }.isEmpty()
assert new File(basedir, 'target/up.sql').text.contains('CREATE TABLE users')
assert log.readLines().count { it.contains('A password stands on the command line (-Dschema.password)') } == 1
