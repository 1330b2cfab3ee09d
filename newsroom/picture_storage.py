"""Where pictures lie: in folders of this machine, or in a bucket that speaks S3."""

import re

from django.core.exceptions import ImproperlyConfigured

from newsroom.environment import read, web_address

NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


def picture_storages(media, *, testing=False):
    """The storages “originals” and “renditions”, as Django's STORAGES wants them. Tests never write to a bucket that
    happens to be set.
    """
    bucket = "" if testing else read("str", "PICTURES_BUCKET", "")
    return _in_bucket(bucket) if bucket else _in_folders(media)


def _in_folders(media):
    whole = "pictures.storage.WholeFiles"
    private = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
    return {
        "originals": {"BACKEND": whole, "OPTIONS": {"location": media / "originals"} | private},
        "renditions": {"BACKEND": whole, "OPTIONS": {"location": media / "renditions"}},
    }


def _in_bucket(bucket):
    if not NAME.fullmatch(bucket):
        raise ImproperlyConfigured(
            f"PICTURES_BUCKET is “{bucket}”; write the name of a bucket, 3 to 63 small letters, digits and hyphens."
        )
    endpoint = web_address("S3_ENDPOINT")
    options = {
        "bucket_name": bucket,
        "endpoint_url": endpoint or None,
        "region_name": read("str", "S3_REGION", "") or None,
        # Names of buckets become names of hosts at Amazon, and seldom elsewhere.
        "addressing_style": "path" if endpoint else "auto",
        **_keys(),
    }
    return {
        name: {"BACKEND": "pictures.bucket.Bucket", "OPTIONS": options | {"location": name}}
        for name in ("originals", "renditions")
    }


def _keys():
    """Without any, those that the machine itself has at Amazon."""
    key, secret = read("str", "S3_ACCESS_KEY", ""), read("str", "S3_SECRET_KEY", "")
    if bool(key) != bool(secret):
        raise ImproperlyConfigured("Of S3_ACCESS_KEY and S3_SECRET_KEY only one is set: set both, or neither.")
    return {"access_key": key, "secret_key": secret} if key else {}
