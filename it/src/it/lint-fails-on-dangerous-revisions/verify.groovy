import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('Lint found what must not go out like this:')
assert log.contains('dangerous/versions/0002_index.yaml:6:5: error: The index ix_orders_customer is built while writes to orders wait. [create-index-blocks-writes]')
assert log.contains('dangerous/versions/0003_customer_required.yaml:6:5: error: To make orders.customer NOT NULL')
assert log.contains('dangerous/versions/0003_customer_required.yaml:6:5: warning: It fails if a row has no value in orders.customer. [nullable-to-not-null]')
assert log.contains('dangerous/versions/0004_no_fax.yaml:6:5: warning: The column orders.fax is dropped. [drop-column]')
assert !log.contains('ix_countries_code') // Of 249 rows.
assert !log.contains('\tat ')

def report = new JsonSlurper().parse(new File(basedir, 'target/lint.json'))
assert report.status == 'invalid'
assert report.findings.findAll { it.level != 'note' }.collect { [it.file, it.line, it.rule] } == [
    ['dangerous/versions/0002_index.yaml', 6, 'create-index-blocks-writes'],
    ['dangerous/versions/0003_customer_required.yaml', 6, 'not-null-blocks'],
    ['dangerous/versions/0003_customer_required.yaml', 6, 'nullable-to-not-null'],
    ['dangerous/versions/0004_no_fax.yaml', 6, 'drop-column']]

def sarif = new JsonSlurper().parse(new File(basedir, 'target/lint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results[0].locations[0].physicalLocation.region == [startLine: 6, startColumn: 5]

def junit = new XmlSlurper().parse(new File(basedir, 'target/lint.xml'))
assert junit.@failures == '0'
assert junit.@skipped == '1'

// The review of the three, for who decides on them.
assert log.contains('Review of 3 revisions, those in the range b0000000000b:. Should not go out like this: 2 errors and 2 warnings.')
def dangerous = new JsonSlurper().parse(new File(basedir, 'target/dangerous.json'))
assert dangerous.revisions == ['b0000000000b', 'c0000000000c', 'd0000000000d']
assert [dangerous.errors, dangerous.warnings] == [2, 2]

String page = new File(basedir, 'target/dangerous.html').text
def html = new XmlSlurper(false, false, true).parseText(page)
assert html.body.main.'**'.findAll { it.name() == 'article' }*.@id*.text() == dangerous.revisions
assert page.contains('dangerous/versions/0003_customer_required.yaml:6:5')
assert page.contains('200,000,000')
assert dangerous.checksums.every { page.contains(it.value) }

String comment = new File(basedir, 'target/dangerous.md').text
assert comment.startsWith('<!-- schemachain:review -->\n## Schema: Should not go out like this: 2 errors and 2 warnings.\n')
assert comment.contains('SELECT COUNT(*) FROM orders WHERE customer IS NULL')

// The review of the mended ones: the same revisions, and nothing that speaks against them.
def fixed = new JsonSlurper().parse(new File(basedir, 'target/fixed.json'))
assert fixed.revisions == ['b0000000000b', 'c0000000000a', 'c0000000000c', 'd0000000000d']
assert [fixed.errors, fixed.warnings] == [0, 0]
page = new File(basedir, 'target/fixed.html').text
assert page.contains('No rule speaks against it.')
assert page.contains('CONCURRENTLY')
comment = new File(basedir, 'target/fixed.md').text
assert comment.contains('accepted: ')
assert comment.contains('moved to contacts in release 7, which no longer reads it')
