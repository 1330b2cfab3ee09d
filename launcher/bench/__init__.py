"""`make bench`: how fast the real server is in archives of several sizes, in a newsroom that is thrown away after."""
