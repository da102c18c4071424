"""Word lists of damage: ``templates/damage/*.tsv``."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge import resources
from planforge.patterns import pattern

from .finding import Damage
from .occurring import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    Rows = tuple[dict[str, str], ...]


class Table(Struct, frozen=True):
    """Words that stand for others.

    Attributes:
        words: Matches every one of them, whatever stands beside it. An expression of nothing but
            words is ten times as fast as one that also looks beside them.
        pattern: Matches every one of them where its context allows it.
        right: Damaged word → what it stands for; empty where that is not known.
    """

    words: re.Pattern[str]
    pattern: re.Pattern[str]
    right: dict[str, str]


@cache
def rows(name: str) -> Rows:
    """The rows of ``damage/<name>.tsv``; lines that begin with # are comments."""
    text = resources.read(f"damage/{name}.tsv").decode()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(io.StringIO("\n".join(lines)), delimiter="\t"))


@cache
def table(name: str) -> Table:
    """The words of ``damage/<name>.tsv`` with the columns wrong, right, before and after.

    ``before`` and ``after`` are expressions that must not match beside the word.
    """
    found = sorted(rows(name), key=lambda row: -len(row["wrong"]))
    return Table(
        pattern("|".join(re.escape(row["wrong"]) for row in found) or "(?!)"),
        pattern("|".join(map(_guarded, found)) or "(?!)"),
        {row["wrong"]: row["right"] or "" for row in found},
    )


def find(name: str, text: str) -> Iterator[Damage]:
    """Every word of the table in ``text``; what it stands for is a proposal."""
    words = table(name)
    if not any_word(words.right, text):
        return
    at = 0
    while found := words.words.search(text, at):
        at = found.start() + 1
        if match := words.pattern.match(text, found.start()):
            yield Damage(*match.span(), words.right[match[0]] or None, sure=False)
            at = match.end()


def _guarded(row: dict[str, str]) -> str:
    before, after = row["before"], row["after"]
    return (
        (f"(?<!{before})" if before else "")
        + re.escape(row["wrong"])
        + (f"(?!{after})" if after else "")
    )
