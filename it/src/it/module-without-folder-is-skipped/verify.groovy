String log = new File(basedir, 'build.log').text
assert log.contains('Skipped: There is no migration folder src/main/schema.')
assert log.contains('Skipped: There is no migration folder without/src/main/schema.')
assert log.contains('upgrade 3a5b0c1d2e4f (Users)  1 of 1')
assert log.contains('There is no migration folder src/main/schema. Type: mvn schema:upgrade -pl :with ' +
    '-Dschema.url=jdbc:h2:./target/db -Dschema.username=sa')
assert !log.contains('not marked @threadSafe') && !log.contains('not marked as thread-safe')
