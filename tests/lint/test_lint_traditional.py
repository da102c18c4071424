"""The rules for structure, targets, times and budget see the same in both scripts."""

from __future__ import annotations

from typing import Final

import pytest
from case_files import Case, cases, found

from planforge.script.conversion import Conversion
from planforge.script.plan_file import convert_yaml

FAMILIES: Final = ("PF1", "PF2", "PF3", "PF8")
# What users set for a rule is in the words of the user; festivals are proved by their own tests.
APART: Final = {"PF301", "PF302"}
CASES: Final = [
    case
    for case in cases()
    if case.code.startswith(FAMILIES)
    and case.code not in APART
    and "# set:" not in case.path.read_text(encoding="utf-8")
]
TO_TRADITIONAL: Final = Conversion("tw")


def test_there_are_cases_of_every_family() -> None:
    assert {case.code[:3] for case in CASES} == set(FAMILIES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_finds_as_much_in_traditional_characters(case: Case) -> None:
    path, text = str(case.path), case.path.read_text(encoding="utf-8")
    traditional = convert_yaml(path, text, TO_TRADITIONAL)
    assert len(found(case.code, path, traditional.encode())) == len(case.expected)
