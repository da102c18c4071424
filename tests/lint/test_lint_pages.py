"""Every rule has a manual page, and the examples of the page show what the rule does."""

from __future__ import annotations

import pytest
from case_files import FOLDER, found

from planforge import resources
from planforge.lint import rules
from planforge.lint.page import page
from planforge.lint.rule import RULES

rules.load()
# What no text of a plan file can show.
WITHOUT_EXAMPLE = {"PF005", "PF009", "PF902"}


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert set(resources.names("rules", ".yaml")) == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES.keys() - WITHOUT_EXAMPLE))
def test_the_bad_example_of_a_page_has_the_fault_and_the_good_one_has_not(code: str) -> None:
    assert found(code, "bad.yaml", page(code).bad.encode())
    assert not found(code, "good.yaml", page(code).good.encode())


@pytest.mark.parametrize("code", sorted(c for c, one in RULES.items() if one.check))
def test_every_rule_has_bad_and_good_cases(code: str) -> None:
    names = [path.stem for path in (FOLDER / code).glob("*.yaml")]
    assert any(name.startswith("bad-") for name in names)
    assert any(name.startswith("good-") for name in names)
