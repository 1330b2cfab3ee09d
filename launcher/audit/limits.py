"""What a public page may cost at most, and must score at least. The one place where it is said."""

SCORE = 100  # in each of Lighthouse's four categories, on its slow phone
LARGEST_PAINT = 1100  # milliseconds until the largest thing in view is painted
LAYOUT_SHIFT = 0
BLOCKING = 0  # milliseconds
HTML_ERRORS = 0

# An article's first view, without its pictures
BYTES = 70_000  # over the wire, headers included
REQUESTS = 8
SCRIPT_BYTES = 5_000
FOREIGN_HOSTS = 0
