import groovy.json.JsonSlurper

def report(String name) {
  File file = new File(basedir, "target/${name}.json")
  assert file.text.startsWith('{\n  "status"')
  new JsonSlurper().parse(file)
}

assert report('first').status == 'ok'
assert report('first').goal == 'upgrade'
assert report('second').status in ['failed', 'partial']
assert report('second').error.contains('8f4b2c1d90ae')
assert report('third').status == 'invalid'
assert report('third').error.contains('jdbc:nothing:')
