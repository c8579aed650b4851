File target = new File(basedir, 'target')
assert new File(target, 'current.txt').text == '''\
stock1  [stock]  Stock  (head, base, current)
joined  Merge bills and phone  (head, merge, current)
'''
assert new File(target, 'branches.txt').text == '''\
1975ea83b712  Create users  (base, branch point)
  -> bills  [billing]  Start billing
  -> phone  Add phone
billing: from bills (Start billing) to joined
stock: from stock1 (Stock) to stock1
'''
assert new File(target, 'history.html').text.contains('<svg')
assert new File(target, 'history.txt').text == '''\
joined  Merge bills and phone  (head, merge, on bills, phone)
stock1  [stock]  Stock  (head, base, current)
phone  Add phone  (current, on 1975ea83b712)
bills  [billing]  Start billing  (applied)
1975ea83b712  Create users  (base, branch point, applied)
'''
String log = new File(basedir, 'build.log').text
assert log.contains('billing@head') && log.contains('stock@head')
