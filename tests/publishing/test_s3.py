"""Publishing into object stores: real servers of S3, which answer on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from sitegen.problems import Mistaken, Problem
from sitegen.publishing import releases
from sitegen.publishing.target import Target, unreachable
from sitegen.publishing.targets import s3_client, s3_store
from sitegen.publishing.targets.s3_client import S3Place, secrets_in, secrets_of
from tests.support.object_stores import (
    SECRETS,
    ObjectStore,
    moto,
    moto_with_a_key,
    rclone,
    rclone_server,
)
from tests.support.publications import at, broken_pages, payload, site

OLD, NEW = site(1), site(2)
CALM = releases.Terms("a test", keep=3, most_removed=100)
FORMS = {
    "index.html": ("text/html; charset=utf-8", "no-cache"),
    "gi/page-0/index.html": ("text/html; charset=utf-8", "no-cache"),
    "release.json": ("application/json; charset=utf-8", "no-cache"),
    "media/same-0.svg": ("image/svg+xml; charset=utf-8", "public, max-age=86400"),
    "search/names/root.json": ("application/json; charset=utf-8", "no-cache"),
    "search/names/n-0123456789ab.bin": (
        "application/octet-stream",
        "public, max-age=31536000, immutable",
    ),
    "assets/site-0123456789ab.js": (
        "text/javascript; charset=utf-8",
        "public, max-age=31536000, immutable",
    ),
    "feed.xml": ("application/xml; charset=utf-8", "no-cache"),
    "gi/梨/poster.png": ("image/png", "public, max-age=86400"),
}
"""The headers of each kind of file."""


@pytest.fixture(scope="module")
def moto_server() -> Iterator[ObjectStore]:
    with moto() as store:
        yield store


@pytest.fixture
def fresh(moto_server: ObjectStore) -> ObjectStore:
    """moto's store with nothing but an empty bucket."""
    urlopen(Request(f"http://127.0.0.1:{moto_server.port}/moto-api/reset", method="POST")).close()
    moto_server.client().create_bucket(Bucket=moto_server.bucket)
    return moto_server


@pytest.fixture(params=["moto", "rclone"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ObjectStore]:
    if request.param == "moto":
        yield request.getfixturevalue("fresh")
        return
    program = rclone()
    if program is None:
        pytest.skip("no rclone that serves S3, which takes version 1.65: not tried with it")
    with rclone_server(program, tmp_path / "buckets") as server:
        yield server


def publish(target: Target, files: dict[str, bytes], minutes: float) -> releases.Publication:
    return releases.publish(target, payload(files), at(minutes), CALM)


def carried(files: dict[str, bytes], old: dict[str, bytes]) -> dict[str, bytes]:
    return {**{path: data for path, data in old.items() if path.endswith(".css")}, **files}


def refusal(target: Target, files: dict[str, bytes] = NEW) -> Problem:
    with pytest.raises(Mistaken) as raised:
        publish(target, files, 5)
    problem = raised.value.problem
    for secret in SECRETS.values():
        assert secret not in problem.message("zh") + problem.message("en") + repr(target)
    return problem


def test_back_and_forth(store: ObjectStore) -> None:
    target = store.target()
    first = publish(target, OLD, 0)
    assert store.shown() == OLD and first.difference.new == tuple(sorted(OLD))
    second = publish(store.target(), NEW, 5)
    assert store.shown() == carried(NEW, OLD) and second.difference.kept == 2
    assert [record.id for record in target.records()] == [second.record.id, first.record.id]
    assert publish(target, NEW, 6).difference.nothing and target.shown() == second.record.id
    chosen, before = releases.roll_back(store.target(), None, owner="a test")
    assert (chosen, before) == (first.record, second.record)
    assert store.shown() == OLD and target.shown() == first.record.id
    releases.roll_back(target, second.record.id, owner="a test")
    assert store.shown() == carried(NEW, OLD)
    assert ".sitegen/lock" not in store.listed()


def test_below_a_prefix_nothing_else_is_touched(store: ObjectStore) -> None:
    store.client().put_object(Bucket=store.bucket, Key="other/index.html", Body=b"of another")
    target = store.target(prefix="/zt/")
    publish(target, OLD, 0)
    publish(target, NEW, 5)
    publish(target, OLD, 8 * 24 * 60)
    assert store.shown("zt/") == carried(OLD, NEW)
    assert store.shown("other/") == {"index.html": b"of another"}
    assert all(key.startswith(("zt/", "other/")) for key in store.listed())


def test_each_kind_of_file_has_its_headers(store: ObjectStore) -> None:
    publish(store.target(), dict.fromkeys(FORMS, b"1") | {"index.html": b"2"}, 0)
    client = store.client()
    for path, form in FORMS.items():
        head = client.head_object(Bucket=store.bucket, Key=path)
        assert (head["ContentType"], head["CacheControl"]) == form, path


def test_a_missing_bucket_no_server_and_no_secret(store: ObjectStore) -> None:
    problem = refusal(store.target(bucket="nowhere-at-all"))
    assert problem.kind.code == "publish.no-bucket" and "nowhere-at-all" in problem.message("zh")
    problem = refusal(store.target(endpoint="http://127.0.0.1:1"))
    assert problem.kind.code == "publish.unreachable" and "127.0.0.1:1" in problem.message("zh")
    assert refusal(store.target({})).kind.code == "publish.no-secret"
    assert refusal(store.target(endpoint="nowhere")).kind.code == "publish.unreachable"


def see_that_wrong_secrets_are_told(store: ObjectStore, secrets: dict[str, str]) -> None:
    wrong = "a-secret-that-is-wrong"
    problem = refusal(store.target({**secrets, "AWS_SECRET_ACCESS_KEY": wrong}))
    assert problem.kind.code == "publish.wrong-secret", problem
    assert "SignatureDoesNotMatch" in problem.message("zh")
    assert wrong not in problem.message("zh")
    unknown = refusal(store.target({**secrets, "AWS_ACCESS_KEY_ID": "AKIDUNKNOWN"}))
    assert unknown.kind.code == "publish.wrong-secret"


def test_a_wrong_secret_is_told_and_not_shown() -> None:
    with moto_with_a_key("s3:*") as (store, secrets):
        see_that_wrong_secrets_are_told(store, secrets)
        assert publish(store.target(secrets), OLD, 0).before is None


def test_rclone_takes_no_wrong_secret(tmp_path: Path) -> None:
    program = rclone()
    if program is None:
        pytest.skip("no rclone that serves S3, which takes version 1.65: not tried with it")
    with rclone_server(program, tmp_path / "buckets") as store:
        see_that_wrong_secrets_are_told(store, SECRETS)
        assert store.listed() == []


def test_rights_that_are_missing_are_named() -> None:
    with moto_with_a_key("s3:ListBucket", "s3:GetObject") as (store, secrets):
        problem = refusal(store.target(secrets))
        assert problem.kind.code == "publish.refused", problem
        assert ".sitegen/lock" in problem.message("zh") and "AccessDenied" in problem.message("zh")


def test_what_is_not_ours_is_left_alone(store: ObjectStore) -> None:
    store.client().put_object(Bucket=store.bucket, Key="index.html", Body=b"of another")
    problem = refusal(store.target())
    assert problem.kind.code == "publish.foreign" and "index.html" in problem.message("zh")
    assert store.shown() == {"index.html": b"of another"}


def test_another_site_is_left_alone(store: ObjectStore) -> None:
    publish(store.target(), OLD, 0)
    with pytest.raises(Mistaken) as raised:
        releases.publish(store.target(), payload(NEW, "other"), at(5), CALM)
    assert raised.value.problem.kind.code == "publish.another-site"
    assert store.shown() == OLD


def test_old_releases_and_their_objects_go(store: ObjectStore) -> None:
    made = [publish(store.target(), site(number), number).record.id for number in range(1, 5)]
    last = publish(store.target(), site(9), 8 * 24 * 60)
    assert last.dropped == tuple(reversed(made[:2]))
    kept = {f"{name}.json" for name in (*made[2:], last.record.id)}
    assert {k.rpartition("/")[2] for k in store.listed() if "/records/" in k} == kept
    objects = {key.rpartition("/")[2] for key in store.listed() if "/objects/" in key}
    needed = [f for record in store.target().records() for f in record.all_files.values()]
    assert objects == {file.sha256 for file in needed}
    releases.roll_back(store.target(), made[3], owner="a test")
    assert not broken_pages(store.shown())


def test_what_somebody_removed_is_put_again_when_a_release_is_shown(store: ObjectStore) -> None:
    publish(store.target(), OLD, 0)
    store.client().delete_object(Bucket=store.bucket, Key="media/same-0.svg")
    publish(store.target(), NEW, 5)
    assert store.shown() == carried(NEW, OLD)


def test_a_switch_that_was_interrupted_is_finished_first(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that its own files are carried along, as those of a release that somebody has seen."""
    publish(store.target(), OLD, 0)
    copy, copied = s3_store.Store.copy, list[str]()

    def failing(own: s3_store.Store, source: str, key: str, **headers: str) -> None:
        if len(copied) == 3:
            raise unreachable("production", "the line was cut")
        copied.append(key)
        copy(own, source, key, **headers)

    with monkeypatch.context() as patched:
        patched.setattr(s3_store.Store, "copy", failing)
        assert "the line was cut" in refusal(store.target()).message("zh")
    assert store.target().shown() is None and store.shown() not in (OLD, carried(NEW, OLD))
    third = site(3)
    publication = publish(store.target(), third, 10)
    assert publication.before is not None and publication.difference.kept == 2
    assert store.shown() == carried(third, {**OLD, **NEW})


def test_two_at_once(store: ObjectStore) -> None:
    publish(store.target(), OLD, 0)
    with store.target().locked("张三@gateway"):
        problem = refusal(store.target())
        assert problem.kind.code == "publish.busy" and "张三@gateway" in problem.message("zh")
        assert "s3://pages/.sitegen/lock" in problem.message("zh")
    assert store.shown() == OLD
    publish(store.target(), NEW, 5)


def test_of_two_that_see_no_lock_one_has_it(
    fresh: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have looked before either writes: the condition of the write decides."""
    seen, looks = s3_store.Store.get, iter(["the lock of the second, before the first has put it"])
    with fresh.target().locked("the first"):
        blind = lambda own, key: None if next(looks, None) else seen(own, key)  # noqa: E731
        monkeypatch.setattr(s3_store.Store, "get", blind)
        assert refusal(fresh.target()).facts["owner"] == "the first"
    assert next(looks, "looked") == "looked"


def test_an_old_lock_is_nobodys(store: ObjectStore) -> None:
    client = store.client()
    client.put_object(Bucket=store.bucket, Key=".sitegen/lock", Body=json.dumps(["gone", "1"]))
    assert refusal(store.target()).facts["owner"] == "gone"
    target = store.target()
    target.lock_lifetime = timedelta(0)
    publish(target, OLD, 0)
    assert store.shown() == OLD and ".sitegen/lock" not in store.listed()


def test_secrets_are_read_as_aws_writes_them(tmp_path: Path) -> None:
    file = tmp_path / "credentials"
    file.write_text(
        "[default]\naws_access_key_id = AKID\naws_secret_access_key = a%b/c=\n\n[x]\naws_access_key_id=Y\n",
        "utf-8",
    )
    assert secrets_in(file) == {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "a%b/c="}
    assert secrets_in(file, "x") == {"AWS_ACCESS_KEY_ID": "Y"}
    file.write_text("AKID:secret", "utf-8")
    assert secrets_in(file) == {}
    assert secrets_of({"PATH": "/bin", **SECRETS}) == SECRETS


@pytest.mark.parametrize(
    ("endpoint", "region"),
    [
        ("https://oss-cn-qingdao.aliyuncs.com", "cn-qingdao"),
        ("https://oss-cn-qingdao-internal.aliyuncs.com", "cn-qingdao"),
        ("https://cos.ap-beijing.myqcloud.com", "ap-beijing"),
        ("https://obs.cn-north-4.myhuaweicloud.com", "cn-north-4"),
        ("https://s3.example", "us-east-1"),
    ],
)
def test_the_region_stands_in_the_names_of_chinese_stores(endpoint: str, region: str) -> None:
    assert S3Place("pages", endpoint=endpoint).signed_region == region
    assert S3Place("pages", endpoint=endpoint, region="own").signed_region == "own"


def test_without_boto3_the_line_for_pip_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(s3_client, "find_spec", lambda name: None)
    problem = refusal(ObjectStore(1, "pages").target())
    assert problem.kind.code == "publish.no-boto3" and "pip install" in problem.fix("zh")
