// Somebody changes the source after each compilation.
new File(basedir, 'src/main/java/org/example/blog/User.java').lastModified = System.currentTimeMillis() + 3600000
return true
