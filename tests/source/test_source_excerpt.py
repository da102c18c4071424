from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planforge.errors import Severity
from planforge.source.excerpt import WIDTH, render
from planforge.source.text import SourceText


def lines(text: str, start: int, end: int = -1, hint: str = "") -> list[str]:
    problem = SourceText("plan.yaml", text).problem("PF001", "wrong", start, end, hint=hint)
    return render(problem).split("\n")


def test_the_caret_stands_right_under_wide_characters() -> None:
    assert lines("标题：甲\n", 2, 3, hint="what to do") == [
        "plan.yaml:1:3: PF001 wrong",
        "    标题：甲",
        "        ^^",
        "  hint: what to do",
    ]


def test_a_problem_of_the_whole_file_is_one_line() -> None:
    assert render(SourceText("plan.yaml", "").problem("PF001", "empty")) == "plan.yaml: PF001 empty"


def test_what_is_no_error_is_marked_as_a_note() -> None:
    problem = SourceText("a.yaml", "").problem("PF005", "odd", severity=Severity.INFO)
    assert render(problem) == "a.yaml: PF005 please note: odd"


def test_a_tab_is_shown_as_spaces() -> None:
    assert lines("a:\tb甲\tc\n", 6, 7)[1:] == ["    a:  b甲 c", "            ^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert lines('a: "甲\n乙"\n', 3, 8)[1:] == ['    a: "甲', "       ^^^"]


def test_a_place_behind_the_line_still_gets_a_caret() -> None:
    assert lines("a: 甲\n", 4)[1:] == ["    a: 甲", "         ^"]


def test_no_escape_of_the_terminal_gets_through() -> None:
    text = SourceText("p\x1b[2J.yaml", "a: \x1b[31m\u202e甲\n")
    shown = render(text.problem("PF003", "bad \x07", 8, 9, hint="\x9b"))
    assert shown.split("\n") == [
        "p␛[2J.yaml:1:9: PF003 bad ␇",
        "    a: ␛[31m<U+202E>甲",
        "            ^^^^^^^^",
        "  hint: <U+009B>",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "内容: " + "甲" * 300 + "错" + "乙" * 300
    _head, source, caret = lines(text, 304)
    assert source.startswith("    …甲")
    assert source.endswith("乙…")
    assert cell_len(source) <= WIDTH + 4
    assert caret.strip() == "^^"
    assert cell_len(source[: source.index("错")]) == len(caret) - 2


@settings(deadline=None, max_examples=300)
@given(
    st.text(alphabet="甲a\t\x1b\u202e😀 ，", min_size=1, max_size=150).filter(str.strip),
    st.data(),
)
def test_the_caret_is_always_under_what_is_shown(text: str, choice: st.DataObject) -> None:
    start = choice.draw(st.integers(0, len(text) - 1))
    end = choice.draw(st.integers(start + 1, len(text)))
    _head, source, caret = lines(text, start, end)
    assert cell_len(source) <= WIDTH + 4
    assert len(caret) <= cell_len(source)
    assert caret.strip("^ ") == ""


@pytest.mark.parametrize("width", [10, 20])
def test_the_width_is_kept(width: int) -> None:
    problem = SourceText("p", "甲" * 100).problem("PF001", "x", 50, 90)
    source = render(problem, width).split("\n")[1]
    assert cell_len(source) <= width + 4


def test_a_line_as_long_as_a_file_costs_no_more_than_what_is_shown_of_it() -> None:
    text = "\0" * 10_000_000
    shown = lines(text, 5_000_000, 5_000_001)[1:]
    assert shown == [f"    …{'␀' * (WIDTH - 2)}…", "    " + " " * 38 + "^"]
    # Twenty problems of such a line are told, each at once.
    for place in range(20):
        assert lines(text, place)[1].startswith("    ␀")
