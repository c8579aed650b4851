String log = new File(basedir, 'build.log').text
assert log.contains('upgrade 3a5b0c1d2e4f (Users)  1 of 1')
assert new File(basedir, 'target/current.txt').text.contains('3a5b0c1d2e4f')
assert new File(basedir, 'target/history.txt').text.contains('3a5b0c1d2e4f')
