"""14h20, le 3 juillet 2026."""

TIME_FORMAT = r"H\hi"
DATE_FORMAT = "j F Y"
DATETIME_FORMAT = r"j F Y à H\hi"
MONTH_DAY_FORMAT = "j F"
YEAR_MONTH_FORMAT = "F Y"
