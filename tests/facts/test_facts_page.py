"""The pages about facts name every table, and their example is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planforge import facts
from planforge.facts import tables

DOCS = Path(__file__).parents[2] / "docs"
PAGES = pytest.mark.parametrize("name", ["facts.md", "facts.zh-CN.md"])


@PAGES
def test_the_page_names_every_table_and_no_other(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+)\.tsv`", text)) == set(tables.names())


@PAGES
def test_the_table_shown_can_be_used(name: str, tmp_path: Path) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    shown = re.findall(r"```\n(# valid_from.*?)```", text, re.DOTALL)
    assert len(shown) == 1
    (tmp_path / "party_congresses.tsv").write_text(shown[0], encoding="utf-8")
    before = facts.chosen()
    try:
        facts.use(tmp_path)
        assert [fact.name for fact in facts.table("party_congresses").facts] == ["二十大"]
    finally:
        facts.choose(before)
