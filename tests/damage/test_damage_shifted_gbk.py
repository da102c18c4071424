from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.damage import shifted_gbk


def said(text: str) -> list[tuple[str, str | None]]:
    return [(text[d.start : d.end], d.replacement) for d in shifted_gbk.find(text)]


def shifted(before: str, text: str) -> str:
    """``text`` behind half of an ideographic space, as browsers of the time showed it."""
    raw = b"\xa1" + text.encode("gbk")
    shown, at = "", 0
    while at < len(raw):
        width = 1 if raw[at] < 0x80 else 2
        shown += raw[at : at + width].decode("gbk", "ignore")
        at += width
    return before + shown


def test_a_heading_read_one_byte_off_is_read_again() -> None:
    assert said(shifted("", "（一）不断加强民主管理")) == [
        ("。ㄒ唬┎欢霞忧棵裰鞴芾", "（一）不断加强民主管理")
    ]


@pytest.mark.parametrize(
    ("text", "run", "meant"),
    [
        ("。ㄒ唬┰鰪娙齻觀念", "。ㄒ唬┰鰪娙齻", "（一）增強三個"),
        ("。ǘ┻M一步完善", "。ǘ┻M", "（二）進"),
        ("。ㄈ┓e極參與", "。ㄈ┓e", "（三）積"),
        ("春節前的慶;顒蛹拔繂柟ぷ。", ";顒蛹拔繂柟ぷ", "祝活動及慰問工作"),
        ("辦好重陽節慶;顒。", ";顒", "祝活動"),
    ],
)
def test_runs_of_real_pages_are_read_with_the_characters_at_their_ends(
    text: str, run: str, meant: str
) -> None:
    assert said(text) == [(run, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "一、指导思想;二、工作目标",
        "选择题；あいうえお",
        "ㄅㄆㄇㄈ",
        "┌─────┐",
        "丰富多彩;犇羴鱻三家",
        "n lǚ, nǚ and 绿",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert said(text) == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_looked_through(text: str) -> None:
    end = 0
    for damage in shifted_gbk.find(text):
        assert end <= damage.start < damage.end <= len(text)
        end = damage.end
        assert damage.replacement
        assert not damage.sure
