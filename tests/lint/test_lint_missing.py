"""What a plan may leave out is a matter of the preset and of the kind of organization."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from planforge import beginning
from planforge.catalogue import load_catalogue
from planforge.lint import lint

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = sorted((ROOT / "examples").glob("*.yaml"))
MISSING: Final = {"PF101", "PF102", "PF103", "PF104", "PF106", "PF107", "PF113"}
# The families of structure, targets, times and budget.
FAMILIES: Final = ("PF1", "PF2", "PF3", "PF8")

BARE: Final = "标题: 临江市宏远机械有限公司工会工作计划\n前言: 新的一年，工会要开创新局面。\n"


def told(text: str, preset: str) -> dict[str, str]:
    """Code → severity of what is missing."""
    looked = lint("plan.yaml", text.encode(), preset=preset)
    return {
        one.problem.code: one.problem.severity.value
        for one in looked
        if one.problem.code in MISSING
    }


def test_a_draft_is_reminded_of_little() -> None:
    assert told(BARE, "draft") == {"PF103": "info", "PF107": "info"}


def test_standard_asks_for_tasks_a_year_and_a_signature() -> None:
    assert told(BARE, "standard") == {
        "PF103": "warning",
        "PF106": "warning",
        "PF107": "warning",
    }


def test_strict_asks_for_every_section() -> None:
    assert told(BARE, "strict") == {
        "PF101": "warning",
        "PF102": "error",
        "PF103": "error",
        "PF104": "warning",
        "PF106": "error",
        "PF107": "error",
    }


def test_a_company_needs_no_ideology_but_bargaining_and_safety() -> None:
    strict = lint("plan.yaml", f"{BARE}类型: 企业\n".encode(), preset="strict")
    assert [one.problem.code for one in strict].count("PF113") == 2
    assert "PF101" not in {one.problem.code for one in strict}
    assert "PF113" not in told(f"{BARE}类型: 企业\n", "standard")


@pytest.mark.parametrize(("kind", "empty"), [("学校", False), ("高校", False), ("企业", True)])
def test_schools_may_leave_the_holidays_empty(kind: str, *, empty: bool) -> None:
    months = "".join(f"  {month}月: [活动{month}]\n" for month in (1, 2, 3, 4, 5, 6, 9, 10, 11, 12))
    text = f"标题: 青禾县工会2027年工作计划\n类型: {kind}\n期间: 2027\n月度安排:\n{months}"
    codes = [one.problem.code for one in lint("plan.yaml", text.encode())]
    assert ("PF109" in codes) is empty


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_strict_finds_nothing_in_an_example(path: Path) -> None:
    assert own(str(path)) == []


@pytest.mark.parametrize("kind", load_catalogue().kinds)
def test_strict_finds_nothing_in_a_scaffold(kind: str) -> None:
    _name, text = beginning.begin({"kind": kind}, "zh")
    assert own("plan.yaml", text.encode()) == []


def own(path: str, data: bytes | None = None) -> list[tuple[str, str, str]]:
    """Place, code and message of what the rules of these families find in strict."""
    return [
        (one.problem.place, one.problem.code, one.problem.message)
        for one in lint(path, data, preset="strict")
        if one.problem.code.startswith(FAMILIES)
    ]
