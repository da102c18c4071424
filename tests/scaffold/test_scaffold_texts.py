from __future__ import annotations

import itertools
import os
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planforge.catalogue import load_catalogue
from planforge.model.entry import Entry
from planforge.model.period import Period
from planforge.model.validate import validate
from planforge.model.when import When
from planforge.scaffold import Answers, kinds, scaffold
from planforge.scaffold.spans import months_of
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.plan import Plan

KINDS = (
    "community",
    "enterprise",
    "federation",
    "government",
    "hospital",
    "kindergarten",
    "school",
    "university",
    "women",
)
SCHOOLS = ("kindergarten", "school", "university")
YEAR = "2027"
SCHOOL_YEAR = "2026-2027学年"
TERMS = ("2026-2027学年第一学期", "2026-2027学年第二学期")
PARTS = ("2027年上半年", "2027年三季度", "2027-03..2027-08", "2027-07..2027-08", "2026-10..2028-03")
CASES = (
    *itertools.product(KINDS, (YEAR, *TERMS, *PARTS)),
    *((kind, SCHOOL_YEAR) for kind in SCHOOLS),
)
CORPUS = Path(os.environ.get("PLANFORGE_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))


@cache
def text(kind: str, period: str, keys: Any = "zh", region: str = "cn") -> str:
    return scaffold(kind, Answers(period), keys=keys, region=region)


@cache
def plan(kind: str, period: str, keys: str = "zh", region: str = "cn") -> Plan:
    source = load("plan.yaml", text(kind, period, keys, region).encode())
    return validate(source, load_catalogue())


def values(thing: Any) -> Iterator[Any]:
    """Everything that is not a mapping or list, at any depth."""
    if isinstance(thing, Entry):
        yield from values([getattr(thing, name) for name in type(thing).model_fields])
    elif isinstance(thing, dict):
        yield from values(list(thing.values()))
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from values(part)
    else:
        yield thing


def test_every_kind_of_the_catalogue_has_a_scaffold() -> None:
    assert kinds() == KINDS
    assert set(load_catalogue().kinds) == set(KINDS)


@pytest.mark.parametrize("keys", ["zh", "en"])
@pytest.mark.parametrize(("kind", "period"), CASES)
def test_every_scaffold_is_a_valid_plan(kind: str, period: str, keys: str) -> None:
    valid = plan(kind, period, keys)
    assert valid.kind == kind
    assert valid.period == Period.parse(period)
    assert valid.organization is not None
    assert valid.title.startswith(valid.organization.name)


@pytest.mark.parametrize("region", ["tw", "hk", "mo"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_scaffold_is_a_valid_plan_in_every_region(kind: str, region: str) -> None:
    assert plan(kind, YEAR, region=region).region == region
    assert "习近平" not in text(kind, YEAR, region=region)


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_the_four_classic_sections_are_there(kind: str, period: str) -> None:
    order = plan(kind, period).order
    classic = {"guiding_ideology", "targets", "tasks"}
    if set(months_of(Period.parse(period))) - {7, 8} or kind not in SCHOOLS:
        classic.add("schedule")
    assert classic <= set(order)


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_months_and_deadlines_lie_inside_the_period(kind: str, period: str) -> None:
    inside = months_of(Period.parse(period))
    valid = plan(kind, period)
    entries = valid.schedule.entries if valid.schedule else ()
    printed = [month for entry in entries if entry.months for month in entry.months.months]
    expected = [m for m in inside if kind not in SCHOOLS or m not in {7, 8}]
    assert printed == expected
    # A school plan for the summer holidays alone has no other month to end in.
    if expected:
        months = {when.month for when in values(valid) if isinstance(when, When) and when.month}
        assert months <= set(inside)


@pytest.mark.parametrize("kind", SCHOOLS)
def test_school_years_run_from_september(kind: str) -> None:
    schedule = plan(kind, SCHOOL_YEAR).schedule
    assert schedule is not None
    months = [e.months.months[0] for e in schedule.entries if e.months]
    assert months == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_nothing_is_left_to_be_filled_in(kind: str, period: str) -> None:
    assert not re.findall("[xX×]{2,}|__|某|[ \t]$", text(kind, period), re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_slogans_have_as_many_members_as_they_say(kind: str) -> None:
    targets = plan(kind, YEAR).targets
    assert targets is not None
    slogans = [target for target in targets.items if target.items]
    assert slogans
    for slogan in slogans:
        figures = re.findall("[两二三四五六]", slogan.title)
        assert [" 两三四五六".replace("二", "两").index(f) + 1 for f in figures] == [
            len(slogan.items)
        ]


@pytest.mark.parametrize("kind", KINDS)
def test_measured_targets_say_by_when_and_who(kind: str) -> None:
    targets = plan(kind, YEAR).targets
    assert targets is not None
    measured = [target for target in targets.items if target.indicator]
    assert len(measured) >= 3
    assert all(t.goal and t.due and t.owner for t in measured)


def test_no_two_kinds_share_a_sentence() -> None:
    owners = defaultdict(set)
    for kind in KINDS:
        for period, region in ((YEAR, "cn"), (SCHOOL_YEAR, "cn"), (YEAR, "hk")):
            for value in values(
                load("plan.yaml", text(kind, period, "zh", region).encode()).data()
            ):
                for sentence in re.split(r"[。；！？\n]", str(value)):
                    owners[sentence.strip()].add(kind)
    long = {sentence: who for sentence, who in owners.items() if len(sentence) >= 20}
    assert len(long) > 100
    assert {sentence: who for sentence, who in long.items() if len(who) > 1} == {}


def test_no_run_of_26_characters_is_copied_from_a_real_plan() -> None:
    files = sorted((CORPUS / "plans").glob("*.txt"))
    if not files:
        pytest.skip(f"no real plans in {CORPUS}; set PLANFORGE_CORPUS")
    real = {run for file in files for run in runs(file.read_text("utf-8"))}
    assert real
    for kind in KINDS:
        assert not real & set(runs(text(kind, YEAR) + text(kind, SCHOOL_YEAR)))


def runs(words: str, length: int = 26) -> Iterator[str]:
    for line in words.splitlines():
        han = "".join(re.findall("[一-鿿]", line))
        for start in range(len(han) - length + 1):
            yield han[start : start + length]
