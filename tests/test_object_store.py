"""Sources and site in an object store: the bytes of a local build, through fsspec, against an S3 server of our own."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import fsspec
import pytest
from distributed import LocalCluster
from moto.server import ThreadedMotoServer

from newsarchive.build import Summary, build
from newsarchive.config import to_config
from newsarchive.places import Remote, list_files
from newsarchive.problems import ConfigError, NewsarchiveError, OutputError, SourcesError
from tests.conftest import Project
from tests.test_build import story

PAGES = 20


class Bucket:
    """A bucket with the files of a folder in `pages/`, and a project that puts its site in `site/`."""

    def __init__(self, client: Any, seeds: Path, project: Project) -> None:
        self.client = client
        self.name = f"test-{uuid4().hex[:12]}"
        self.client.create_bucket(Bucket=self.name)
        self.project = project
        for file in sorted(seeds.rglob("*.txt")):
            self.put(f"pages/{file.relative_to(seeds).as_posix()}", file.read_bytes())
        self.project.configure(f"sources: s3://{self.name}/pages\noutput: s3://{self.name}/site\n")

    def put(self, key: str, data: bytes) -> None:
        self.client.put_object(Bucket=self.name, Key=key, Body=data)

    def remove(self, key: str) -> None:
        self.client.delete_object(Bucket=self.name, Key=key)

    def get(self, key: str) -> bytes:
        data: bytes = self.client.get_object(Bucket=self.name, Key=key)["Body"].read()
        return data

    def keys(self, below: str) -> dict[str, str]:
        """The objects below a folder with the time of their last writing."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=f"{below}/")
        return {
            found["Key"].removeprefix(f"{below}/"): str(found["LastModified"])
            for page in pages
            for found in page.get("Contents", ())
        }

    def site(self) -> dict[str, bytes]:
        return {key: self.get(f"site/{key}") for key in self.keys("site")}

    def build(self, **options: int | str) -> Summary:
        return build(self.project.folder, **options)  # type: ignore[arg-type]  # jobs and scheduler, as named


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    """A client of a server on this machine; fsspec finds it by the environment, as its users have it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(name, value)
        yield boto3.client("s3")
    server.stop()


@pytest.fixture
def local(tmp_path: Path) -> Project:
    """Pages on the disk and what is built of them there."""
    project = Project(tmp_path / "local")
    for number in range(PAGES):
        project.source(f"2024-05-{number // 2 + 1:02}/{number % 2 + 1:02}.txt", story(f"青石镇第{number}次开会"))
    project.build(jobs=1)
    return project


@pytest.fixture
def bucket(s3: Any, local: Project, tmp_path: Path) -> Bucket:
    """The same pages in a bucket, with a project that knows only their address."""
    (tmp_path / "remote").mkdir()
    return Bucket(s3, local.folder / "seeds", Project(tmp_path / "remote"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_from_bucket_to_bucket_the_bytes_are_those_of_a_local_build(jobs: int, bucket: Bucket, local: Project) -> None:
    summary = bucket.build(jobs=jobs)

    assert (summary.read, summary.output) == (PAGES, f"s3://{bucket.name}/site")
    assert bucket.site() == local.pages()


def test_a_second_build_reads_and_writes_nothing(bucket: Bucket) -> None:
    bucket.build(jobs=1)
    before = bucket.keys("site")
    summary = bucket.build(jobs=1)

    assert (summary.read, summary.written, summary.removed) == (0, 0, ())
    assert bucket.keys("site") == before


def test_a_page_deleted_from_the_bucket_is_written_again(bucket: Bucket, local: Project) -> None:
    bucket.build(jobs=1)
    bucket.remove("site/2024/05/03/index.html")
    summary = bucket.build(jobs=1)

    assert summary.written == 1
    assert bucket.site() == local.pages()


def test_a_source_removed_from_the_bucket_removes_its_pages(bucket: Bucket, local: Project) -> None:
    bucket.build(jobs=1)
    bucket.remove("pages/2024-05-03/01.txt")
    local.source("2024-05-03/01.txt").unlink()
    removed = bucket.build(jobs=1).removed
    local.build(jobs=1)

    assert [url for url in removed if url.startswith("2024/05/03/01-")] != []
    assert bucket.site() == local.pages()


def test_a_source_of_the_same_size_written_in_the_same_second_is_read_again(bucket: Bucket, local: Project) -> None:
    bucket.build(jobs=1)
    text = story("青石镇第0次开会").replace("招商引资", "引资招商")
    bucket.put("pages/2024-05-01/01.txt", text.encode())
    local.source("2024-05-01/01.txt", text)
    summary = bucket.build(jobs=1)
    local.build(jobs=1)

    assert summary.read == 1
    assert bucket.site() == local.pages()


def test_without_its_catalogue_a_build_gives_the_same_bytes_and_removes_orphans(bucket: Bucket, local: Project) -> None:
    bucket.build(jobs=1)
    bucket.remove("pages/2024-05-03/01.txt")
    local.source("2024-05-03/01.txt").unlink()
    shutil.rmtree(bucket.project.folder / ".newsarchive")
    bucket.build(jobs=1)
    local.build(jobs=1)

    assert bucket.site() == local.pages()


def test_a_cluster_works_from_bucket_to_bucket(bucket: Bucket, local: Project) -> None:
    cluster = LocalCluster(
        n_workers=2,
        processes=True,
        threads_per_worker=2,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )
    with cluster:
        bucket.build(scheduler=cluster.scheduler_address)

    assert bucket.site() == local.pages()


def test_browsers_are_told_what_a_page_is(bucket: Bucket) -> None:
    bucket.build(jobs=1)
    types = {
        key: bucket.client.head_object(Bucket=bucket.name, Key=f"site/{key}")["ContentType"]
        for key in ("index.html", "static/site.css")
    }

    assert types == {"index.html": "text/html; charset=utf-8", "static/site.css": "text/css; charset=utf-8"}


def test_a_bucket_with_files_of_others_is_refused_and_left_as_it_was(bucket: Bucket) -> None:
    bucket.put("site/letter.doc", b"not ours")

    with pytest.raises(OutputError, match=r"holds files that newsarchive did not write, such as letter\.doc"):
        bucket.build(jobs=1)

    assert list(bucket.keys("site")) == ["letter.doc"]


def test_only_pages_are_read_from_a_bucket(bucket: Bucket, local: Project) -> None:
    for key in ("", ".hidden/1.txt", "2024-05-01/.part.txt", "2024-05-01/scan.jpg", "../pages-2/1.txt"):
        bucket.put(f"pages/{key}".replace("pages/../", ""), b"# Not a page\n\nOf this archive.\n")
    summary = bucket.build(jobs=1)

    assert summary.sources == PAGES
    assert bucket.site() == local.pages()


def test_pictures_come_from_the_bucket_and_one_that_is_missing_costs_the_next_build_nothing(
    bucket: Bucket, local: Project
) -> None:
    text = "# 新桥\n\n![新桥通车](images/1.png)\n\n![没有的](images/2.png)\n\n新桥昨日通车。\n"
    picture = b"\x89PNG\r\n\x1a\n and so on"
    local.source("2024-05-30/01.md", text)
    local.source("2024-05-30/images/1.png", picture)
    bucket.put("pages/2024-05-30/01.md", text.encode())
    bucket.put("pages/2024-05-30/images/1.png", picture)
    bucket.build(jobs=1)
    local.build(jobs=1)
    again = bucket.build(jobs=1)

    assert bucket.site() == local.pages()
    assert any(url.startswith("pictures/") for url in bucket.site())
    assert (again.read, again.written) == (0, 0)


def test_a_bucket_of_more_than_a_thousand_objects_is_listed_whole(bucket: Bucket) -> None:
    system = fsspec.filesystem("s3")
    system.pipe({f"{bucket.name}/many/{number:04}.txt": b"x" for number in range(1003)})

    assert len({file.path for file in list_files(Remote(f"s3://{bucket.name}/many"))}) == 1003


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("sources: s3://no-such-bucket/pages", SourcesError, "'s3://no-such-bucket/pages' cannot be listed"),
        ("sources: s3://{bucket}/nothing", SourcesError, "there are no pages in 's3://{bucket}/nothing'"),
        ("sources: s3://{bucket}/pages\noutput: s3://no-such-bucket/site", OutputError, "s3://no-such-bucket/site"),
    ],
)
def test_a_wrong_address_is_named(text: str, error: type[NewsarchiveError], words: str, bucket: Bucket) -> None:
    bucket.project.configure(text.replace("{bucket}", bucket.name))

    with pytest.raises(error) as caught:
        bucket.build(jobs=1)

    assert words.replace("{bucket}", bucket.name) in str(caught.value)
    assert caught.value.hint


def test_a_store_that_does_not_answer_is_an_error_with_a_hint(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.places._Remote._listed", _refuse)

    with pytest.raises(SourcesError, match="cannot be listed: Could not connect") as caught:
        bucket.build(jobs=1)

    assert "endpoint" in caught.value.hint


def _refuse(*_: object) -> Iterator[object]:
    raise RuntimeError("Could not connect to the endpoint URL")
    yield


# The other kinds of address


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("output: gopher://host/site", "1: the address 'gopher://host/site' is not understood; there are s3://, gs://"),
        ("output: https://example.org/site", "1: the address 'https://example.org/site' is not understood"),
        ("title: x\nsources: [a, s3://]", "2: the address 's3://' names no bucket or folder"),
        ("output: file://site", "1: 'file://site' must be of the form file:///folder"),
        ("sources: s3://b/pages\noutput: s3://b/pages/site", "2: the output folder 's3://b/pages/site' lies inside"),
        ("sources: [s3://b/pages, s3://b/pages/2024]", "1: the source folder 's3://b/pages/2024' lies inside"),
        ("sources:\n  - s3://b/pages\n  - s3://b/pages/", "3: the source folder 's3://b/pages' is already named"),
    ],
)
def test_an_address_that_cannot_be_used_is_named_with_its_line(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        to_config(tmp_path, text.encode())

    assert str(caught.value).startswith(f"newsarchive.yaml:{words}")


def test_an_output_that_is_no_address_is_refused_on_the_command_line_too(local: Project) -> None:
    with pytest.raises(NewsarchiveError, match="is not understood"):
        local.build(to="gopher://host/site")


def test_a_site_in_memory_has_the_bytes_of_one_on_disk(local: Project) -> None:
    expected = local.pages()
    local.build(to="memory://in-memory/site", jobs=2)
    system = fsspec.filesystem("memory")
    found = {path.removeprefix("/in-memory/site/"): system.cat_file(path) for path in system.find("/in-memory/site")}

    assert found == expected


def test_a_file_address_is_a_folder_of_this_machine(local: Project, tmp_path: Path) -> None:
    expected = local.pages()
    (tmp_path / "scans of old").mkdir()
    (local.folder / "seeds").rename(tmp_path / "scans of old/pages")
    local.configure(f"sources: file://{tmp_path}/scans%20of%20old/pages\noutput: file://{tmp_path}/site")
    local.build()

    pages = (path for path in (tmp_path / "site").rglob("*") if path.is_file())
    assert {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in pages} == expected


def test_two_places_may_be_of_different_kinds(bucket: Bucket, local: Project) -> None:
    bucket.project.configure(f"sources: s3://{bucket.name}/pages")
    bucket.build(jobs=2)

    assert bucket.project.pages() == local.pages()
