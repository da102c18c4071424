from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.damage import placeholders, residue, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.damage import Damage

KINDS = (
    "cut_phrases",
    "deleted_marks",
    "lost_characters",
    "lost_numbers",
    "pinyin",
    "placeholders",
    "residue",
    "shifted_gbk",
    "spaces",
    "spun_words",
    "stray_marks",
    "typos",
)


def finder(kind: str) -> Callable[[str], Iterator[Damage]]:
    found: Callable[[str], Iterator[Damage]] = import_module(f"planforge.damage.{kind}").find
    return found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("pinyin", "戰(zhàn)役和創(chuàng)建", [("(zhàn)", "", True), ("(chuàng)", "", True)]),
        ("pinyin", "垚（yáo）山村", [("（yáo）", "", False)]),
        ("spaces", "第一  会议室 报名", [("  ", " ", True)]),
        ("spaces", "慰问职工    人次，《  》读书  班", [("  ", " ", True)]),
        ("spaces", "\ue5e5报名\ue5e5", [("\ue5e5", "", True), ("\ue5e5", "", True)]),
        ("lost_characters", "建设以重�点", [("�", None, False)]),
        ("lost_characters", "\uf06c报名", [("\uf06c", "●", True)]),
        ("lost_characters", "名单\ue46a锟斤拷", [("\ue46a锟斤拷", None, False)]),
        (
            "deleted_marks",
            "打下基矗各组评眩",
            [("基矗", "基础。", False), ("评眩", "评选。", False)],
        ),
        ("deleted_marks", "重病和大玻", [("大玻", "大病。", False)]),
        ("stray_marks", "单位的.实际和职工的'呼声", [(".", "", True), ("'", "", True)]),
        ("stray_marks", "热情 and 干劲", [(" and ", "和", True)]),
        ("stray_marks", "提高and效率，质量 and效率", [("and", "和", True), (" and", "和", True)]),
        ("stray_marks", "观看《你and我》，Brand效应，R and D经费", [("and", "和", False)]),
        ("stray_marks", "民-主管理、和-谐班组", [("-", "", True), ("-", "", True)]),
        ("stray_marks", "建设?团结", [("?", None, False)]),
        ("stray_marks", "按时完成。,", [("。,", None, False)]),
        ("placeholders", "20xx年为xx街道帮扶x人", [("20xx年",), ("xx",), ("x",)]),
        ("placeholders", "__年第__个教师节", [("__年",), ("__",)]),
        ("placeholders", "某某同志与平安##、**市", [("某某",), ("##",), ("**",)]),
        ("placeholders", "20计划办理三千张", [("20",)]),
        ("placeholders", "慰问职工    人次，由    同志负责", [("    ",), ("    ",)]),
        ("placeholders", "于  月  日召开第（ ）次会议", [("  ",), ("  ",), ("（ ）",)]),
        ("lost_numbers", "收入达到万元，增长%", [("万元",), ("增长",)]),
        (
            "lost_numbers",
            "签约率达96，履约率为100。",
            [("率达96", "率达96%"), ("率为100", "率为100%")],
        ),
        ("cut_phrases", "以“”重要思想，学习党的、和", [("“”",), ("党的",)]),
        ("cut_phrases", "参^v^权、“*、参与”", [("^v^",), ("*",)]),
        ("cut_phrases", "党的__大、十_届三次", [("党的__",), ("十_",)]),
        ("spun_words", "坚定不够地提高用心性", [("坚定不够", "坚定不移"), ("用心性", "积极性")]),
        ("typos", "走仿中的的荫芽", [("走仿", "走访"), ("的的", "的"), ("荫芽", "萌芽")]),
        ("residue", "下面是小编整理的几篇计划", [("下面是小编整理的几篇计划", "", True)]),
        ("residue", "下一篇：返回列表", [("下一篇：返回列表", "", True)]),
        ("residue", "读书。励志天下", [("励志天下", "", False)]),
    ],
)
def test_every_kind_of_damage_is_found_at_its_place(
    kind: str, text: str, found: list[tuple[str, str | None, bool]]
) -> None:
    wanted = [(*one, *(None, False)[len(one) - 1 :]) for one in found]
    said = [(text[d.start : d.end], d.replacement, d.sure) for d in finder(kind)(text)]
    assert said == wanted


SOUND = (
    "一、二年级十一月份-十二月份，约5万元、上万元、数万元，金额（万元），增长12%，率达到98%以上。",
    "X光检查2x2米，70周岁以上，QC小组，党的十九届四中全会精神，民主、文明、和谐。",
    "值得注意的是，市常委会第三次会议、立场坚定、小编制单位，职工的“家”，三-五月。",
    "用心服务职工，校园文化建设，提供资料，互相理解，通过群众评议，的确如此，目的的实现。",
    "时间：3月8日　地点：职工之家（临江路12号）",
    "日期：2027-01-08",
    "https 与 http 的区别；讨论《民法典》《工会法》。",
    "每人100元，共10000元；每季度1次，第3周，9:30—11:00。",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_has_no_damage(kind: str, text: str) -> None:
    assert list(finder(kind)(text)) == []


def test_blanks_to_fill_in_are_found_once_in_the_order_of_the_text() -> None:
    text = "xx年xx县xx公司帮扶xx人"
    assert [text[d.start : d.end] for d in placeholders.find(text)] == ["xx年", "xx", "xx", "xx"]


def test_a_line_that_belongs_to_the_page_is_told_from_a_line_of_the_plan() -> None:
    assert residue.is_line("  【工会工作计划】相关文章：")
    assert residue.is_line("总工会工作计划（优质22篇）")
    assert not residue.is_line("一、相关文章的征集")


def test_every_word_that_lost_its_mark_follows_from_the_bytes_of_gbk() -> None:
    rows = table.rows("deleted_marks")
    assert len(rows) > 30
    for row in rows:
        raw = row["right"].encode("gbk")
        at = len(raw) - 3
        assert raw[at : at + 2] == b"\xa1\xa1"
        assert (raw[:at] + raw[at + 2 :]).decode("gbk") == row["wrong"]


@pytest.mark.parametrize("name", ["spun_words", "typos", "deleted_marks"])
def test_no_word_of_a_table_is_listed_twice_or_stands_for_itself(name: str) -> None:
    rows = table.rows(name)
    words = [row["wrong"] for row in rows]
    assert len(words) == len(set(words)) > 20
    assert all(row["wrong"] != row["right"] for row in rows)


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_looked_through(kind: str, text: str) -> None:
    for found in finder(kind)(text):
        assert 0 <= found.start < found.end <= len(text)
