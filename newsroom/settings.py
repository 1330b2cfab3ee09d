"""The one settings file. What differs between machines comes from the environment (see .env.example)."""

import sys

from django.utils.csp import CSP

from newsroom.database import database
from newsroom.environment import (
    ROOT,
    folder,
    hosts,
    indexnow_key,
    language,
    languages,
    read,
    required_in_production,
    site_url,
    time_zone,
    web_address,
)
from newsroom.picture_storage import picture_storages
from newsroom.secret_key import secret_key_in

TESTING = "pytest" in sys.modules

# The machine and the mode
DEBUG = read("bool", "DEBUG", not TESTING)
VAR = folder("NEWSROOM_VAR", ROOT / "var")
SECRET_KEY = required_in_production("SECRET_KEY", DEBUG or TESTING, stand_in=lambda: secret_key_in(VAR))
ALLOWED_HOSTS = hosts(DEBUG or TESTING)
SITE_URL = site_url("http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Applications, the ones that import last first
INSTALLED_APPS = [
    "demo",
    "wordpress",
    "curation",
    "outsiders",
    "paper",
    "desk",
    "fronts",
    "worker",
    "articles",
    "masthead",
    "authors",
    "sections",
    "pictures",
    "addresses",
    "versions",
    "record",
    "accounts",
    "prose",
    "ckeditor",
    "taggit",
    "django_tasks_db",
    "desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "newsroom.compression.CompressedPages",
    "articles.settling.SettleFirst",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "record.acting.SayWhoActs",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "paper.forwarding.ForwardToPresentAddress",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "paper.furniture.furniture",
            ],
        },
    }
]

# Postgres, always
DATABASES = {"default": database(read("str", "DATABASE_URL", ""), var=VAR, testing=TESTING)}
DATABASES["default"] |= {"CONN_MAX_AGE": read("int", "CONN_MAX_AGE", 60), "CONN_HEALTH_CHECKS": True}

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA = VAR / "media"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA / "files"},
    },
    **picture_storages(MEDIA, testing=TESTING),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "newsroom.static_storage.FingerprintedStaticFiles"
    },
}

WHITENOISE_ALLOW_ALL_ORIGINS = False  # our pages alone load them

# People
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
if TESTING:
    # The real hashers are slow on purpose, and tests make an account in every other line.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# Language and time
# What readers see is delivered in English, German, French, Spanish and Arabic; in another of Django's languages dates
# and the desk are translated and the rest is English. A variant such as de-at is one more name for its language.
LANGUAGE_CODE = language("en-gb")
LANGUAGES = languages(LANGUAGE_CODE)
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["paper.formats"]
TIME_ZONE = time_zone("UTC")
USE_TZ = True

# The longest story ever written is about a tenth of this; Django's own limit would throw a long one away.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000

# What happens after a request
TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.immediate.ImmediateBackend" if TESTING else "django_tasks_db.DatabaseBackend"
    }
}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}

# What hears of each act on a story, though `articles` does not know it
ACT_FOLLOWERS = ["paper.announcing.follow"]

# What shows pictures of the library, though `pictures` does not know it
PICTURE_USERS = ["articles", "fronts", "authors", "masthead"]

# Who is told of news at once; nobody, until it is set
WEBSUB_HUB = web_address("WEBSUB_HUB")
INDEXNOW_KEY = indexnow_key("INDEXNOW_KEY")
INDEXNOW_ENDPOINT = web_address("INDEXNOW_ENDPOINT", "https://api.indexnow.org/indexnow")

# Safety
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https:")
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if read("bool", "BEHIND_PROXY", False) else None
SECURE_HSTS_SECONDS = read("int", "HSTS_SECONDS", 0)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

# CKEditor 4 is out of support; docs/decisions/ says how it is fenced in.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

# Topics
TAGGIT_CASE_INSENSITIVE = True

# The debug toolbar, which only `make dev` turns on and only the dev packages hold
DEV_TOOLBAR = DEBUG and not TESTING and read("bool", "DEV_TOOLBAR", False)
if DEV_TOOLBAR:
    INSTALLED_APPS.append("debug_toolbar")
    # Outermost but for what compresses: it writes itself into the page.
    MIDDLEWARE.insert(
        MIDDLEWARE.index("newsroom.compression.CompressedPages") + 1,
        "debug_toolbar.middleware.DebugToolbarMiddleware",
    )
    INTERNAL_IPS = ["127.0.0.1", "::1"]
    SECURE_CSP |= {"style-src": [CSP.SELF, CSP.UNSAFE_INLINE]}
