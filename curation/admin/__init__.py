from curation.admin.banner import BannerAdmin
from curation.admin.front import FrontAdmin

__all__ = ["BannerAdmin", "FrontAdmin"]
