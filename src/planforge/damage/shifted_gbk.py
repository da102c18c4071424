"""Runs of text whose GBK bytes were read one byte off: 。ㄒ唬┰鰪娙齻 for （一）增強三個.

Half a character was lost before the run, so that every character of it consists of the end of
one and the beginning of the next. Put back into bytes, without the first one, it can be read
again; of the characters at its two ends only one byte is left.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern

from . import table
from .finding import Damage
from .occurring import characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Bopomofo, box drawing, kana, single letters with tones and private use never stand in a plan.
_STRANGE: Final = r"\u3105-\u312d\u2500-\u257f\u3041-\u309e\u30a1-\u30f6\ue000-\uf8ffǎǐǒǔǖǘǚǜ"
_TELLING: Final = pattern(rf"[{_STRANGE}](?<![a-z].)")
_MARKS: Final = frozenset(";；")
_BEHIND: Final = pattern(r"[;；](?=[\u3400-\u9fff])")
_NEVER: Final = pattern(f"[{_STRANGE}]")
# Marks that were made half-width after the damage.
_WIDE: Final = str.maketrans(";,:!?", "；，：！？")
_LONGEST: Final = 60
# What a reading is worth: a common character, a rare one, none at all, a common word.
_COMMON, _RARE, _NONE, _WORD = 1, -2, -5, 3
_LEAST: Final = 8
# At most one strange character in so many of what a run said.
_PER_STRANGE: Final = 6
# In （二）, （三） and （六） the bytes between numeral and bracket are none of GBK and are gone.
_NUMERALS: Final = {0xB6: "二", 0xC8: "三", 0xC1: "六"}
_BRACKET: Final = 0xA9
_FULL_STOP: Final = "。"
LOST: Final = "□"


class _Run(Struct, frozen=True):
    """A stretch of a text, what it says one byte on, and how much better that is."""

    start: int
    end: int
    said: str
    worth: int


def find(text: str) -> Iterator[Damage]:
    """Every shifted run in ``text`` with what it said; □ stands for a character that is lost."""
    done = 0
    strange = (told.start() for told in _TELLING.finditer(text))
    behind = (told.end() for told in _BEHIND.finditer(text)) if _MARKS & characters(text) else ()
    for place in sorted((*strange, *behind)):
        if place < done or not (_NEVER.match(text, place) or _value(text[place]) == _RARE):
            continue
        runs = [_best(text, start, place) for start in range(max(done, place - 3), place + 1)]
        run = max(runs, key=lambda one: one.worth)
        if run.worth >= _LEAST and _is_readable(run.said):
            yield Damage(run.start, run.end, run.said, sure=False)
            done = run.end


def _best(text: str, start: int, told: int) -> _Run:
    """The stretch from ``start`` beyond ``told`` whose other reading wins the most."""
    run = text[start : start + _LONGEST]
    before = text[start - 1 : start] if start else ""
    said = _first(run[0], before)
    best = _Run(start, start, "", 0)
    worth = _words(before + said) - _value(run[0])
    for place in range(1, len(run)):
        new = _between(_bytes(run[place - 1]), _bytes(run[place]))
        worth += sum(map(_value, new)) + _words(said[-1:] + new)
        worth -= _value(run[place]) + _words(run[place - 1 : place + 1])
        said += new
        end = start + place + 1
        after = text[end : end + 1]
        last = _last(_bytes(run[place]), said[-1:], after)
        total = worth + _words((said[-1:] + last if last else said[-1:]) + after)
        if total > best.worth and end > told:
            best = _Run(start, end, said + last, total)
    return best


def _is_readable(said: str) -> bool:
    """Whether what comes out is text, and not merely less strange than what went in."""
    return sum(_value(character) < 0 for character in said) * _PER_STRANGE <= len(said)


def _between(left: bytes, right: bytes) -> str:
    """What the end of one character and the beginning of the next spell."""
    if len(left) + len(right) < 3 or not right:  # noqa: PLR2004  two halves make a character
        return LOST
    if left[0] == 0xA8 and right[0] == _BRACKET and left[1] in _NUMERALS:  # noqa: PLR2004  row A8
        return f"{_NUMERALS[left[1]]}）"
    try:
        return (left[1:] + right[:1]).decode("gbk")
    except UnicodeDecodeError:
        return LOST


def _first(character: str, before: str) -> str:
    """The character whose end begins the run: one that makes a word with the one before it."""
    raw = _bytes(character)
    if character == _FULL_STOP or len(raw) < 2:  # noqa: PLR2004  a half of an ideographic space
        return ""
    ends = [c for c in _after().get(before, ()) if _bytes(c)[1:] == raw[:1]]
    return ends[0] if ends else _FULL_STOP if raw[:1] == b"\xa3" else LOST


def _last(raw: bytes, before: str, after: str) -> str:
    """The character whose beginning ends the run: one that makes a word with its neighbours."""
    if len(raw) < 2:  # noqa: PLR2004  the run ended with a whole character
        return ""
    fits = [c for c in _after().get(before, ()) if _bytes(c)[:1] == raw[1:]]
    return next((c for c in fits if after in _after().get(c, ())), fits[0] if fits else LOST)


def _bytes(character: str) -> bytes:
    """Its bytes in GBK, those of the rows left to users included; none for what GBK has not."""
    raw = character.translate(_WIDE).encode("gb18030", "ignore")
    return raw if len(raw) <= 2 else b""  # noqa: PLR2004  GB 18030 adds four bytes


def _words(text: str) -> int:
    """What the common words in ``text`` are worth."""
    return sum(_WORD for a, b in pairwise(text) if b in _after().get(a, ()))


def _value(character: str) -> int:
    if character == LOST or _NEVER.match(character):
        return _NONE
    if character.isascii() and character.isalpha():
        return 0
    return _COMMON if _is_common(character) else _RARE


@cache
def _is_common(character: str) -> bool:
    """Whether it is a mark, a letter, or one of the common characters of either script.

    Level 1 of GB 2312 (rows B0 to D7) and of Big5 (A4 to C6) hold what everybody uses.
    """
    wide = character.translate(_WIDE)
    return (
        b"\xa1\xa2" <= wide.encode("gbk", "ignore") <= b"\xa3\xfe"
        or character.isascii()
        or b"\xb0" <= wide.encode("gb2312", "ignore") < b"\xd8"
        or b"\xa4" <= wide.encode("big5", "ignore") < b"\xc6\x7f"
    )


@cache
def _after() -> dict[str, Sequence[str]]:
    """First character → the characters that make a common word with it."""
    found: dict[str, list[str]] = {}
    for row in table.rows("common_words"):
        for word in row["words"].split():
            found.setdefault(word[0], []).append(word[1])
    return {first: tuple(seconds) for first, seconds in found.items()}
