"""The four roles, as groups with permissions. The table is that of docs/editors-guide.md."""

# A picture's texts stand on live pages at once, so changing them is publishing.
PICTURES = {"pictures.add_picture", "pictures.view_picture"}
READING = {"authors.view_author", "sections.view_section", "articles.view_topic", "articles.view_series"}

CONTRIBUTOR = {"articles.add_article", "articles.change_article", "articles.view_article"} | PICTURES | READING
EDITOR = CONTRIBUTOR | {"articles.edit_any_article", "articles.publish_article", "pictures.change_picture"}
CHIEF_EDITOR = EDITOR | {
    "articles.edit_every_section",
    "articles.add_topic",
    "articles.change_topic",
    "articles.delete_topic",
    "articles.add_series",
    "articles.change_series",
    "articles.delete_series",
    "pictures.delete_picture",
    "addresses.add_formeraddress",
    "addresses.change_formeraddress",
    "addresses.delete_formeraddress",
    "addresses.view_formeraddress",
    "fronts.curate_front",
    "fronts.raise_banner",
}
ADMIN = (
    PICTURES
    | {"pictures.change_picture"}
    | {
        f"{app}.{act}_{model}"
        for app, model in (
            ("accounts", "user"),
            ("authors", "author"),
            ("authors", "authorlink"),
            ("sections", "section"),
            ("masthead", "masthead"),
            ("masthead", "connectlink"),
            ("masthead", "standingpage"),
        )
        for act in ("add", "change", "delete", "view")
    }
    | {"record.view_entry"}
)

ROLES = {"Contributor": CONTRIBUTOR, "Editor": EDITOR, "Chief editor": CHIEF_EDITOR, "Admin": ADMIN}


def make_roles(group_model, permission_model):
    """Make the groups and give each what the table says. Takes the models, so that a migration can hand in its own."""
    for role, names in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=role)
        for name in sorted(names):
            app, codename = name.split(".")
            group.permissions.add(permission_model.objects.get(content_type__app_label=app, codename=codename))
