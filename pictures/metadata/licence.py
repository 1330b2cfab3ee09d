import re

_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(zero|mark))/(\d\.\d)"
)


def licence_named(address):
    """“https://creativecommons.org/licenses/by-sa/4.0/” → “CC BY-SA 4.0”; nothing for other licences."""
    found = _CREATIVE_COMMONS.match(address.strip().lower())
    if not found:
        return ""
    kind, public, version = found.groups()
    return (
        f"CC {kind.upper()} {version}" if kind else f"{'CC0' if public == 'zero' else 'Public Domain Mark'} {version}"
    )
