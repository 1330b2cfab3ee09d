"""Pictures in a bucket that speaks S3, in place of folders of this machine."""

import shutil
from tempfile import SpooledTemporaryFile

from botocore.config import Config
from django.core.files.base import File
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

IN_MEMORY = 1_000_000  # bytes; most renditions are smaller
# A reader's request holds a thread of the server meanwhile.
PATIENCE = {"connect_timeout": 3, "read_timeout": 10, "retries": {"total_max_attempts": 2}}
# What is newer than these is not understood by every server that speaks S3.
COMMON = {
    "signature_version": "s3v4",
    "request_checksum_calculation": "when_required",
    "response_checksum_validation": "when_required",
}


class Bucket(S3Storage):
    """A file is there whole or not at all, as S3 has it, and replaces one of the same name. None is for the public."""

    def __init__(self, *, addressing_style, **settings):
        config = Config(s3={"addressing_style": addressing_style}, **PATIENCE, **COMMON)
        super().__init__(client_config=config, file_overwrite=True, default_acl=None, gzip=False, **settings)

    def _open(self, name, mode="rb"):
        """One request, where the class above makes three."""
        if mode != "rb":
            return super()._open(name, mode)
        client, key = self.connection.meta.client, self._normalize_name(clean_name(name))
        try:
            found = client.get_object(Bucket=self.bucket_name, Key=key)
        except client.exceptions.NoSuchKey:
            raise FileNotFoundError(f"There is no {key} in the bucket {self.bucket_name}.") from None
        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (whoever opens it closes it)
        try:
            with found["Body"] as body:
                shutil.copyfileobj(body, file)  # raises where the line breaks before the end
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return File(file, name)
