"""Which of its characters are of simplified texts alone, and which of traditional ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from .subject import Subject


class ScriptUsed(Struct, frozen=True):
    """The characters of a plan that tell its script.

    Attributes:
        simplified: Those that traditional texts never have.
        traditional: Those that simplified texts never have.
        is_traditional: Whether the plan is written in traditional characters.
    """

    simplified: frozenset[str]
    traditional: frozenset[str]
    is_traditional: bool


def script_used(subject: Subject) -> ScriptUsed:
    """The script of a plan. OpenCC is loaded only where GB 2312 lacks one of its characters."""
    prose = subject.prose
    han = "".join([one for one in prose.characters if one >= "\u3400"])
    rare = _beyond(han, "gb2312")
    if not rare:
        return ScriptUsed(frozenset(), frozenset(), is_traditional=False)
    from planforge.script.written import script_of  # slow

    traditional = frozenset(one for one in rare if script_of(one) == "traditional")
    if not traditional:
        return ScriptUsed(frozenset(), traditional, is_traditional=False)
    beyond = _beyond(han, "big5")
    simplified = frozenset(one for one in beyond if script_of(one) == "simplified")
    count = prose.text.count
    more = sum(map(count, traditional)) > sum(map(count, simplified))
    return ScriptUsed(simplified, traditional, more)


def _beyond(characters: str, encoding: str) -> set[str]:
    """The ideographs that an encoding lacks."""
    known = characters.encode(encoding, "ignore")
    # Each ideograph is two bytes, and most plans have none beyond.
    if len(known) == 2 * len(characters):
        return set()
    return {one for one in set(characters) - set(known.decode(encoding)) if _is_ideograph(one)}


def _is_ideograph(one: str) -> bool:
    return "\u3400" <= one <= "\u9fff" or one >= "\U00020000"
