"""When facts speak, how bad they may be, and that everybody can bring his own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import facts
from planforge.errors import Severity
from planforge.facts import festivals
from planforge.lint import lint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = "标题: 青禾县第二中学工会{year}年工作计划\n期间: {year}\n前言: {words}\n"

CONGRESSES = """\
# valid_from: 2002-11-15
# valid_until: 2032-09-30
name\tfrom\tto\tconfidence\tsource
二十大\t2022-10-16\t2022-10-22\tverified\tour notes
二十一大\t2027-10\t2027-10\t{confidence}\tour notes
"""


@pytest.fixture(autouse=True)
def _facts_as_before() -> Iterator[None]:
    before = facts.chosen()
    yield
    facts.choose(before)


def found(code: str, year: int, words: str, *, more: str = "") -> list[tuple[Severity, str]]:
    text = TITLE.format(year=year, words=words) + more
    problems = (one.problem for one in lint("plan.yaml", text.encode()))
    return [(one.severity, one.message) for one in problems if one.code == code]


def test_what_rests_on_a_verified_fact_is_a_warning() -> None:
    assert found("PF502", 2027, "落实党的十八大精神。") == [
        (Severity.WARNING, "十八大 is out of date: 二十大 was held in 2022")
    ]


def test_what_rests_on_an_unverified_fact_is_information_at_most() -> None:
    assert found("PF502", 2009, "落实党的十六大精神。") == [
        (Severity.INFO, "十六大 is out of date: 十七大 was held in 2007")
    ]
    assert [severity for severity, _text in found("PF505", 2027, "宣传《婚姻法》。")] == [
        Severity.INFO
    ]


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [
        ("verified", Severity.WARNING),
        ("announced", Severity.INFO),
        ("unverified", Severity.INFO),
    ],
)
def test_newer_facts_of_the_user_count(tmp_path: Path, confidence: str, severity: Severity) -> None:
    words = "落实党的二十大精神。"
    assert found("PF502", 2029, words) == []
    table = CONGRESSES.format(confidence=confidence)
    (tmp_path / "party_congresses.tsv").write_text(table, encoding="utf-8")
    facts.use(tmp_path)
    assert found("PF502", 2029, words) == [
        (severity, "二十大 is out of date: 二十一大 was held in 2027")
    ]


def test_the_day_of_the_signature_counts_before_the_beginning_of_the_period() -> None:
    words = "落实党的十九大精神。"
    assert found("PF502", 2023, words, more="落款: {日期: 2022-10-08}\n") == []
    assert found("PF502", 2023, words, more="落款: {日期: 2022-12-08}\n") != []
    assert found("PF502", 2023, words) != []


@pytest.mark.parametrize("code", ["PF502", "PF503", "PF504", "PF505", "PF506", "PF507"])
@pytest.mark.parametrize("year", [1990, 2051])
def test_outside_the_time_that_the_tables_cover_nothing_is_said(code: str, year: int) -> None:
    words = (
        "落实党的十八大精神，以科学发展观为指导，落实“十二五”规划，宣传《女职工劳动保护规定》，"
        "开展党的群众路线教育实践活动，会同地税局检查。"
    )
    assert found(code, 2027, words) != []
    assert found(code, year, words) == []


@pytest.mark.parametrize("region", ["tw", "hk", "mo"])
def test_the_facts_are_those_of_the_mainland(region: str) -> None:
    words = "党的十八大精神，會同地税局檢查。"
    assert found("PF502", 2027, words, more=f"地区: {region}\n") == []
    assert found("PF507", 2027, words, more=f"地区: {region}\n") == []


def test_every_name_in_the_table_of_days_is_known_to_the_rule_or_a_term() -> None:
    assert festivals.is_lunar("中秋")
    assert not festivals.is_lunar("国庆")
    assert not festivals.is_lunar("year")
    assert festivals.years() == range(2000, 2051)
