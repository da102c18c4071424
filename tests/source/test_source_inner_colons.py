"""Colons inside texts in brackets, as YAML 1.2 allows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.errors import FileProblems
from planforge.source.engine import fast, python
from planforge.source.load import load


@pytest.mark.parametrize(
    "value",
    ["17:30", "每周四17:30健步走", "到18:00，好", "见http://gh.example.org/a。", "会议：3:2"],
)
def test_a_time_or_an_address_in_brackets_needs_no_quotation_marks(value: str) -> None:
    source = load("plan.yaml", f"内容: {{标题: {value}, 期限: 3月}}  # 晚8:00\n".encode())
    assert source.data() == {"内容": {"标题": value, "期限": "3月"}}
    listed = load("plan.yaml", f"内容: [{value}, 3月]\n".encode())
    assert listed.data() == {"内容": [value, "3月"]}


def test_the_places_of_values_stay_right() -> None:
    source = load("plan.yaml", "a: {b: 到18:00，好, c: 3月}\n".encode())
    node = source.find(("a", "c"))
    assert source.text.text[node.start : node.end] == "3月"


@pytest.mark.parametrize(
    "text", ["a: {标题:开会, 期限: 3月}\n", "a: [标题:开会]\n", "a: {标题:开会}\n"]
)
def test_a_key_without_a_space_behind_its_colon_is_still_told(text: str) -> None:
    with pytest.raises(FileProblems) as error:
        load("plan.yaml", text.encode())
    first = error.value.problems[0]
    assert first.message == "a space is missing behind the colon"
    assert (first.line, first.column) == (1, 7)


def test_another_fault_in_the_file_is_told_in_its_own_words() -> None:
    with pytest.raises(FileProblems) as error:
        load("plan.yaml", b"a: {b: 17:30, c: [x}\n")
    assert "a space is missing behind the colon" not in [
        one.message for one in error.value.problems
    ]


@given(st.text("ab :,{}[]\"'#1中\n-", max_size=30))
def test_both_parsers_read_the_same_or_one_refuses(text: str) -> None:
    read: list[object] = []
    for engine in (fast, python):
        try:
            read.append(load("plan.yaml", f"k: {text}\n".encode(), engine=engine).data())
        except FileProblems:
            read.append(None)
    assert None in read or read[0] == read[1]
