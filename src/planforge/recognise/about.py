"""What is known of a plan as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from . import identity
from .ending import Ending, ending
from .front import Front, front, stripped
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

    from .notice import Notice

# The first paragraphs say what the text is.
_FIRST: Final = 3
_HANT: Final = re.compile(
    "[會員計劃畫學習務職動團體黨開關門間問題們個來對時發現實業產質權議論設記認識話說讀講證評試該請調護變讓總經級"
    "統維組織結給絡網線練縣續紀約納細終統緊鄉鎮區醫衛機構標樣樹橋歡歷歸殘殺氣決況測準滿漢滅災無爭營獎獨獲環產]"
)
_SHARE: Final = 20


class About(Struct, frozen=True):
    """What is known of a plan as a whole; empty where the text does not say it plainly.

    Attributes:
        front: Title, note and addressees.
        ending: Signature and attachments.
        organization: Who files the plan.
        kind: English key of the kind of organisation.
        period: The words for the period.
        region: Code of the region; empty where the text may come from anywhere.
        traditional: Whether the text is in traditional characters.
        notice: The notice that issues the plan.
    """

    front: Front
    ending: Ending
    organization: Words
    kind: str
    period: Words
    region: str
    traditional: bool
    notice: Notice | None = None


def about(
    name: str,
    lines: Sequence[Line],
    issued: Notice | None = None,
    margins: Sequence[Line] = (),
) -> tuple[About, list[Line]]:
    """What the lines say of the whole, and the lines of the body.

    Args:
        name: The file as the user named it.
        lines: The non-blank lines of the text, without headers and footnotes.
        issued: The notice that the plan is an attachment of; it carries the signature.
        margins: Headers and footers, which may name the organisation.
    """
    head = front(name, lines)
    apart = {line.number for line in head.lines}
    rest = [line for line in lines if line.number not in apart]
    end = ending([*head.title_lines[:1], *rest]) if head.title_lines else ending(rest)
    apart |= {line.number for line in end.lines}
    if issued and not end.signed:
        end = replace(end, body=issued.body, date=issued.date)
    body = [line for line in rest if line.number not in apart]
    title = head.title if head.title_lines else Words("")
    paragraphs = [stripped(line) for line in body]
    whole = "".join((title, *(line.text for line in lines)))
    found = About(
        head,
        end,
        identity.organization((title, end.body, *(stripped(line) for line in margins))),
        identity.kind(title, "".join(paragraphs)),
        identity.period(title, paragraphs[:_FIRST]),
        identity.region(title, [line.text for line in lines]),
        len(_HANT.findall(whole)) * _SHARE > len(whole),
        issued,
    )
    return found, body
