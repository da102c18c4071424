"""The period itself, in the form in which the plan has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.language import _
from planforge.model.period import Period

from .numerals import like
from .turn import Turn
from .years import YEARS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .rolling import Rolling


def period(rolling: Rolling) -> Iterator[Turn]:
    """The new period: the old words with other years where that says the same, else as given."""
    passage = rolling.subject.passage(("period",))
    if passage is None:
        return
    text = passage.node.value

    def shifted(match: re.Match[str]) -> str:
        return like(match[0], rolling.years + _year(match[0]))

    new = YEARS.sub(shifted, text)
    if _days(new) != (rolling.new.start, rolling.new.end):
        new = rolling.new.text
    if new != text:
        yield Turn(passage.node, 0, len(text), new, _("period"))


def _year(words: str) -> int:
    from planforge.model.years import year

    return year(words.replace("國", "国"))


def _days(text: str) -> object:
    try:
        found = Period.parse(text)
    except ValueError:
        return None
    return found.start, found.end
