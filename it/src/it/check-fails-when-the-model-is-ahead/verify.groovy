import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('There are differences between the chain and the model in src/main/schema/model:')
assert log.contains('added column users.phone: string(20)')
assert log.contains("Write a revision for that: mvn schema:revision -Dschema.autogenerate '-Dschema.message=<what it does>'")
assert log.contains('MojoFailureException')

assert new JsonSlurper().parse(new File(basedir, 'target/report.json')).status == 'pending'
