import groovy.json.JsonSlurper

String file = 'src/main/schema/versions/3a5b0c1d2e4f_users.yaml'
String log = new File(basedir, 'build.log').text
assert log.contains("${file}:7:7: error: ")
assert log.contains("${file}:8:")
assert log.contains('      colums: []')
assert log.contains('MojoFailureException')
assert !log.contains('\tat ')

def report = new JsonSlurper().parse(new File(basedir, 'target/report.json'))
assert report.status == 'invalid'
assert report.diagnostics.every { it.file == file }
assert report.diagnostics.any { it.line == 7 && it.column == 7 && it.severity == 'error' }
