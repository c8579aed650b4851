String log = new File(basedir, 'build.log').text
assert log.contains('-Dschema.jpa: error: An entity is not compiled: there is no class of src/main/java/org/example/blog/User.java.')
assert log.contains('hint: Compile the project: mvn compile schema:check -Dschema.jpa=org.example.blog')
assert log.contains('-Dschema.jpa: error: A source is newer than its class: src/main/java/org/example/blog/User.java ' +
    'is newer than target/classes/org/example/blog/User.class.')
assert log.contains('hint: Compile the project: mvn compile schema:revision -Dschema.jpa=org.example.blog ' +
    '-Dschema.message=Users -Dschema.autogenerate=true')
// Once each; what was compiled just now is taken as it is.
assert log.count('A source is newer than its class:') == 1
assert log.contains('There are entities in org.example.blog. Looked at: target/classes.')
assert log.contains('-Dschema.jpa: error: There is no JPA provider on the class path of the project.')
