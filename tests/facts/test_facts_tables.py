"""Tables of facts: read once, the user's own first, nothing without source and confidence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from planforge import facts
from planforge.errors import UserError
from planforge.facts import festivals, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TABLES = sorted(set(tables.names()) - {festivals.LUNAR})

OWN = """\
# valid_from: 2020-01
# valid_until: 2029-12-31
name\tfrom\tto\tconfidence\tsource
二十一大\t2027-10\t2027-10\tannounced\tour own notes
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = facts.chosen()
    yield
    facts.choose(before)


def test_there_are_tables() -> None:
    assert len(TABLES) >= 8


@pytest.mark.parametrize("name", TABLES)
def test_every_fact_has_a_source_and_lies_within_its_table(name: str) -> None:
    table = facts.table(name)
    assert table.facts
    assert table.valid_until < dt.date.max
    for fact in table.facts:
        assert fact.name
        assert fact.source
        if fact.start and fact.end:
            assert fact.start <= fact.end


def test_a_table_of_the_user_wins_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "party_congresses.tsv").write_text(OWN, encoding="utf-8")
    facts.use(tmp_path)
    table = facts.table("party_congresses")
    assert [fact.name for fact in table.facts] == ["二十一大"]
    assert (table.facts[0].start, table.facts[0].end) == (
        dt.date(2027, 10, 1),
        dt.date(2027, 10, 31),
    )
    assert table.covers(dt.date(2029, 12, 31))
    assert not table.covers(dt.date(2030, 1, 1))
    assert facts.table("campaigns").facts


def test_own_days_win_too(tmp_path: Path) -> None:
    assert festivals.date("国庆", 2027) == dt.date(2027, 10, 1)
    head = "# valid_until: 2030-12-31\nname\tday\tregions\tconfidence\tsource\n"
    days = f"{head}国庆\t10-02\tcn\tunverified\tx\n"
    (tmp_path / "fixed_days.tsv").write_text(days, encoding="utf-8")
    facts.use(tmp_path)
    assert festivals.date("国庆", 2027) == dt.date(2027, 10, 2)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no tables of facts"):
        facts.use(tmp_path)
    with pytest.raises(UserError, match="no folder"):
        facts.use(tmp_path / "none")


@pytest.mark.parametrize(
    "broken",
    [
        OWN.replace("announced", "sure"),
        OWN.replace("2027-10\t", "soon\t"),
        OWN.replace("# valid_until: 2029-12-31\n", ""),
        OWN.replace("name\t", "called\t"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(tmp_path: Path, broken: str) -> None:
    (tmp_path / "campaigns.tsv").write_text(broken, encoding="utf-8")
    facts.use(tmp_path)
    with pytest.raises(UserError, match=r"campaigns\.tsv cannot be used"):
        facts.table("campaigns")


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "campaigns.tsv").write_bytes("主题教育".encode("gb18030"))
    facts.use(tmp_path)
    with pytest.raises(UserError, match=r"campaigns\.tsv cannot be used"):
        facts.table("campaigns")
