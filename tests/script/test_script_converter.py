"""Conversion of prose between the scripts."""

import sys
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.errors import UserError
from planforge.script import converter, protected
from planforge.script.conversion import Conversion
from planforge.script.converter import Options
from planforge.script.targets import TARGETS


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("不断发挥作用", "不斷發揮作用"),
        ("做好困难帮扶", "做好困難幫扶"),
        ("慰问金发放", "慰問金發放"),
        ("命名表彰先进", "命名表彰先進"),
        ("发挥才干", "發揮才幹"),
    ],
)
def test_word_boundaries_keep_opencc_from_joining_two_words(
    simplified: str, traditional: str
) -> None:
    assert Conversion("tw").text(simplified) == traditional


def test_the_fast_way_is_the_plain_call() -> None:
    assert Conversion("tw", Options(word_boundaries=False)).text("不断发挥") == "不斷髮揮"


def test_regions_differ_where_their_characters_differ() -> None:
    text = "群众台账里"
    assert {target: Conversion(target).text(text) for target in ("hant", "tw", "hk", "mo")} == {
        "hant": "群眾臺賬裏",
        "tw": "群眾臺帳裡",
        "hk": "群眾台賬裏",
        "mo": "群眾台賬裏",
    }


def test_taiwanese_text_comes_back_in_mainland_words() -> None:
    assert Conversion("cn").text("計畫與紀錄，依著規定") == "计划与纪录，依着规定"


def test_the_words_around_an_address_are_converted() -> None:
    text = "附邮箱gonghui@example.org和电话"
    assert Conversion("tw").text(text) == "附郵箱gonghui@example.org和電話"


@pytest.mark.parametrize(
    "kept",
    [
        "https://工会.cn/发放?x=发",
        "www.发展.com/后",
        "发放@后勤.cn",
        "{{ 发放 }}",
        "{% if 发 %}",
        "{# 发 #}",
        "${发放}",
        r"D:\工会\发放.docx",
        "./计划/发放.yaml",
        "/home/工会/发放.md",
        '<a title="发">',
        "<!-- 发放 -->",
    ],
)
def test_addresses_paths_and_tags_stay_as_they_are(kept: str) -> None:
    assert Conversion("tw").text(f"发放 {kept} 发放") == f"發放 {kept} 發放"


BESIDE_PROSE = (
    *("发", "\n", "{", "{{", "}}", "{%", "%}", "$", "${a}", "<!--", "-->", "/", "a/b/"),
    *("\\", "D:\\", "发@后.cn", "w", "www.a.cn"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(BESIDE_PROSE)))
def test_looking_only_at_lines_with_a_chance_finds_the_same_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [match.span() for match in protected.places_in_prose(text)]
    assert found == [match.span() for match in protected.PROSE.finditer(text)]


def test_nul_is_refused_because_opencc_would_drop_the_rest() -> None:
    with pytest.raises(UserError):
        Conversion("tw").text("发\0放")


def test_half_a_character_is_refused_in_one_sentence() -> None:
    with pytest.raises(UserError) as caught:
        Conversion("tw").text("发\ud800展")
    assert "half a character" in caught.value.message


def test_the_mainland_word_of_a_plan_comes_back_in_titles_too() -> None:
    text = "《工作計畫》與“資訊”、資訊"
    assert Conversion("cn").text(text) == "《工作计划》与“资讯”、信息"


def test_an_unknown_target_names_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        Conversion("jp").text("发")
    assert all(target in caught.value.hint for target in TARGETS)


def test_another_package_called_opencc_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    impostor = ModuleType("opencc")

    class OpenCC:
        def __init__(self, configuration: str) -> None:
            self.configuration = configuration

    vars(impostor)["OpenCC"] = OpenCC
    monkeypatch.setitem(sys.modules, "opencc", impostor)
    converter.engine.cache_clear()
    try:
        with pytest.raises(UserError) as caught:
            Conversion("tw").text("发")
    finally:
        converter.engine.cache_clear()
    assert "opencc" in caught.value.message
    assert "pip install opencc" in caught.value.hint


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_quotation_that_is_not_closed_ends_with_its_line(line_end: str) -> None:
    assert Conversion("tw").text(f"《计划{line_end}计划") == f"《計劃{line_end}計畫"


def test_text_with_characters_of_no_meaning_in_it_still_loses_nothing() -> None:
    odd = "".join(map(chr, (*range(0xFDD0, 0xFDF0), 0x1F, 0x1E, 0x1D, 0x1C)))
    assert Conversion("tw").text(f"发展{odd}后勤") == f"發展{odd}後勤"


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_script_conversion_never_loses_a_line_or_a_non_han_character(text: str) -> None:
    def others(words: str) -> str:
        return "".join(c for c in words if c.isascii() or c in "，。；、“”《》（）\n")

    assert others(Conversion("tw").text(text)) == others(text)
