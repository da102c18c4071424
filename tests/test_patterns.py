from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.patterns import pattern


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    original = re.compile

    def noted(expression: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(expression)
        return original(expression, flags)

    monkeypatch.setattr(re, "compile", noted)
    months = pattern("[0-9]+月")
    assert compiled == []
    assert months.fullmatch("12月")
    assert months.fullmatch("12月前") is None
    assert compiled == ["[0-9]+月"]


@given(st.text(alphabet="ab1 \n"))
def test_a_pattern_answers_as_a_compiled_expression_does(text: str) -> None:
    ours, theirs = pattern("^A+$", re.IGNORECASE), re.compile("^A+$", re.IGNORECASE)
    assert bool(ours.search(text)) == bool(theirs.search(text))
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.pattern == theirs.pattern


def test_a_pattern_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("(")


@pytest.mark.parametrize("flags", [0, re.ASCII, re.IGNORECASE])
def test_hanzi_are_hanzi_whatever_else_a_pattern_is_told(flags: int) -> None:
    figures = pattern(r"[0-9]+[\u4e00-\u9fff]{0,2}", flags)
    assert figures.findall("约20人次，12a") == ["20人次", "12"]
