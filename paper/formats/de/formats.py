"""14:20 Uhr am 3. Juli 2026."""

TIME_FORMAT = r"H:i \U\h\r"
DATE_FORMAT = "j. F Y"
DATETIME_FORMAT = r"j. F Y, H:i \U\h\r"
MONTH_DAY_FORMAT = "j. F"
YEAR_MONTH_FORMAT = "F Y"
