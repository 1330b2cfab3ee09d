"""What a file told, said to people."""

from django.utils.text import get_text_list

from pictures.models import Picture


def told_in_words(read_from):
    """“title and caption (XMP), place (IIM)”."""
    origins = {}
    for name, origin in read_from.items():
        origins.setdefault(origin, []).append(str(Picture._meta.get_field(name).verbose_name))
    return ", ".join(f"{get_text_list(names, 'and')} ({origin})" for origin, names in origins.items())
