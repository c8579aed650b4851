String log = new File(basedir, 'build.log').text
for (goal in ['init', 'revision', 'upgrade', 'downgrade', 'plan', 'current', 'history', 'heads', 'show', 'stamp',
    'validate', 'help']) {
  assert log.contains("schema:${goal}")
}
for (name in ['target', 'sql', 'url', 'lockTimeout', 'jdbc', 'var', 'report']) {
  assert log =~ /(?m)^    ${name}\b/
}
// Everything that is said is said in words: no parameter without a text.
assert !log.contains('(no description available)')
