"""What the validating library says about a style, as problems of the files that say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.language import _, listed
from planforge.source.text import UNKNOWN_KEY, WRONG_VALUE

from .figure import Misplaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from planforge.errors import Problem
    from planforge.source.load import Source
    from planforge.source.place import Loc


_QUOTED: Final = re.compile("'([^']*)'")


class Fault(Struct, frozen=True):
    """Something that a style cannot have.

    Attributes:
        place: The keys and numbers on the way to it.
        code: Unknown key, or wrong value.
        sentence: What is wrong.
    """

    place: Loc
    code: str
    sentence: str


def problems(error: ValidationError, chain: Sequence[Source]) -> Iterator[Problem]:
    """Every problem of a style, in the file that says it.

    Args:
        error: What the library found in the joined files.
        chain: The file of the style and everything it extends, from the top down.
    """
    for one in error.errors():
        for fault in _faults(one):
            yield _problem(fault, chain)


def _faults(error: ErrorDetails) -> Iterator[Fault]:
    place, kind = error["loc"], error["type"]
    key = next((step for step in reversed(place) if isinstance(step, str)), "")
    cause = error.get("ctx", {}).get("error")
    match kind:
        case "value_error" if isinstance(cause, Misplaced):
            for inner, sentence in cause.faults.items():
                yield Fault((*place, *inner), WRONG_VALUE, sentence)
        case "value_error":
            yield Fault(place, WRONG_VALUE, str(cause))
        case "extra_forbidden":
            sentence = _("a style has no key {key} here").format(key=key)
            yield Fault(place, UNKNOWN_KEY, sentence)
        case "missing":
            sentence = _("the key {key} is missing").format(key=key)
            yield Fault(place, WRONG_VALUE, sentence)
        case "literal_error" | "enum":
            # The library names them in English: 'left', 'center' or 'right'.
            values = listed(_QUOTED.findall(error["ctx"]["expected"]))
            sentence = _("{key} can be {values}").format(key=key, values=values)
            yield Fault(place, WRONG_VALUE, sentence)
        case _:
            sentence = _("this value of {key} cannot be used").format(key=key)
            yield Fault(place, WRONG_VALUE, sentence)


def _problem(fault: Fault, chain: Sequence[Source]) -> Problem:
    """The problem in the file that says most of its place, at the deepest key that it says."""
    standing = [_standing(source.data(), fault.place) for source in chain]
    source, deepest = max(zip(chain, standing, strict=True), key=lambda pair: len(pair[1]))
    if not deepest:
        return source.text.problem(fault.code, fault.sentence)
    return source.problem(fault.code, fault.sentence, deepest)


def _standing(said: Any, place: Loc) -> Loc:
    found: list[str | int] = []
    for step in place:
        try:
            said = said[step]
        except (KeyError, IndexError, TypeError):
            break
        found.append(step)
    return tuple(found)
