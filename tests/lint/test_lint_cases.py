"""Every rule on files that have its fault and on files that do not."""

from __future__ import annotations

import pytest
from case_files import Case, cases, found, place

CASES = cases()


def test_there_are_cases() -> None:
    assert len(CASES) >= 2


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_finds_exactly_the_places_that_its_case_names(case: Case) -> None:
    assert bool(case.expected) == case.path.stem.startswith("bad-")
    assert [place(one) for one in found(case.code, str(case.path))] == list(case.expected)
