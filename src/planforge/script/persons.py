"""People in what a field says: 工会主席于海, 于海负责, 范丽和余芳, but not 云平台 or 后厨."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .dictionary import is_word
from .shapes import is_common, is_person
from .vocabulary import given_names, people_words, surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Not as a range of ideographs, which takes a hundred times as long to compile.
_LETTER: Final = r"[^\W\da-zA-Z_]"
# A number of a telephone may follow; 于每月5日 names nobody.
_PIECE: Final = re.compile(rf"(?<![0-9A-Za-z]){_LETTER}{{2,}}(?![A-Za-z]|[0-9]{{1,6}}(?![0-9]))")
_SHORT: Final = 2
_LONGEST: Final = 3


class Person(Struct, frozen=True):
    """A name in a field.

    Attributes:
        name: As it stands there.
        before: The words it follows; empty where it begins.
        after: The words that follow it; empty where it ends.
    """

    name: str
    before: str
    after: str


class Named(Struct, frozen=True):
    """How a name is written and where it is one.

    Attributes:
        written: In traditional characters.
        where: An expression for the name where it is surely one. What may be two words of a
            sentence (有利|于发展) counts only beside the words that it had beside it in a field.
            Empty for two characters that make no word, which `clear` finds.
        plain: What its characters give where it may well be no name; empty where it is one.
    """

    written: str
    where: str
    plain: str


def named(values: Iterable[str], convert: Callable[[str], str]) -> dict[str, Named]:
    """The people whom fields name, and how they write their names.

    Args:
        values: What the fields say.
        convert: Converts plain prose.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for person in chain.from_iterable(map(persons, values)):
        found.setdefault(person.name, set()).add((person.before, person.after))
    return {name: _named(name, beside, convert) for name, beside in sorted(found.items())}


def persons(value: str) -> Iterator[Person]:
    """The people whom a field names and whose surname is one of the table."""
    if surnames().keys().isdisjoint(value):  # as in most fields
        return
    for piece in _PIECE.finditer(value):
        yield from _in_piece(piece[0])
    for match in _spaced().finditer(value):
        if is_person(match["surname"] + match["given"]):
            yield Person(match[0], "", "")


def _in_piece(text: str) -> Iterator[Person]:
    done = 0
    for match in _surname().finditer(text):
        start = match.start()
        for end in range(start + _SHORT, min(start + _LONGEST, len(text)) + 1):
            if start < done or not is_person(text[start:end]):
                continue
            before, after = _before(text[:start]), _after(text[end:])
            # 由于 is one word where nothing follows that a person does.
            if before is not None and after is not None and (after or before != "由"):
                yield Person(text[start:end], before, after)
                done = end
        if start >= done and surnames()[match[0]].in_prose:
            yield from _addressed(text, start)


def _addressed(text: str, start: int) -> Iterator[Person]:
    """A surname with what stands for the given name: 于院士, 余总, 小范."""
    rest = text[start + 1 :]
    if not rest and text[:start] in people_words("familiar"):
        yield Person(text[start], text[:start], "")
    elif rest in people_words("address") or rest.startswith(people_words("title")):
        before = _before(text[:start])
        if before is not None and not is_word(text[start : start + _SHORT]):
            yield Person(text[start], before, rest)


def _before(text: str) -> str | None:
    """The word at the end of ``text`` that a name may follow; ``None`` where it has none."""
    known = _words("title", "duty", "unit", "place", "joint")
    if text and not text.endswith(known):
        return None
    return next((word for word in known if text.endswith(word)), "")


def _after(text: str) -> str | None:
    """The word at the beginning of ``text`` that may follow a name; ``None`` where it has none."""
    if text[:1] in people_words("joint") and len(text) > _SHORT:
        return text[0]
    known = _words("title", "duty")
    if text and not text.startswith(known):
        return None
    return next((word for word in known if text.startswith(word)), "")


def _named(name: str, beside: set[tuple[str, str]], convert: Callable[[str], str]) -> Named:
    known, own = surnames()[name[0]], given_names()
    written = known.written + "".join(own.get(one) or convert(one) for one in name[1:])
    common = not name[1:] or is_common(name)
    if common:
        where = "|".join(_between(name, *context) for context in sorted(beside))
    else:
        where = re.escape(name) if len(name) > _SHORT else ""
    return Named(written, where, convert(name) if name[1:] and (common or known.unsure) else "")


# In these expressions the name comes first: one that begins with an assertion takes ten times
# as long to look for.
def _between(name: str, before: str, after: str) -> str:
    left = f"(?<={before}{name})" if before else f"(?<!{_LETTER}{name})"
    return name + left + (f"(?={after})" if after else f"(?!{_LETTER})")


def clear(names: Iterable[str]) -> str:
    """An expression for names of two characters where they have not met by chance (由于和谐)."""
    # Letters of titles and of duties do: the words would take long to compile for each plan.
    last = "".join({word[-1] for word in _words("title", "unit", "joint")})
    first = "".join({word[0] for word in _words("duty")})
    left = f"(?:(?<!{_LETTER}..)|(?<=[{last}]..))"
    return f"(?:{'|'.join(names)}){left}(?:(?!{_LETTER})|(?=[{first}]))"


@cache
def _surname() -> re.Pattern[str]:
    return re.compile(f"[{''.join(surnames())}]")


@cache
def _words(*kinds: str) -> tuple[str, ...]:
    """The words of these kinds, the longest first."""
    words = (word for kind in kinds for word in people_words(kind))
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _spaced() -> re.Pattern[str]:
    """Short names set as wide as long ones: 于　海."""
    return re.compile(
        rf"(?<!\w)(?P<surname>[{''.join(surnames())}])[ \u3000]{{1,4}}"
        rf"(?P<given>{_LETTER})(?!\w)"
    )
