String log = new File(basedir, 'build.log').text
assert log.count('The target `jpa` needs the class path of entities-need-a-class-path, and Maven cannot resolve it:') >= 2
assert log.contains('org.example:does-not-exist:jar:1.0: ')
assert log.contains('To see what asks for it: mvn dependency:tree')
assert !log.contains('nor-does-this-which-nobody-asks-for:jar:1.0:')
assert !log.contains('a defect of the plugin')
assert new File(basedir, 'target/check.json').text.contains('"status" : "failed"')
