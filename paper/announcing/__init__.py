"""Telling the world at once that something stands here, changed or went: WebSub for who follows a feed, IndexNow for
search engines. Off until WEBSUB_HUB or INDEXNOW_KEY is set; never in the way of the editor who publishes.
"""

from paper.announcing.following import follow

__all__ = ["follow"]
