"""The reviewed vocabulary: what script conversion alone gets wrong, and regional words."""

from __future__ import annotations

import csv
import io
import re
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.resources import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Kinds of entries that may also be used inside the names of laws and documents, whose wording
# is never changed: `script` mends a wrong character, `variant` is another way to write the word.
_SPELLING: Final = frozenset({"script", "variant"})

_QUOTED: Final = r"《[^《》\n]*》|“[^“”\n]*”"


class Vocabulary(Struct, frozen=True, dict=True):
    """What is known about one target.

    Attributes:
        spelling: Simplified word → how it is written there.
        wording: Simplified word → the word that is used there instead.
        characters: Code point → code point, applied to what OpenCC made.
    """

    spelling: Mapping[str, str]
    wording: Mapping[str, str]
    characters: Mapping[int, str]

    @cached_property
    def words(self) -> dict[str, str]:
        """Every entry; the regional word wins over the mere spelling."""
        return {**self.spelling, **self.wording}


@cache
def vocabulary(target: str) -> Vocabulary:
    """The entries for ``target``, a key of `planforge.script.targets.TARGETS`."""
    rows = [row for row in _rows("words") if target in row["targets"].split()]

    def entries(*, spelling: bool) -> dict[str, str]:
        return {
            row["simplified"]: row["traditional"]
            for row in rows
            if (row["kind"] in _SPELLING) is spelling
        }

    characters = {
        ord(row["from"]): row["to"] for row in _rows("characters") if row["target"] == target
    }
    return Vocabulary(entries(spelling=True), entries(spelling=False), characters)


@cache
def phrases() -> tuple[str, ...]:
    """Simplified phrases of OpenCC that the word segmenter does not know and would cut wrongly."""
    lines = read("vocabulary/phrases.txt").decode().splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@cache
def regional_words(*, spelling: bool = False) -> Mapping[str, str]:
    """Regional word in traditional characters → the mainland word, for the way back.

    Args:
        spelling: Only other spellings of the same word, which may change in quotations too.
    """
    kinds = {"variant"} if spelling else {"variant", "word"}
    return MappingProxyType(
        {row["traditional"]: row["simplified"] for row in _rows("words") if row["kind"] in kinds}
    )


def replaced(text: str, words: Mapping[str, str], in_quotes: Mapping[str, str]) -> str:
    """``text`` with ``words`` replaced; in titles and quotations only those of ``in_quotes``.

    The wording of laws, documents and slogans is never changed.
    """

    def answer(match: re.Match[str]) -> str:
        if match[0][0] not in "《“":
            return words[match[0]]
        return _any_of(frozenset(in_quotes)).sub(lambda one: in_quotes[one[0]], match[0])

    return _any_of(frozenset(words), _QUOTED).sub(answer, text)


def outside_quotations(
    outside: Callable[[str], str], inside: Callable[[str], str], text: str
) -> str:
    """``text`` converted by ``outside``, but titles and quotations by ``inside``."""
    parts = re.split(f"({_QUOTED})", text)
    return "".join((inside if at % 2 else outside)(part) for at, part in enumerate(parts))


@lru_cache(maxsize=16)
def _any_of(words: frozenset[str], before: str = "") -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(filter(None, (before, *map(re.escape, longest_first)))) or "(?!)")


@cache
def fonts(*, to_traditional: bool) -> dict[str, str]:
    """Name of a font → its counterpart where the other script is read.

    Several simplified fonts have the same counterpart; on the way back the first one counts.
    """
    rows = list(_rows("fonts"))
    if to_traditional:
        return {row["simplified"]: row["traditional"] for row in rows}
    return {row["traditional"]: row["simplified"] for row in reversed(rows)}


class Surname(Struct, frozen=True):
    """A surname that script conversion takes for another word.

    Attributes:
        written: How the name is written in traditional characters.
        anywhere: Whether it is a surname before any title; else only where a name can begin,
            because the character is also a common word (于, 后, 干).
        in_prose: Whether it is looked for in sentences at all, not only in fields that name
            people: 党 is the Party nearly everywhere.
        unsure: Whether others of the name write it in another way.
    """

    written: str
    anywhere: bool
    in_prose: bool
    unsure: bool


@cache
def surnames() -> dict[str, Surname]:
    """The surnames by their simplified form."""
    return {
        row["simplified"]: Surname(
            row["traditional"],
            row["place"] == "anywhere",
            row["place"] in {"anywhere", "start"},
            row["place"] == "either",
        )
        for row in _rows("surnames")
    }


@cache
def given_names() -> dict[str, str]:
    """Characters of given names that conversion takes for others, and how they are written."""
    return {row["simplified"]: row["traditional"] for row in _rows("given_names")}


@cache
def people_words(kind: str) -> tuple[str, ...]:
    """The words of that kind by which people are told from departments; of ``given``, letters."""
    words = _people()[kind]
    return tuple("".join(words) if kind == "given" else words)


@cache
def _people() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _rows("people"):
        found.setdefault(row["kind"], []).extend(row["words"].split())
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = read(f"vocabulary/{name}.tsv").decode()
    return csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
