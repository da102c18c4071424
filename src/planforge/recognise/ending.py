"""What stands behind the body: signature and attachments."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.model.when import When

from .front import is_body, stripped
from .words import NOTHING, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

_FIGURE: Final = "[0-9〇○零一二三四五六七八九十]"
_DATE: Final = re.compile(
    rf"(?:{_FIGURE}{{4}}|(?:中华|中華)?民[国國]{_FIGURE}{{2,3}})\s?年\s?{_FIGURE}{{1,3}}\s?月\s?{_FIGURE}{{1,3}}\s?[日号號]"
)
_BOTH: Final = re.compile(rf"(?P<body>\S.*?\S)\s+(?P<date>{_DATE.pattern})")
_SEAL: Final = re.compile(r"[（(](?:公章|盖章|蓋章|章)[）)]$")
_LABEL: Final = re.compile(r"附件\s?(?P<n>\d{0,2})(?:[：:]?$|[　 ]+(?P<title>\S.*))")
_NOTE: Final = re.compile(r"附件[：:]\s*(?:(?P<n>\d{1,2})[.．、]\s*)?(?P<title>\S.*)")
_NEXT: Final = re.compile(r"(?P<n>\d{1,2})[.．、]\s*(?P<title>\S.*)")
# Longer texts than this are no titles of attachments.
_LONGEST: Final = 60


class Attached(Struct, frozen=True):
    """One attachment.

    Attributes:
        title: Its title; may be empty.
        content: The lines of its content; none where it is only announced.
    """

    title: Words
    content: tuple[Line, ...] = ()


class Ending(Struct, frozen=True):
    """What stands behind the body; empty where the text has none of it.

    Attributes:
        body: Who signs.
        date: When.
        signed: The lines of the signature.
        attachments: In their order.
        announced: The lines of the attachments apart from their content.
    """

    body: Words = NOTHING
    date: Words = NOTHING
    signed: tuple[Line, ...] = ()
    attachments: tuple[Attached, ...] = ()
    announced: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines that do not belong to the body."""
        content = (line for one in self.attachments for line in one.content)
        return (*self.signed, *self.announced, *content)


def ending(lines: Sequence[Line]) -> Ending:
    """What the last lines say; the first line is never among them."""
    content = next(
        (n for n, ln in enumerate(lines) if n and _label(ln) and _ends(lines[:n])),
        len(lines),
    )
    body, date, signed = _signature(lines[:content])
    before = lines[: content - len(signed)]
    noted, titles = _noted(before)
    contents = _contents(lines[content:])
    if contents is None:
        return Ending(body, date, signed) if content == len(lines) else Ending()
    found, labels = contents
    attachments = _together(titles, found)
    if attachments is None:
        return Ending()
    return Ending(body, date, signed, attachments, (*noted, *labels))


def _ends(lines: Sequence[Line]) -> bool:
    """Whether the text may end here: with a signature, or with the titles of attachments."""
    return bool(_signature(lines)[2] or _noted(lines)[1])


def _signature(lines: Sequence[Line]) -> tuple[Words, Words, tuple[Line, ...]]:
    """The last two lines, where they are a body and a date; the last one, where it is both."""
    if len(lines) > 1 and (found := _BOTH.fullmatch(lines[-1].text.strip())):
        whole = stripped(lines[-1])
        if _signs(found["body"]) and _is_date(found["date"]):
            body, date = whole.part(*found.span("body")), whole.part(*found.span("date"))
            return body, date, tuple(lines[-1:])
    match [stripped(line) for line in lines]:
        case [_, *_, body, date] if _signs(body) and _is_date(date):
            return body, date, tuple(lines[-2:])
        case _:
            return Words(""), Words(""), ()


def _signs(text: str) -> bool:
    return is_body(_SEAL.sub("", text))


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and When.parse(text))
    except ValueError:
        return False


def _label(line: Line) -> re.Match[str] | None:
    return None if line.cell else _LABEL.fullmatch(line.text.strip())


def _noted(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[Words]]:
    """The lines that announce attachments at the end of the text, and the titles."""
    for place in range(len(lines) - 1, 0, -1):
        text = stripped(lines[place])
        if found := _NOTE.fullmatch(text):
            titles = [text.part(*found.span("title"))]
            for number, line in enumerate(lines[place + 1 :], 2):
                after = _NEXT.fullmatch(line.text.strip())
                if after is None or int(after["n"]) != number:
                    return (), []
                titles.append(stripped(line).part(*after.span("title")))
            return tuple(lines[place:]), titles
        if not _NEXT.fullmatch(text) or len(text) > _LONGEST:
            break
    return (), []


def _contents(lines: Sequence[Line]) -> tuple[dict[int, Attached], list[Line]] | None:
    """Number → attachment with its content, and the lines that hold labels and titles."""
    found: dict[int, Attached] = {}
    labels: list[Line] = []
    starts = [n for n, line in enumerate(lines) if _label(line)]
    if lines and starts[:1] != [0]:
        return None
    for start, end in pairwise([*starts, len(lines)]):
        match = _label(lines[start])
        assert match is not None
        labels.append(lines[start])
        content = list(lines[start + 1 : end])
        title = Words("")
        if match["title"]:
            title = stripped(lines[start]).part(*match.span("title"))
        elif content and len(content[0].text.strip()) <= _LONGEST and content[0].cell is None:
            labels.append(content[0])
            title = stripped(content.pop(0))
        number = int(match["n"] or 1)
        if number in found:
            return None
        found[number] = Attached(title, tuple(content))
    return found, labels


def _together(titles: list[Words], found: dict[int, Attached]) -> tuple[Attached, ...] | None:
    """Announced titles with their contents; ``None`` where they do not fit together."""
    attachments = [Attached(title) for title in titles]
    for number, one in sorted(found.items()):
        if titles and not (number <= len(titles) and one.title == titles[number - 1]):
            return None
        if not titles and number != len(attachments) + 1:
            return None
        if titles:
            attachments[number - 1] = Attached(titles[number - 1], one.content)
        else:
            attachments.append(one)
    return tuple(attachments)
