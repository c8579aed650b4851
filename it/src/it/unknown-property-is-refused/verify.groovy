String log = new File(basedir, 'build.log').text
assert log.contains('There is no property schema.traget. Did you mean -Dschema.target?')
assert log.contains('There is no property schema.user. Did you mean -Dschema.username?')
assert log.contains('There is no property schema.jbdc.ssl. Did you mean -Dschema.jdbc.ssl?')
assert log.count('No goal of this plugin has a property schema.colour.') == 1
assert !new File(basedir, 'target/db.mv.db').exists()
