"""What is a URL, and how its parts are taken apart and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.inputs import identity
from planforge.stores import urls

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "path",
    [
        "s3://b/a.yaml",
        "memory://a",
        "simplecache::s3://b/a",
        "zip://a.yaml::s3://b/x.zip",
        "FILE:///a",
    ],
)
def test_a_protocol_makes_a_url(path: str) -> None:
    assert urls.is_url(path)


@pytest.mark.parametrize(
    "path",
    ["C:\\计划\\a.yaml", "C:/a.yaml", "c://a.yaml", "a.yaml", "-", "", "计划://a", "a:b", "/s3:/b"],
)
def test_drives_of_windows_and_plain_names_are_no_urls(path: str) -> None:
    assert not urls.is_url(path)


@pytest.mark.parametrize(
    ("path", "name", "parent", "beside"),
    [
        ("s3://b/计划/a.yaml", "a.yaml", "s3://b/计划", "s3://b/计划/a.docx"),
        ("s3://b/a.yaml", "a.yaml", "s3://b", "s3://b/a.docx"),
        ("file:///a.yaml", "a.yaml", "file:///", "file:///a.docx"),
        ("memory://a.yaml", "a.yaml", "memory://", "memory://a.docx"),
        (
            "zip://计划/a.yaml::s3://b/all.zip",
            "a.yaml",
            "zip://计划::s3://b/all.zip",
            "zip://计划/a.docx::s3://b/all.zip",
        ),
        (
            "https://例.cn/计划/%E7%94%B2.yaml?v=1#x",
            "甲.yaml",
            "https://例.cn/计划",
            "https://例.cn/计划/a.docx",
        ),
    ],
)
def test_a_url_has_a_name_and_a_folder(path: str, name: str, parent: str, beside: str) -> None:
    assert (urls.name(path), urls.parent(path)) == (name, parent)
    assert urls.with_name(path, "a.docx") == beside


def test_plain_paths_are_handled_as_ever(tmp_path: Path) -> None:
    path = str(tmp_path / "a.yaml")
    assert urls.name(path) == "a.yaml"
    assert urls.parent(path) == str(tmp_path)
    assert urls.with_name(path, "b") == str(tmp_path / "b")
    assert urls.join(str(tmp_path), ".", "b") == str(tmp_path / "b")


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\:\0?#"), min_size=1).filter(
    lambda name: name not in {".", ".."}
)


@given(
    st.sampled_from(["s3://b", "memory://", "file:///", "zip://in::s3://b/x.zip"]),
    st.lists(NAMES, min_size=1),
)
def test_what_is_put_together_comes_apart_again(folder: str, names: list[str]) -> None:
    path = urls.join(folder, *names)
    assert urls.is_url(path)
    assert urls.name(path) == names[-1]
    assert urls.parent(path) == (urls.join(folder, *names[:-1]) if names[1:] else folder)


def test_a_file_is_the_same_whatever_way_it_is_named(tmp_path: Path) -> None:
    path = str(tmp_path / "a.yaml")
    assert identity(path) == identity(f"file://{path}")
    assert identity("s3://b/a/") == identity("S3://b/a") == identity("simplecache::s3://b/a")
    assert identity("s3://b/a") != identity("gs://b/a")
