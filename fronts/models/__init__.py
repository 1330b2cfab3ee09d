from fronts.models.banner import Banner
from fronts.models.front import Front
from fronts.models.publication import Cancellation, Publication
from fronts.models.version import FrontVersion, Slot

__all__ = ["Banner", "Cancellation", "Front", "FrontVersion", "Publication", "Slot"]
