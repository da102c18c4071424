from __future__ import annotations

from typing import TYPE_CHECKING

import opencc
import pytest

from planforge import resources
from planforge.errors import FileProblems, UserError
from planforge.model.plan import BODY
from planforge.regions import Labels, load_region

if TYPE_CHECKING:
    from pathlib import Path

REGIONS = {"cn": "zh-CN", "tw": "zh-TW", "hk": "zh-HK", "mo": "zh-MO"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template folder of the user with room for regions."""
    monkeypatch.setattr(resources, "_chosen", [tmp_path])
    (tmp_path / "regions").mkdir()
    return tmp_path / "regions"


@pytest.mark.parametrize(("code", "language"), REGIONS.items())
def test_every_region_has_its_language_and_a_word_for_everything(code: str, language: str) -> None:
    region = load_region(code)
    assert (region.code, region.language) == (code, language)
    assert set(region.headings) == set(BODY)
    assert all(getattr(region.labels, name) for name in Labels.__struct_fields__)
    without = [name for name, heading in region.headings.items() if not heading]
    assert without == ["preamble", "sections", "closing"]


def test_the_usual_headings_are_those_of_the_region() -> None:
    assert load_region("cn").headings["guiding_ideology"] == "指导思想"
    assert load_region("tw").headings["guiding_ideology"] == "指導思想"
    assert load_region("cn").title_suffix == "工会工作计划"
    assert load_region("tw").title_suffix == "工會工作計畫"
    assert load_region("hk").title_suffix == "工會工作計劃"


@pytest.mark.parametrize("code", ["tw", "hk", "mo"])
def test_no_simplified_character_is_left_in_a_traditional_region(code: str) -> None:
    words = str(load_region(code))
    assert len(words) > 500
    convert = opencc.OpenCC("s2t").convert
    # OpenCC takes 祕 and 秘 for right and prefers the rarer one.
    assert convert(words).replace("祕", "秘") == words


def test_a_region_of_the_user_is_one_more_file(folder: Path) -> None:
    text = resources.read("regions/cn.yaml").decode()
    (folder / "xm.yaml").write_text(text.replace("责任人", "牵头人"), encoding="utf-8")
    region = load_region("xm")
    assert (region.code, region.labels.owner) == ("xm", "牵头人")


def test_an_unknown_region_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        load_region("xx")
    assert caught.value.message == "there is no region xx"
    assert caught.value.hint == "Known are cn, hk, mo, tw"


def test_a_region_file_without_a_word_is_refused_with_its_key(folder: Path) -> None:
    text = resources.read("regions/cn.yaml").decode()
    (folder / "cn.yaml").write_text(text.replace("  owner: 责任人\n", ""), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_region("cn")
    assert str(folder / "cn.yaml") in caught.value.message
    assert caught.value.hint == "Look at labels.owner"


def test_a_region_file_without_a_heading_is_refused_with_its_key(folder: Path) -> None:
    text = resources.read("regions/cn.yaml").decode()
    (folder / "cn.yaml").write_text(text.replace("  tasks: 重点任务\n", ""), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_region("cn")
    assert "headings.tasks" in caught.value.hint
    assert "\n" not in caught.value.hint


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("script: Hans", "script: Latn", "script"),
        ("quotes: “”‘’", "quotes: “”", "quotes"),
        ("quotes: “”‘’\n", "", "quotes"),
        ("language: zh-CN", "language: [zh-CN]", "language"),
        ("  owner: 责任人", "  owner:", "labels.owner"),
        ("  owner: 责任人", "  owner: 责任人\n  leader: 组长", "labels.leader"),
        ("  years_since: 0", "  years_since: many", "date.years_since"),
        ("labels:\n", "labels: 无\nlegends:\n", "legends, labels"),
    ],
)
def test_a_region_file_with_a_wrong_value_is_refused_with_its_key(
    folder: Path, old: str, new: str, key: str
) -> None:
    text = resources.read("regions/cn.yaml").decode()
    assert old in text
    (folder / "cn.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_region("cn")
    assert caught.value.hint == f"Look at {key}"


@pytest.mark.parametrize("text", ["- a\n", "", "words\n"])
def test_a_region_file_that_is_no_mapping_is_refused(folder: Path, text: str) -> None:
    (folder / "cn.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FileProblems):
        load_region("cn")
