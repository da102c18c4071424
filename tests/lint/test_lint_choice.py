from __future__ import annotations

import pytest

from planforge.errors import Severity, UserError
from planforge.lint.choice import Choice, listed_codes, meant, one
from planforge.lint.rule import RULES

KNOWN = {"PF401": Severity.ERROR, "PF006": Severity.WARNING}


def codes(**chosen: tuple[str, ...]) -> set[str]:
    return set(Choice(**chosen).severities(KNOWN))


def test_nothing_chosen_is_everything_of_the_preset() -> None:
    assert codes() == set(KNOWN)


def test_the_closer_of_two_words_about_a_rule_wins() -> None:
    assert codes(select=("PF4",), ignore=("PF401",)).isdisjoint({"PF401", "PF006"})
    assert codes(select=("PF401",), ignore=("PF4",)) == {"PF401"}
    assert codes(select=("PF401",), ignore=("PF401",)) == set()
    assert codes(ignore=("PF4",), extend=("placeholder-year",)) == {"PF401", "PF006"}
    assert codes(select=("ALL",), ignore=("PF0",)) >= {"PF401"}
    assert "PF006" not in codes(select=("all",), ignore=("PF0",))


def test_a_rule_that_the_preset_leaves_out_is_looked_for_when_it_is_named() -> None:
    known = {"PF006": Severity.WARNING}
    found = Choice(extend=("PF401",)).severities(known)
    assert found["PF401"] is RULES["PF401"].severity
    assert found["PF006"] is Severity.WARNING


@pytest.mark.parametrize("name", ["PF401", "pf401", "placeholder-year", "占位年份"])
def test_a_rule_goes_by_its_code_and_its_names(name: str) -> None:
    assert meant(name) == {"PF401"}
    assert one(name) == "PF401"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("PF4O1", "PF401"),
        ("placeholder-yaer", "placeholder-year"),
        ("占位年分", "占位年份"),
        ("Q", ""),
        ("", ""),
    ],
)
def test_an_unknown_rule_is_told_with_the_nearest_one(name: str, near: str) -> None:
    with pytest.raises(UserError) as error:
        meant(name)
    assert (near in error.value.hint) if near else ("planforge rule" in error.value.hint)


def test_the_beginning_of_codes_is_no_single_rule() -> None:
    with pytest.raises(UserError, match="single"):
        one("PF4")


def test_a_list_is_parted_as_people_write_it() -> None:
    assert listed_codes("PF401,PF6，PF7、PF8 PF9;") == ("PF401", "PF6", "PF7", "PF8", "PF9")
    assert listed_codes("") == ()
