import tomllib

from articles.models import Series
from demo.pictures import EDITION


def load_series():
    """Returns slug → Series."""
    texts = tomllib.loads((EDITION / "series.toml").read_text(encoding="utf-8"))
    return {slug: Series.objects.get_or_create(slug=slug, defaults=entry)[0] for slug, entry in texts.items()}
