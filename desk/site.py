from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    """The editors' side."""

    site_header = "The desk"
    site_title = "Desk"
    index_title = "What is on the desk"
    index_template = "admin/desk_index.html"
    enable_nav_sidebar = False

    def get_urls(self):
        # Django's “view on site” redirect tells anyone at the desk the address of anything, embargoed or not.
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
