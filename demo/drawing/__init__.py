"""The pictures of the demo edition, drawn in code: scenes, charts and maps by slug, portraits by author."""

from collections.abc import Callable

from PIL import Image

from .boatyard import BOATYARD
from .canal import CANAL
from .charts import CHARTS
from .chess import CHESS
from .city import CITY
from .country import COUNTRY
from .deep import DEEP
from .desk import DESK
from .greenhouse import GREENHOUSE
from .harbour import HARBOUR
from .interiors import INTERIORS
from .library import LIBRARY
from .maps import MAPS
from .night import NIGHT
from .outdoors import OUTDOORS
from .plankton import PLANKTON
from .portraits import PORTRAITS
from .rooms import ROOMS
from .rowing import ROWING
from .sea import SEA
from .seawall import SEAWALL
from .shops import SHOPS
from .skyline import SKYLINE
from .sport import SPORT
from .straits import STRAITS
from .streets import STREETS
from .voyages import VOYAGES

__all__ = ["PORTRAITS", "SCENES", "draw"]

SCENES: dict[str, Callable[[], Image.Image]] = {
    **SEA,
    **VOYAGES,
    **SEAWALL,
    **HARBOUR,
    **BOATYARD,
    **CITY,
    **SKYLINE,
    **STREETS,
    **CANAL,
    **SHOPS,
    **COUNTRY,
    **NIGHT,
    **GREENHOUSE,
    **DEEP,
    **PLANKTON,
    **INTERIORS,
    **LIBRARY,
    **CHESS,
    **ROOMS,
    **DESK,
    **SPORT,
    **OUTDOORS,
    **ROWING,
    **CHARTS,
    **MAPS,
    **STRAITS,
}


def draw(slug: str) -> Image.Image:
    """Draw one scene, chart, map or portrait by its slug.

    Scenes, charts and maps are 1600 by 1067 pixels, portraits 640 by 640, all RGB.
    """
    picture = SCENES.get(slug) or PORTRAITS.get(slug)
    if picture is None:
        raise KeyError(f"There is no drawing called {slug!r} in the demo edition.")
    return picture()
