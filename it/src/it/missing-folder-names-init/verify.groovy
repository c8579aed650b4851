String log = new File(basedir, 'build.log').text
assert log.contains('There is no migration folder src/main/schema. To make one, type: mvn schema:init')
assert log.contains('There is no migration folder database. ' +
    'To make one, type: mvn schema:init -Dschema.directory=database')
assert log.contains('Skipped: schema.skip is set.')
