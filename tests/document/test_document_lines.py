from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.document.lines import (
    ends_in_a_mark,
    one_line,
    paragraphs,
    split_first_sentence,
)
from planforge.document.width import width


def test_every_line_that_is_not_blank_is_a_paragraph_without_its_indent() -> None:
    assert paragraphs("　　甲\n\n  乙 \r\n\t\n丙") == ("甲", "乙", "丙")


def test_lines_are_joined_without_a_blank_unless_latin_words_would_touch() -> None:
    assert one_line("青禾县\n总工会") == "青禾县总工会"
    assert one_line("QC\ncircle\n小组") == "QC circle小组"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("加强学习。提高素质。", ("加强学习。", "提高素质。")),
        ("加强学习。", ("", "加强学习。")),
        ("加强学习，提高素质", ("", "加强学习，提高素质")),
        ("倡导“慢慢走。”大家参加。", ("倡导“慢慢走。”", "大家参加。")),
        ("倡导“慢慢走。”", ("", "倡导“慢慢走。”")),
        ("。余下", ("。", "余下")),
        ("", ("", "")),
    ],
)
def test_the_first_sentence_ends_behind_its_full_stop_and_quotes(
    text: str, parts: tuple[str, str]
) -> None:
    assert split_first_sentence(text) == parts


@given(st.text(alphabet="工会。”』，a "))
def test_splitting_off_a_sentence_loses_nothing(text: str) -> None:
    assert "".join(split_first_sentence(text)) == text


@pytest.mark.parametrize(
    ("text", "ends"),
    [("做实服务", False), ("做实服务：", True), ("实施“春风”", False), ("他说：“好。”", True)],
)
def test_marks_inside_closing_quotes_end_a_sentence(text: str, *, ends: bool) -> None:
    assert ends_in_a_mark(text) is ends


@pytest.mark.parametrize(
    ("text", "size"), [("ab", 2), ("工会", 4), ("“①—”", 8), ("e\u0301", 1), ("𠮷", 2), ("", 0)]
)
def test_characters_of_chinese_fonts_are_two_wide(text: str, size: int) -> None:
    assert width(text) == size
