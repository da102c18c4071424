"""Text that is in the target's script already."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planforge.script.conversion import Conversion
from planforge.script.file import convert_file
from planforge.script.report import watched
from planforge.script.targets import TARGETS
from planforge.script.written import script_of

EXAMPLES = Path(__file__).parents[2] / "examples"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
TRADITIONAL = ("hant", "tw", "hk", "mo")


def convert(text: str, target: str, suffix: str = ".txt") -> str:
    return convert_file(f"a{suffix}", text.encode(), Conversion(target)).decode()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("发展", "simplified"),
        ("發展", "traditional"),
        ("发展與合作", "mixed"),
        ("皇后里程，干杯", "either"),
        ("abc", "either"),
        ("喆堃囍", "either"),
    ],
)
def test_the_script_is_told_by_characters_that_only_one_has(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize("target", TRADITIONAL)
def test_traditional_words_with_simplified_looking_characters_are_not_damaged(target: str) -> None:
    text = "皇太后與王后，乾隆年間，五里界，范老師和于先生，若干，子曰詩云，發菜"
    assert convert(text, target) == text


def test_simplified_text_stays_for_the_mainland() -> None:
    text = "沈著同志，乾隆着装，发展"
    assert convert(text, "cn") == text


def test_a_plan_is_judged_by_its_values_not_by_its_keys() -> None:
    text = "标题: 皇后大道工會\n内容: 乾隆後街\n"
    assert convert(text, "tw", ".yaml") == text


def test_lines_of_a_mixed_text_that_are_traditional_stay() -> None:
    assert convert("发展与合作\r\n后街的計劃\n", "hant") == "發展與合作\r\n后街的計劃\n"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("hk", "工作計劃和信息，《年度計畫》，台灣裏面"),
        ("tw", "工作計畫和資訊，《年度計畫》，臺灣裡面"),
        ("hant", "工作計畫和資訊，《年度計畫》，臺灣裡面"),
    ],
)
def test_another_region_s_text_gets_the_words_and_characters_of_this_one(
    target: str, expected: str
) -> None:
    assert convert("工作計畫和資訊，《年度計畫》，臺灣裡面", target) == expected


def test_a_way_over_another_region_comes_back() -> None:
    text = "工作計畫、資訊、簡訊、臺帳與說明，四周環境污染"
    assert convert(convert(text, "hk"), "tw") == text


@pytest.mark.parametrize("target", TRADITIONAL)
def test_real_traditional_plans_change_only_in_regional_forms(target: str) -> None:
    folder = Path(os.environ.get("PLANFORGE_CORPUS", CORPUS)) / "plans"
    if not folder.is_dir():
        pytest.skip("the corpus of real plans is not here")
    plans = [path.read_text("utf-8") for path in sorted(folder.glob("00[04]-*.txt"))]
    assert plans
    changed = {
        (old, new)
        for plan in plans
        if script_of(plan) == "traditional"
        for old, new in zip(plan, convert(plan, target), strict=True)
        if old != new
    }
    assert changed <= {
        *(("劃", "畫"), ("畫", "劃"), ("台", "臺"), ("賬", "帳"), ("梁", "樑")),
        # Hong Kong writes 公佈.
        ("布", "佈"),
    }


@pytest.mark.parametrize("target", TARGETS)
def test_every_example_stays_when_converted_twice(target: str) -> None:
    examples = sorted(EXAMPLES.glob("*.yaml"))
    assert examples
    for path in examples:
        once = convert(path.read_text("utf-8"), target, ".yaml")
        assert convert(once, target, ".yaml") == once


def test_the_report_says_what_the_file_was_written_in() -> None:
    for text, script in (("发展", "simplified"), ("發展", "traditional"), ("发與", "mixed")):
        report, conversion = watched("a.txt", Conversion("tw"))
        convert_file("a.txt", text.encode(), conversion)
        assert report.script == script


# What comes back better than it was: the page was half converted, and one line is damaged.
REPAIRED = {
    "于於",
    "干幹",
    "范範",
    "并並",
    "征徵",
    "后後",
    "余餘",
    *("拥擁", "闹鬧", "热熱", "问問"),
}
# Both are ways to write the word; the one that comes back is that of the region.
SAME_WORD = {
    *(
        "劃畫",
        "跡蹟",
        "閑閒",
        "復覆",
        "了瞭",
        "煉鍊",
        "咨諮",
        "搜蒐",
        "獲穫",
        "賬帳",
        "布佈",
        "台臺",
    ),
    "周週",
}


def test_traditional_plans_come_back_but_for_repairs_and_other_ways_to_write_a_word() -> None:
    folder = Path(os.environ.get("PLANFORGE_CORPUS", CORPUS)) / "plans"
    if not folder.is_dir():
        pytest.skip("the corpus of real plans is not here")
    plans = [path.read_text("utf-8") for path in sorted(folder.glob("00[04]-*.txt"))]
    assert plans
    changed = {
        old + new
        for plan in plans
        for old, new in zip(plan, convert(convert(plan, "cn"), "tw"), strict=True)
        if old != new
    }
    assert changed <= REPAIRED | SAME_WORD
