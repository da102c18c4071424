"""Title and signature: what stands around the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from planforge.model.when import When

from .words import Words, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

# Titles of real plans have up to 33 code points.
LONGEST_TITLE: Final = 45
# The title of a text that has none and comes from no file.
UNTITLED: Final = "工作计划"
_TITLE: Final = re.compile(
    "计划|計劃|計畫|要点|要點|方案|安排|总结|總結|打算|思路|规划|規劃|规画|規畫"
)
_SENTENCE_END: Final = re.compile(r"[。；;，,！!？?]$")
_NUMBERED: Final = re.compile(r"(?:[一二三四五六七八九十]+|\d+)[、.．）)]|[（(].{1,3}[）)]")
_BODY: Final = re.compile(
    "(?:工会|工會|委员会|委員會|联合会|聯合會|公司|集团|集團|女工委|学校|學校|医院|醫院)$"
)
_FIGURE: Final = "[0-9〇○零一二三四五六七八九十]"
_DATE: Final = re.compile(
    rf"{_FIGURE}{{4}}\s?年\s?{_FIGURE}{{1,3}}\s?月\s?{_FIGURE}{{1,3}}\s?[日号號]"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What stands around the body.

    Attributes:
        title: The title, its lines kept apart; the name of the file where there is none.
        title_lines: The lines it stands on; none when it is the name of the file.
        signature: The signing body and the date; none where the text is not signed.
    """

    title: Words
    title_lines: tuple[Line, ...]
    signature: tuple[Line, ...]

    @property
    def signed(self) -> Words:
        """The body that signs; empty where nobody does."""
        return stripped(self.signature[0]) if self.signature else Words("")


def stripped(line: Line) -> Words:
    """The line without blanks around it."""
    text = line.text.strip()
    return Words.at(text, line.number, line.text.find(text))


def front(path: str, lines: Sequence[Line]) -> Front:
    """What the first and the last lines say.

    Args:
        path: The file as the user named it; its name is the title of last resort.
        lines: The non-blank lines.
    """
    title_lines = _title(lines)
    title = joined((stripped(line) for line in title_lines), "\n")
    return Front(title or Words(_named(path)), title_lines, _signature(lines[len(title_lines) :]))


def _named(path: str) -> str:
    name = PurePath(path).stem.strip()
    return name if re.search(r"\w", name) else UNTITLED


def _title(lines: Sequence[Line]) -> tuple[Line, ...]:
    first, second = ([line.text.strip() for line in lines[:2]] + ["", ""])[:2]
    if _is_title(first):
        return tuple(lines[:1])
    if _is_body(first) and _is_title(second):
        return tuple(lines[:2])
    return ()


def _is_title(text: str) -> bool:
    short = len(text) <= LONGEST_TITLE and not _SENTENCE_END.search(text)
    return bool(short and _TITLE.search(text) and not _NUMBERED.match(text))


def _is_body(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and bool(_BODY.search(text))


def _signature(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The last two lines, where they are a body and a date."""
    match [line.text.strip() for line in lines]:
        case [_, *_, body, date] if _is_body(body) and _is_date(date):
            return tuple(lines[-2:])
        case _:
            return ()


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and When.parse(text))
    except ValueError:
        return False
