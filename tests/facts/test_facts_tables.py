"""Tables of facts: read once, the user's own first, nothing without source and confidence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from planforge import facts
from planforge.errors import FileProblems, UserError
from planforge.facts import checking, festivals, tables
from planforge.source import encoding

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


def said(folder: Path, name: str, text: str | bytes) -> list[tuple[str, int, int, str, str]]:
    """What is said of a table of that name."""
    data = text if isinstance(text, bytes) else text.encode()
    (folder / f"{name}.tsv").write_bytes(data)
    before = facts.chosen()
    with pytest.raises(FileProblems) as raised:
        facts.use(folder)
    assert facts.chosen() == before
    return [(p.code, p.line, p.column, p.message, p.hint) for p in raised.value.problems]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "announced",
            "sure",
            ("PF004", 4, 22, "“sure” cannot stand in the column confidence"),
        ),
        ("\t2027-10\t2", "\tsoon\t2", ("PF004", 4, 6, "“soon” cannot stand in the column from")),
        ("\t2027-10\ta", "\t2026-10\ta", ("PF004", 4, 14, "the end lies before the beginning")),
        ("二十一大\t", "\t", ("PF004", 4, 1, "“” cannot stand in the column name")),
        ("name\t", "called\t", ("PF003", 3, 1, "the column name is missing")),
        ("2029-12-31", "2029-13", ("PF004", 2, 16, "“2029-13” cannot stand here")),
        ("2029-12-31", "2019-12", ("PF004", 2, 16, "the end lies before the beginning")),
        ("# valid_until: 2029-12-31\n", "", ("PF004", 0, 0, "the line # valid_until: is missing")),
    ],
)
def test_what_a_table_of_the_user_cannot_say_is_pointed_at(
    tmp_path: Path, right: str, wrong: str, expected: tuple[str, int, int, str]
) -> None:
    assert right in OWN
    (found,) = said(tmp_path, "party_congresses", OWN.replace(right, wrong))
    assert found[:4] == expected


FIXED = "# valid_until: 2030-12-31\nname\tday\tregions\tconfidence\tsource\n"
BODIES = "# valid_until: 2030-12\nname\tfrom\tnow\tnot_before\tnot_behind\tconfidence\tsource\n"
LAWS = "# valid_until: 2030-12\nname\tfrom\tevent\tnow\tconfidence\tsource\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "fixed_days",
            f"{FIXED}教师节\t13-40\tcn\tverified\tx\n",
            (3, 5, "“13-40” cannot stand in the column day"),
        ),
        (
            "fixed_days",
            f"{FIXED}教师节\t09-10\t大陆\tverified\tx\n",
            (3, 11, "“大陆” cannot stand in the column regions"),
        ),
        (
            "lunar_days",
            "year\t中秋\n2027\t2027-9-15\n",
            (2, 6, "“2027-9-15” cannot stand in the column 中秋"),
        ),
        (
            "lunar_days",
            "year\t中秋\n2027\t02-29\n",
            (2, 6, "“02-29” cannot stand in the column 中秋"),
        ),
        (
            "renamed_bodies",
            f"{BODIES}地税局\t2019-04-01\t税务局\t(((\t\tverified\tx\n",
            (3, 20, "“(((” cannot stand in the column not_before"),
        ),
        (
            "laws",
            f"{LAWS}工会法\t2022-01-01\tchanged\t\tverified\tx\n",
            (3, 16, "“changed” cannot stand in the column event"),
        ),
    ],
)
def test_each_table_has_columns_of_its_own(
    tmp_path: Path, name: str, text: str, expected: tuple[int, int, str]
) -> None:
    (found,) = said(tmp_path, name, text)
    assert found[1:4] == expected
    assert found[4]


@pytest.mark.parametrize("name", tables.names())
def test_the_tables_that_come_with_planforge_pass_the_same_check(name: str) -> None:
    path = tables.path(name)
    checking.check(name, encoding.decode(str(path), path.read_bytes()))


def test_a_table_that_nobody_reads_is_named(tmp_path: Path) -> None:
    (tmp_path / "party_congress.tsv").write_text(OWN, encoding="utf-8")
    with pytest.raises(UserError, match="no table of facts of that name") as raised:
        facts.use(tmp_path)
    assert raised.value.hint == "did you mean party_congresses?"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_tables_are_read_as_spreadsheets_save_them(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "party_congresses.tsv").write_bytes(OWN.replace("\n", "\r\n").encode(encoding))
    facts.use(tmp_path)
    assert [fact.name for fact in facts.table("party_congresses").facts] == ["二十一大"]
