"""Which of Postgres' text search configurations a story's words are read with."""

# Primary subtag of a BCP 47 tag → a configuration that every Postgres since 15 has.
CONFIGURATIONS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
PLAIN = "simple"  # whole words, no endings taken off: for every other language


def configuration(tag):
    """The configuration for the language of a BCP 47 tag: “english” for “en-gb”."""
    return CONFIGURATIONS.get(tag.lower().split("-")[0], PLAIN)
