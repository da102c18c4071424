"""The list of checks, the functions, the page of the documentation: all the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planforge import resources, styles
from planforge.check import catalogue, rules
from planforge.check.catalogue import demands
from planforge.errors import UserError
from planforge.styles.figure import Strength

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "planforge" / "check" / "rules"


def test_every_check_of_the_list_has_a_function_and_the_other_way_round() -> None:
    assert list(catalogue.entries()) == list(rules.CHECKS)


def test_the_codes_are_those_that_the_functions_yield() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("[a-z]*.py"))
    assert set(re.findall(r'"(PG\d{3})"', text)) == set(rules.CHECKS)


def test_who_demands_it_stands_in_the_list_or_in_the_style_but_not_in_both() -> None:
    for code, entry in catalogue.entries().items():
        assert bool(entry.figure) != (entry.strength is not None), code
        assert not (entry.figure and entry.clause), code


def test_no_clause_and_no_strength_is_written_in_the_code() -> None:
    modules = sorted(SOURCE.glob("*.py"))
    assert modules
    for path in modules:
        code = re.sub(r'"""(?s:.*?)"""|#.*', "", path.read_text(encoding="utf-8"))
        assert not re.search("GB/T|Strength|规定|推荐", code), path.name


@pytest.mark.parametrize(("name", "count"), [("gb", 39), ("tw", 27), ("hk", 30), ("plain", 32)])
def test_every_style_has_its_checks(name: str, count: int) -> None:
    assert len(rules.of(styles.load(name))) == count


def test_what_nobody_demands_in_a_region_is_practice() -> None:
    assert demands("PG045", "hk").strength is Strength.PRACTICE
    assert demands("PG045", "gb").strength is Strength.REQUIRED


def test_a_list_of_the_user_wins_and_a_broken_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_chosen", [tmp_path])
    own = "PG001:\n  about: paper\n  styles: [gb]\n  severity: warning\n  figure: page.width\n"
    (tmp_path / "checks.yaml").write_text(own, encoding="utf-8")
    assert [rule.code for rule in rules.of(styles.load("gb"))] == ["PG001"]
    (tmp_path / "checks.yaml").write_text("PG001: yes\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"the list of checks .* cannot be used"):
        catalogue.entries()


def test_each_of_the_65_acceptance_checks_is_proven_or_said_not_to_apply() -> None:
    page = (ROOT / "docs" / "docx" / "acceptance.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if re.match(r"\| \d", line)
    ]
    assert [int(row[0]) for row in rows] == list(range(1, 66))
    assert [row[3] for row in rows if row[3]] == list(rules.CHECKS)
    assert all(int(row[3][2:]) == int(row[0]) for row in rows if row[3])
    measured = (ROOT / "tests" / "pages" / "test_page_checks.py").read_text(encoding="utf-8")
    on_paper = set(re.findall(r'^    "(\d\d) .*": \(\w+, ', measured, re.MULTILINE))
    assert {row[4] for row in rows if row[4]} == on_paper
    tests = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert {name for row in rows for name in re.findall(r"`(test_\w+\.py)`", row[5])} <= tests
    assert [row[0] for row in rows if not any(row[3:])] == []
