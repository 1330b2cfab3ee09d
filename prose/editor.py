"""The seam behind which the rich-text editor sits: replace CKEditor 4 by rewriting this file and static/prose/."""

import json

from django import forms
from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.csp import csp_override
from js_asset import Script

from prose.cleaning import clean
from prose.embeds import PROVIDERS
from prose.rules import SAME_AS

# CKEditor writes event handlers and styles into its toolbar and a script into its frame, so the pages that host it must
# allow them inline. Nothing else is allowed there that other pages refuse; docs/decisions/ has what was tried.
CSP_FOR_EDITOR = settings.SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
}

# Class decorator for a ModelAdmin whose add and change pages host the editor.
hosts_editor = method_decorator(csp_override(CSP_FOR_EDITOR), name="changeform_view")

# Compiled into the package's ckeditor.js and not wanted: out of support, talking to other hosts, or against the rules.
UNWANTED_PLUGINS = (
    "about bidi colorbutton colordialog copyformatting dialogadvtab div editorplaceholder elementspath exportpdf "
    "filebrowser flash font forms iframe image justify language liststyle newpage pagebreak preview print save scayt "
    "showblocks smiley sourcearea stylescombo templates uploadimage wsc"
).split()

TOOLBARS = {
    "story": [
        ["Format"],
        ["Bold", "Italic", "Strike", "Superscript", "Subscript"],
        ["Link", "Unlink"],
        ["BulletedList", "NumberedList", "Outdent", "Indent", "Blockquote"],
        ["NewsroomPicture", "NewsroomGallery", "NewsroomQuote", "NewsroomBox", "NewsroomEmbed"],
        ["Table", "HorizontalRule", "SpecialChar"],
        ["RemoveFormat"],
        ["Find", "Undo", "Redo", "Maximize"],
    ],
    "bio": [["Bold", "Italic"], ["Link", "Unlink"], ["BulletedList", "NumberedList"], ["Undo", "Redo"]],
}


OF_THE_LIBRARY = {"NewsroomPicture", "NewsroomGallery"}


class EditorField(forms.CharField):
    """A form field for prose. Whatever is sent to it comes out clean by `rules`."""

    def __init__(self, *, rules, toolbar="story", **kwargs):
        self.rules = rules
        kwargs["widget"] = EditorWidget(rules, toolbar)
        kwargs.setdefault("strip", False)
        super().__init__(**kwargs)

    def clean(self, value):
        return clean(super().clean(value) or "", self.rules)


class EditorWidget(forms.Textarea):
    """A textarea that the editor takes the place of; without JavaScript it shows the HTML itself."""

    def __init__(self, rules, toolbar, attrs=None):
        self.rules, self.toolbar = rules, toolbar
        super().__init__({"rows": 20, "class": "prose-source", **(attrs or {})})

    @property
    def media(self):
        base = settings.STATIC_URL + "ckeditor/ckeditor/"
        if not base.startswith(("/", "http")):
            base = f"/{base}"
        return forms.Media(
            css={"all": ["prose/toolbar.css", "pictures/picker.css"]},
            js=[
                Script("prose/base-path.js", **{"data-path": base}),
                "ckeditor/ckeditor/ckeditor.js",
                "prose/rules-plugin.js",
                Script("pictures/picker.js", type="module"),
                "prose/elements.js",
                "prose/library.js",
                "prose/picture-fields.js",
                "prose/picture-texts.js",
                "prose/picture-plugin.js",
                "prose/boxes-plugin.js",
                "prose/gallery-dialog.js",
                "prose/gallery-plugin.js",
                "prose/arrivals.js",
                "prose/arrival-dialog.js",
                "prose/arrivals-plugin.js",
                "prose/embed-dialog.js",
                "prose/embed-plugin.js",
                Script("prose/start.js", type="module"),
            ],
        )

    def format_value(self, value):
        return clean(value or "", self.rules)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-editor"] = json.dumps(self.config())
        return context

    def config(self):
        """CKEditor's configuration, every setting of it; config.js of the package is not read."""
        has_figures = "figure" in self.rules.elements
        pictures = _picture_addresses() if has_figures else None
        plugins = ["newsroomrules", *(["newsroomboxes", "newsroomembed"] if has_figures else [])]
        plugins += ["newsroompicture", "newsroomgallery", "newsroomarrivals"] if pictures else []
        toolbar = TOOLBARS[self.toolbar]
        if not pictures:
            toolbar = [[button for button in group if button not in OF_THE_LIBRARY] for group in toolbar]
        return {
            "customConfig": "",
            "stylesSet": False,
            "versionCheck": False,
            "language": (get_language() or "en").lower(),
            "removePlugins": ",".join(UNWANTED_PLUGINS),
            "extraPlugins": ",".join(plugins),
            "newsroomPictures": pictures,
            "newsroomEmbeds": _embeds() if has_figures else None,
            "newsroomRules": {"sameAs": SAME_AS, "foreignPicture": static("prose/foreign-picture.svg")},
            "clipboard_handleImages": False,
            "allowedContent": allowed_content(self.rules),
            "toolbar": toolbar,
            "format_tags": "p;h2;h3;h4;pre",
            "contentsCss": [static("prose/writing.css")],
            "bodyClass": "prose",
            "height": 420 if self.toolbar == "story" else 160,
            "resize_enabled": False,
            "entities": False,
            "basicEntities": True,
            "disableNativeSpellChecker": False,
            "browserContextMenuOnCtrl": True,
            "linkShowAdvancedTab": False,
            "linkShowTargetTab": False,
            "linkJavaScriptLinksAllowed": False,
            "coreStyles_strike": {"element": "s", "overrides": "strike"},
            "pasteFromWordRemoveFontStyles": True,
            "pasteFromWordRemoveStyles": True,
            "title": "The text",
        }


def allowed_content(rules):
    """`rules` as CKEditor's filter reads them: "p[lang,dir]; a[!href]; …", where ! marks what an element must have."""
    return "; ".join(
        f"{element}[{','.join(attributes)}]" if attributes else element
        for element in rules.elements
        for attributes in _attributes(element, rules)
    )


def _attributes(element, rules):
    """The attributes of an element, once for each that by itself gives the element a reason to be there."""
    attributes = list(rules.elements[element])
    needed = {"a": ["href"], "img": ["src"], "aside": ["data-box"], "span": attributes}.get(element, [""])
    return [[f"!{name}" if name == need else name for name in attributes] for need in needed]


def _picture_addresses():
    """Where the library answers, for the picture plugin; None in a project without one."""
    try:
        return {
            "picker": reverse("admin:pictures_picture_picker"),
            "upload": reverse("admin:pictures_picture_upload"),
            "look": reverse("admin:pictures_picture_look"),
            "described": reverse("admin:pictures_picture_described"),
            "describe": reverse("admin:pictures_picture_describe_one", args=[0]),
            "thumbnail": reverse("admin:pictures_picture_thumbnail", args=[0]),
        }
    except NoReverseMatch:
        return None


def _embeds():
    """What the embed dialog needs to know of each provider."""
    known = ("name", "id", "addresses", "page")
    return {key: {name: getattr(provider, name) for name in known} for key, provider in PROVIDERS.items()}
