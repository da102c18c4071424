"""Tables of facts: those of the user first, then ``templates/facts``."""

from __future__ import annotations

import calendar
import datetime as dt
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge import files, resources
from planforge.errors import UserError
from planforge.language import _
from planforge.patterns import pattern
from planforge.source import encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from planforge.source.text import SourceText

FOLDER: Final = "facts"
_SUFFIX: Final = ".tsv"
RANGE: Final = pattern(r"# valid_(from|until): *(\S+)")
_MONTH_ONLY: Final = len("2027-03")

_chosen: list[Path] = []


class Confidence(StrEnum):
    """How sure a fact is."""

    VERIFIED = "verified"
    ANNOUNCED = "announced"
    UNVERIFIED = "unverified"


class Fact(Struct, frozen=True):
    """One line of a table.

    Attributes:
        name: What it is about.
        start: First day; ``None`` where the table names none.
        end: Last day; ``None`` where the table names none.
        confidence: How sure it is.
        source: Where it was seen.
        more: Every column as it was written.
    """

    name: str
    start: dt.date | None
    end: dt.date | None
    confidence: Confidence
    source: str
    more: Mapping[str, str]

    @property
    def sure(self) -> bool:
        """Whether somebody saw a source."""
        return self.confidence is Confidence.VERIFIED


class Table(Struct, frozen=True):
    """A table of facts.

    Attributes:
        facts: Its lines in order.
        valid_from: The first day about which the table says everything it should.
        valid_until: The last such day.
    """

    facts: tuple[Fact, ...]
    valid_from: dt.date
    valid_until: dt.date

    def covers(self, day: dt.date) -> bool:
        """Whether the table can say anything about that day."""
        return self.valid_from <= day <= self.valid_until


def use(folder: Path) -> None:
    """Let tables in ``folder`` win over those of the same name that came with planforge.

    Raises:
        UserError: There is no such folder, or it has no table, or one that nobody reads.
        FileProblems: A table says what cannot be used; every problem of the first such table.
    """
    if not folder.is_dir():
        raise UserError(_("there is no folder {path}").format(path=folder))
    if not any(folder.glob(f"*{_SUFFIX}")):
        raise UserError(
            _("the folder {path} has no tables of facts").format(path=folder),
            _("tables are called {names}").format(
                names=", ".join(f"{name}{_SUFFIX}" for name in names())
            ),
        )
    from . import checking  # few calls bring their own

    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        checking.check_name(file.stem, str(file))
        checking.check(file.stem, _decoded(file))
    _chosen.insert(0, folder)


def chosen() -> tuple[Path, ...]:
    """The folders given to `use`, the last one first."""
    return tuple(_chosen)


def choose(folders: Iterable[Path]) -> None:
    """Let tables in exactly these folders win, as in the process that `chosen` was asked in."""
    _chosen[:] = folders


def names() -> tuple[str, ...]:
    """The tables that come with planforge."""
    return resources.names(FOLDER, _SUFFIX)


def path(name: str) -> Path:
    """The file of a table."""
    for folder in _chosen:
        if (found := folder / f"{name}{_SUFFIX}").is_file():
            return found
    return resources.path(f"{FOLDER}/{name}{_SUFFIX}")


def table(name: str) -> Table:
    """A table of facts; read once. `use` has looked whether it can be.

    Raises:
        UserError: It cannot be read.
    """
    return _table(path(name))


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a table as they are written, column → words.

    Raises:
        UserError: The file cannot be read.
    """
    return _read(path(name))[1]


@lru_cache(maxsize=32)
def _table(where: Path) -> Table:
    bounds, lines = _read(where)
    return Table(
        tuple(map(_fact, lines)),
        first_day(bounds.get("from", "")) or dt.date.min,
        last_day(bounds["until"]) or dt.date.max,
    )


@lru_cache(maxsize=32)
def _read(where: Path) -> tuple[dict[str, str], tuple[dict[str, str], ...]]:
    text = _decoded(where).text
    bounds = {match[1]: match[2] for match in RANGE.finditer(text)}
    return bounds, tuple(_rows(text.splitlines()))


def _decoded(where: Path) -> SourceText:
    # As spreadsheets save it: with a byte order mark, or in GBK.
    return encoding.decode(str(where), files.read_file(str(where)))


def _rows(lines: list[str]) -> Iterator[dict[str, str]]:
    import csv  # few plans need a table

    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield {key: value or "" for key, value in row.items() if isinstance(key, str)}


def _fact(row: dict[str, str]) -> Fact:
    return Fact(
        row["name"],
        first_day(row.get("from", "")),
        last_day(row.get("to", "")),
        Confidence(row["confidence"]),
        row["source"],
        row,
    )


def first_day(text: str) -> dt.date | None:
    """The day, or the first one of the month; ``None`` for an empty text.

    Raises:
        ValueError: It is neither.
    """
    return dt.date.fromisoformat(text + "-01" * (len(text) == _MONTH_ONLY)) if text else None


def last_day(text: str) -> dt.date | None:
    """The day, or the last one of the month; ``None`` for an empty text.

    Raises:
        ValueError: It is neither.
    """
    first = first_day(text)
    if first is None or len(text) != _MONTH_ONLY:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
