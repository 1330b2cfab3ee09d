import tomllib

from articles.models import Article, Topic
from demo.pictures import EDITION
from fronts.arrangement import Arrangement, Placed
from fronts.models import Front


def load_front(*, by):
    """Arrange the paper's front and publish it; nothing where anybody ever arranged it."""
    front = Front.of(None)
    if front.newest:
        return
    arranged = tomllib.loads((EDITION / "front.toml").read_text(encoding="utf-8"))
    topic = Topic.objects.filter(name=arranged.pop("topic")).first()
    slugs = {said["story"] for said in arranged.values()}
    stories = dict(Article.objects.filter(created_by=by, slug__in=slugs).values_list("slug", "pk"))
    placed = tuple(
        Placed(*_spot(place), stories[said["story"]], headline=said.get("headline", ""))
        for place, said in arranged.items()
        if said["story"] in stories
    )
    version = front.save_version(Arrangement(placed, topic), by=by, began_from=None, note="The demo edition's own.")
    front.publish(version, by=by)


def _spot(place):
    area, _, position = place.partition("-")
    return area, int(position)
