from masthead.models.connect_link import ConnectLink
from masthead.models.masthead import Masthead
from masthead.models.standing_page import Purpose, StandingPage, refuse_reserved_path

__all__ = ["ConnectLink", "Masthead", "Purpose", "StandingPage", "refuse_reserved_path"]
