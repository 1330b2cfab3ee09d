"""How the record of a picture is laid out: what readers are told, what is in it, whose it is, what we may do."""

WORDS = ["alt", "is_decorative", "caption", "credit"]
CONTENT = (
    "What it shows",
    {"fields": ["extended_description", "people", "place", "taken_at", "topics"], "classes": ["collapse"]},
)
ORIGIN = (
    "Whose it is, and how it was made",
    {"fields": ["creator", "source", "copyright_notice", "source_type"], "classes": ["collapse"]},
)
RIGHTS = (
    "What we may do with it",
    {
        "fields": ["licence", "licence_url", "usage_terms", "valid_until", "restrictions"],
        "classes": ["collapse"],
        "description": "A picture whose rights have ended is shown to no reader from that moment on.",
    },
)
NOTES = ("For the desk", {"fields": ["notes"], "classes": ["collapse"]})
RECORD = [CONTENT, ORIGIN, RIGHTS, NOTES]
FOCUS = (
    "What matters in it",
    {
        "fields": [("focal_x", "focal_y")],
        "description": "Where the picture is cut to a square, this point stays in. Click on the "
        "picture above, move the ring with the arrow keys, or write the numbers; the shapes beneath follow.",
    },
)
FILE = ("The file", {"fields": ["size", "read_from_file", "uploaded_at", "uploaded_by"]})

ADD_FIELDSETS = [(None, {"fields": ["file", "is_another", "was_looked_at", "title", *WORDS]}), *RECORD]
FIELDSETS = [(None, {"fields": ["preview", "title", *WORDS]}), *RECORD, FOCUS, FILE]
