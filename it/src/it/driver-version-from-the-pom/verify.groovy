String log = new File(basedir, 'build.log').text
assert log.contains('server: H2 2.2')
assert log.contains('server: H2 2.5')
assert log.contains('No driver for jdbc:h2: could be had. Tried: com.h2database:h2:jar:0.0.1.')
assert log.contains('-Dschema.driver=com.h2database:h2:<version>')
