"""A newsroom keeps its pictures in a bucket: moto's server, asked over HTTP as any that speaks S3."""

import urllib.error
import urllib.request

import boto3
import pytest
from botocore.exceptions import ClientError, ResponseStreamingError
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from newsroom.picture_storage import picture_storages
from pictures.models import FormerFile, Picture
from pictures.rendition import renditions_on_pages
from pictures.renditions import make_renditions
from pictures.replacement import replace_file
from tests.pictures.conftest import drawn, file

NAME = "courier-pictures"
KEYS = {"aws_access_key_id": "a-key", "aws_secret_access_key": "a-secret"}


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def amazon(server):
    """What the one sees who owns the bucket."""
    client = boto3.client("s3", endpoint_url=server, region_name="us-east-1", **KEYS)
    client.create_bucket(Bucket=NAME)
    yield client
    for each in client.list_objects_v2(Bucket=NAME).get("Contents", []):
        client.delete_object(Bucket=NAME, Key=each["Key"])
    client.delete_bucket(Bucket=NAME)


@pytest.fixture
def bucket(amazon, server, monkeypatch):
    """The newsroom with its pictures in a bucket; says what lies in it."""
    told = {"PICTURES_BUCKET": NAME, "S3_ENDPOINT": server, "S3_REGION": "us-east-1"}
    told |= {"S3_ACCESS_KEY": "a-key", "S3_SECRET_KEY": "a-secret"}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    # Not by the settings: changing those makes every storage anew, also the ones that other tests have moved.
    for name, told_of in picture_storages(None).items():
        monkeypatch.setitem(storages._storages, name, storages.create_storage(told_of))
    # A model's field keeps the storage that it was given at import.
    for model in (Picture, FormerFile):
        monkeypatch.setattr(model._meta.get_field("original"), "storage", storages["originals"])

    def names():
        return {each["Key"] for each in amazon.list_objects_v2(Bucket=NAME).get("Contents", [])}

    return names


def test_a_picture_arrives_and_its_original_is_kept_byte_for_byte(bucket, bring, amazon):
    content = file("iptc.jpg")
    picture = bring(content, title="Sign")
    assert bucket() == {f"originals/{picture.digest[:2]}/{picture.digest}"}
    content.seek(0)
    kept = amazon.get_object(Bucket=NAME, Key=bucket().pop())["Body"].read()
    assert kept == content.read()
    with picture.original.open("rb") as original:
        assert original.read() == kept


def test_the_same_bytes_twice_are_one_picture(bucket, bring):
    assert bring(drawn()) == bring(drawn())
    assert len(bucket()) == 1


def test_a_rendition_is_made_when_it_is_first_asked_for(bucket, bring, look, client, django_assert_num_queries):
    picture = bring(drawn(1000, 500))
    address = f"/pictures/{picture.key}/800.avif"
    assert look(address).size == (800, 400)
    assert f"renditions/{picture.key[:2]}/{picture.key}/800.avif" in bucket()
    with django_assert_num_queries(0):
        assert client.get(address).status_code == 200
    assert client.get(f"/pictures/{picture.key}/641.avif").status_code == 404
    assert client.get(f"/pictures/{'0' * 16}/800.avif").status_code == 404


def test_the_worker_makes_them_all(bucket, bring):
    picture = bring(file("image.heic"))
    make_renditions(picture)
    made = {name.removeprefix("renditions/") for name in bucket() if name.startswith("renditions/")}
    assert made == {rendition.place for rendition in renditions_on_pages(picture)}


def test_a_file_is_replaced_and_nothing_public_is_left_of_the_old_one(
    bucket, bring, look, editor, django_capture_on_commit_callbacks
):
    picture = bring(drawn())
    look(picture.src(320))
    with django_capture_on_commit_callbacks(execute=True):
        new = replace_file(picture, drawn(1000), by=editor)
    make_renditions(new)
    names = bucket()
    assert {name for name in names if name.startswith("originals/")} == {
        f"originals/{each.digest[:2]}/{each.digest}" for each in (picture, new)
    }
    assert {name.split("/")[2] for name in names if name.startswith("renditions/")} == {new.key}


def test_an_editor_takes_the_original_away(bucket, bring, sign_in, editor):
    content = drawn()
    picture = bring(content)
    answer = sign_in(editor).get(f"/desk/pictures/picture/{picture.pk}/original/")
    content.seek(0)
    assert b"".join(answer.streaming_content) == content.read()


def test_who_has_no_keys_gets_nothing(bucket, bring, look, amazon, server):
    """We ask for nothing to be public, and a bucket that is asked for nothing is private."""
    picture = bring(drawn())
    look(picture.src(320))
    for name in bucket():
        public = "http://acs.amazonaws.com/groups/global/AllUsers"
        grants = amazon.get_object_acl(Bucket=NAME, Key=name)["Grants"]
        assert [grant for grant in grants if grant["Grantee"].get("URI") == public] == []
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(f"{server}/{NAME}/{name}")
        assert refusal.value.code == 403
        refusal.value.close()


def test_a_write_that_is_cut_off_leaves_the_former_file_as_it_was(bucket):
    class CutOff(ContentFile):
        def read(self, size=-1):
            raise OSError("No route to host")

    storage = storages["renditions"]
    with pytest.raises(OSError, match="No route"):
        storage.save("ab/cd/320.jpg", CutOff(b"x"))
    assert bucket() == set()
    storage.save("ab/cd/320.jpg", ContentFile(b"whole"))
    with pytest.raises(OSError, match="No route"):
        storage.save("ab/cd/320.jpg", CutOff(b"x"))
    with storage.open("ab/cd/320.jpg") as kept:
        assert kept.read() == b"whole"
    storage.save("ab/cd/320.jpg", ContentFile(b"whole again"))
    with storage.open("ab/cd/320.jpg") as kept:
        assert kept.read() == b"whole again"
    assert bucket() == {"renditions/ab/cd/320.jpg"}


def test_a_read_that_is_cut_off_is_no_file(bucket, monkeypatch):
    storage = storages["renditions"]
    storage.save("ab/cd/320.jpg", ContentFile(b"whole"))

    class Broken:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def read(self, size=-1):
            raise ResponseStreamingError(error="cut off")

    client = storage.connection.meta.client
    monkeypatch.setattr(client, "get_object", lambda **_: {"Body": Broken()})
    with pytest.raises(ResponseStreamingError):
        storage.open("ab/cd/320.jpg")


def test_a_large_original_goes_and_comes_in_parts(bucket, amazon):
    data = bytes(range(256)) * 60_000  # 15 MB, and a part is 8
    storage = storages["originals"]
    storage.save("ab/large", ContentFile(data))
    assert amazon.head_object(Bucket=NAME, Key="originals/ab/large")["ETag"].endswith('-2"')
    with storage.open("ab/large") as kept:
        assert kept.read() == data


def test_what_is_not_there_is_told_from_what_may_not_be_read(bucket, amazon, monkeypatch):
    storage = storages["renditions"]
    with pytest.raises(FileNotFoundError, match=r"There is no renditions/ab/no\.jpg in the bucket courier-pictures"):
        storage.open("ab/no.jpg")
    amazon.delete_bucket(Bucket=NAME)
    with pytest.raises(ClientError, match="NoSuchBucket"):
        storage.open("ab/no.jpg")
    amazon.create_bucket(Bucket=NAME)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"PICTURES_BUCKET": "My Pictures"}, "PICTURES_BUCKET is “My Pictures”; write the name of a bucket"),
        ({"PICTURES_BUCKET": NAME, "S3_ENDPOINT": "s3.example.org"}, "S3_ENDPOINT is “s3.example.org”; write it as"),
        ({"PICTURES_BUCKET": NAME, "S3_ACCESS_KEY": "a-key"}, "Of S3_ACCESS_KEY and S3_SECRET_KEY only one is set"),
    ],
)
def test_what_cannot_be_understood_stops_the_start(monkeypatch, told, sentence):
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        picture_storages(None)
    assert str(refusal.value).startswith(sentence)


def test_without_a_bucket_they_lie_in_folders(tmp_path, monkeypatch):
    monkeypatch.delenv("PICTURES_BUCKET", raising=False)
    found = picture_storages(tmp_path)
    assert {name: each["BACKEND"] for name, each in found.items()} == {
        "originals": "pictures.storage.WholeFiles",
        "renditions": "pictures.storage.WholeFiles",
    }
    assert found["originals"]["OPTIONS"]["file_permissions_mode"] == 0o600
