from django.core.serializers.json import DjangoJSONEncoder

# What could end a script element early, written as JSON allows it to be written too
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
NOTHING = ("", None, [], {})


def written(things):
    """JSON-LD that may stand inside a script element."""
    told = {"@context": "https://schema.org", "@graph": things}
    return DjangoJSONEncoder(ensure_ascii=False).encode(told).translate(ESCAPES)


def filled(told):
    """Without what is empty: an empty property says something that is not so."""
    return {name: value for name, value in told.items() if value not in NOTHING}
