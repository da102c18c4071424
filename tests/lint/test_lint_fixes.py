"""What the fixes of rules make of the bad cases, and that making them twice changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_files import Case, cases, found

from planforge.lint.mending import mend
from planforge.source.load import load

CASES = [case for case in cases() if case.path.stem.startswith("bad-")]
FIXED = [case for case in CASES if case.path.with_suffix(".fixed.yaml").is_file()]


def mended(case: Case, *, unsafe: bool) -> bytes:
    data = case.path.read_bytes()
    return mend("plan.yaml", data, lambda d: found(case.code, "plan.yaml", d), unsafe=unsafe).data


def test_there_are_cases_with_fixes() -> None:
    assert len(FIXED) >= 15


@pytest.mark.parametrize("case", FIXED, ids=str)
def test_a_fix_makes_of_a_case_what_stands_beside_it(case: Case) -> None:
    after = mended(case, unsafe=False)
    assert after.decode() == case.path.with_suffix(".fixed.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("unsafe", [False, True])
def test_nothing_that_can_be_mended_is_left_and_comments_stay(case: Case, *, unsafe: bool) -> None:
    data = case.path.read_bytes()
    after = mended(case, unsafe=unsafe)
    left = [one for one in found(case.code, "plan.yaml", after) if one.fix]
    assert not [one for one in left if one.fix and (one.fix.safe or unsafe)]
    # PF006 is about comments that nobody needs.
    if case.code != "PF006":
        assert re.findall(rb"^#.*$", after, re.MULTILINE) == re.findall(
            rb"^#.*$", data, re.MULTILINE
        )
    assert (
        load("plan.yaml", after, go_on=True).problems
        == load("plan.yaml", data, go_on=True).problems
    )


def test_fixes_are_written_for_every_bad_case_that_has_safe_ones() -> None:
    without = [
        str(case)
        for case in CASES
        if case.code[:3] in {"PF4", "PF6"}
        and any(one.fix and one.fix.safe for one in found(case.code, str(case.path)))
        and case not in FIXED
    ]
    assert without == []


def test_the_fixed_files_belong_to_cases() -> None:
    for path in Path(__file__).parent.glob("cases/PF*/*.fixed.yaml"):
        assert path.with_name(path.name.replace(".fixed", "")).is_file()
