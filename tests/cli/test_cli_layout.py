from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.cli.layout import columns, pad, wrap

WORDS = st.text(st.sampled_from("工会（）“”，。：a-z 1é\u0301"), max_size=80)


def test_a_chinese_character_takes_two_columns_and_a_combining_mark_none() -> None:
    assert columns("工会a，e\u0301") == 2 + 2 + 1 + 2 + 1


def test_padding_ends_in_the_same_column() -> None:
    assert {columns(pad(text, 9)) for text in ("", "工会", "abc", "工会abcde")} == {9}


def test_a_line_never_begins_with_a_closing_mark() -> None:
    assert wrap("一二三四，五六七八。", 8) == ["一二三", "四，五六", "七八。"]


def test_words_stay_whole_and_later_lines_are_indented() -> None:
    assert wrap("用法 planforge render 路径", 16, indent=2) == ["用法 planforge", "  render 路径"]


@settings(deadline=None)
@given(WORDS, st.integers(12, 40))
def test_wrapping_loses_no_character_but_blanks(text: str, width: int) -> None:
    together = "".join(wrap(text, width)).replace(" ", "")
    assert together == text.replace(" ", "")


@settings(deadline=None)
@given(st.text(st.sampled_from("工会计划，。"), max_size=60), st.integers(12, 40))
def test_lines_fit_unless_marks_cling(text: str, width: int) -> None:
    plain = text.replace("，", "").replace("。", "")
    assert all(columns(line) <= width for line in wrap(plain, width))
