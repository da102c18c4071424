"""What is right in every script and region is never called wrong there."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.damage import table
from planforge.lint.choice import Choice
from planforge.lint.engine import look
from planforge.script.conversion import Conversion
from planforge.script.file import convert_file

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PLANS = sorted(
    path
    for folder in ("examples", "tests/lint/clean")
    for path in (ROOT / folder).glob("*.yaml")
    if "地区: tw" not in (text := path.read_text(encoding="utf-8")) and "地區" not in text
)
TABLES = ["half_converted", "bad_conversions"]


def accepted() -> Iterator[str]:
    """Every way in which a term may be written in traditional characters."""
    with (ROOT / "tests" / "data" / "union-terms.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            for column in ("expected_tw", "expected_hk", "expected_t"):
                parts = re.split(r"\{([^}]*)\}", row[column])
                choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
                yield from map("".join, itertools.product(*choices))


def test_there_are_plans_and_terms() -> None:
    assert len(PLANS) >= 15
    assert len(set(accepted())) >= 200


@pytest.mark.parametrize("name", TABLES)
def test_no_accepted_term_is_called_wrong(name: str) -> None:
    assert [(term, found) for term in accepted() for found in table.find(name, term)] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_word_that_is_proposed_is_called_wrong(name: str) -> None:
    rows = table.rows(name)
    assert len(rows) >= 100
    proposed = [row["right"] for row in rows]
    assert [(w, found) for w in proposed for n in TABLES for found in table.find(n, w)] == []
    assert len({row["wrong"] for row in rows}) == len(rows)


@pytest.mark.parametrize("target", ["tw", "hk", "mo"])
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_that_planforge_converted_has_no_fault_of_script(path: Path, target: str) -> None:
    converted = convert_file(str(path), path.read_bytes(), Conversion(target))
    found = look(str(path), converted, choice=Choice(select=("PF7",), ignore=("PF705", "PF706")))
    assert [(one.problem.place, one.problem.message) for one in found.found] == []
