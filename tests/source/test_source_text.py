from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.errors import Severity
from planforge.source.text import SourceText

TEXTS = st.text(alphabet="甲a\r\n\x85\u2028😀\t", max_size=30)


def test_lines_end_at_line_feed_and_carriage_return_only() -> None:
    source = SourceText("plan.yaml", "甲\r\n乙\x85丙\u2028丁\r戊\n")
    assert [source.position(i) for i in range(10)] == [
        *((1, 1), (1, 2), (1, 3)),
        *((2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (2, 6)),
        (3, 1),
    ]
    assert source.line(2) == "乙\x85丙\u2028丁"
    assert source.line(4) == ""


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    source = SourceText("plan.yaml", text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.starts[line - 1] + column - 1 == offset


def test_a_problem_carries_its_line_and_both_ends() -> None:
    source = SourceText("plan.yaml", "标题: 甲\n单位: 乙丙\n")
    problem = source.problem("PF003", "unknown", 6, 8, hint="what", severity=Severity.WARNING)
    assert problem.place == "plan.yaml:2:1"
    assert (problem.end_line, problem.end_column) == (2, 3)
    assert problem.excerpt == "单位: 乙丙"
    assert (problem.hint, problem.severity) == ("what", Severity.WARNING)


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    problem = SourceText("plan.yaml", "标题: 甲\n").problem("PF001", "empty")
    assert problem.place == "plan.yaml"
    assert problem.excerpt == ""


def test_a_problem_behind_the_last_character_of_a_line_stays_in_that_line() -> None:
    problem = SourceText("plan.yaml", "甲\n乙\n").problem("PF001", "here", 1)
    assert (problem.line, problem.column, problem.end_line, problem.end_column) == (1, 2, 1, 3)


def test_problems_of_one_line_share_its_text() -> None:
    source = SourceText("a.yaml", "甲" * 1000)
    excerpts = {id(source.problem("PF001", "", at, at + 1).excerpt) for at in range(1000)}
    assert len(excerpts) == 1
