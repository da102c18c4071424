"""The data files with the names of kinds and regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import catalogue, resources
from planforge.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHOOL = "school:\n  zh: 学校\n  hant: 學校\n  en: school\n"


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The kinds of the user, in place of the usual ones."""
    monkeypatch.setattr(resources, "_chosen", [tmp_path])
    catalogue.load_catalogue.cache_clear()
    yield tmp_path / "kinds.yaml"
    catalogue.load_catalogue.cache_clear()


def test_a_kind_goes_by_every_name_of_its_row(kinds: Path) -> None:
    kinds.write_text(f"{SCHOOL}  also: [中学]\n", encoding="utf-8")
    known = catalogue.load_catalogue()
    assert [known.kind(name) for name in ("学校", "學校", "school", "中学")] == ["school"] * 4


def test_a_kind_needs_no_further_names(kinds: Path) -> None:
    kinds.write_text(SCHOOL, encoding="utf-8")
    assert catalogue.load_catalogue().kinds["school"].names == ("学校", "學校", "school")


@pytest.mark.parametrize(
    "row",
    [
        "farm: 农场",
        "farm: {zh: 农场, hant: 農場}",
        "farm: {zh: 农场, hant: 農場, en: farm, color: green}",
        "farm: {zh: 农场, hant: 農場, en: [farm]}",
        "farm: {zh: 农场, hant: 農場, en: farm, also: 农庄}",
        "farm: {zh: 农场, hant: 農場, en: farm, also: [{name: 农庄}]}",
    ],
)
def test_a_row_that_is_no_kind_is_refused_with_its_key(kinds: Path, row: str) -> None:
    kinds.write_text(f"{SCHOOL}{row}\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        catalogue.load_catalogue()
    assert caught.value.message == f"the file {kinds} cannot be used"
    assert caught.value.hint == "Look at farm"
