String log = new File(basedir, 'build.log').text
assert log.contains('username: ada  from server plain-db in settings.xml')
assert log.contains('The password of server example-db in settings.xml cannot be decrypted')
assert log.contains('There is no server nobody in settings.xml.')
assert log.contains('Cannot connect to ')
assert !log.contains('tr0ub4dor')
assert log.readLines().findAll { it.contains('wr0ngs3cret') && !it.contains('-Dschema.password') }.isEmpty()
