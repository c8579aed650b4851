String log = new File(basedir, 'build.log').text
assert log.count('the POM: error: There is no package org.example.nothing on the class path.') >= 2
assert log.contains('There are entities in org.example.blog. Looked at: app/target/classes, entities/target/classes, api/target/classes.')
assert log.contains('There are entities in org.example.blog. Looked at: app/target/classes, entities-1.0.jar, api-1.0.jar.')
// Maven 4 takes what an earlier build has packaged.
assert log.count('Looked at: app/target/classes, entities-1.0.jar, api-1.0.jar.') == 2 || log.contains('entities, api are modules of this build and not compiled in this run. ' +
    'Install them first: mvn install -DskipTests -am -pl :entities,:api')
assert log.contains('A target `jpa` is the entities of a project, and parent has none: its packaging is pom.')
