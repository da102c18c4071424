"""What stands before the body: title, note of approval, addressees."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .words import Words, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

# Titles of real plans have up to 33 code points.
LONGEST_TITLE: Final = 45
# How many lines of a page may stand above the title of its first plan.
_ABOVE: Final = 12
PLAN_TITLE: Final = "plan title"
"""Style of the titles of several plans on one page."""
# The title of a text that has none and comes from no file.
UNTITLED: Final = "工作计划"
_MOST_LINES: Final = 3
_TITLE: Final = re.compile(
    "计划|計劃|計畫|要点|要點|方案|安排|总结|總結|打算|思路|规划|規劃|规画|規畫"
)
# 2026年工作总结 over 及2027年工作计划.
_GOES_ON: Final = re.compile("[及暨和与與]")
_SENTENCE_END: Final = re.compile(r"[。；;，,！!？?]$")
_NUMBERED: Final = re.compile(r"(?:[一二三四五六七八九十]+|\d+)[、.．）)]|[（(].{1,3}[）)]")
_BODY: Final = re.compile(
    "(?:工会|工會|委员会|委員會|联合会|聯合會|公司|集团|集團|女工委|学校|學校|医院|醫院|协会|協會)$"
)
_APPROVED: Final = re.compile(
    r"[（(][^（()）]*(?:通过|通過|审议|審議|批准|核准|讨论|討論|征求意见|徵求意見|草案|试行|試行)[^（()）]*[）)]"
)
_ADDRESSEES: Final = re.compile(r"(?P<names>[^。；;！!？?：:\d]{2,80})[：:]")
_ADDRESSED: Final = re.compile(
    "各|工会|工會|委员会|委員會|公司|单位|單位|学校|學校|小组|小組|会员|會員|职工|職工|同志|部门|部門|处室|處室|科室|同仁"
)
_NOT_ADDRESSED: Final = re.compile(
    "如下|以下|下列|安排|做好|要求|任务|任務|计划|計劃|计畫|目标|目標|现将|現將|具体|主要|包括|方面|措施|内容|內容"
)
_COMMA: Final = "、"


class Front(Struct, frozen=True):
    """What stands before the body.

    Attributes:
        title: The title, its lines kept apart; the name of the file where there is none.
        title_lines: The lines it stands on; none when it is the name of the file.
        note: The line below it that says when it was approved.
        addressed: The line that says whom it is addressed to.
    """

    title: Words
    title_lines: tuple[Line, ...]
    note: Line | None = None
    addressed: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines that do not belong to the body."""
        others = (self.note, self.addressed)
        return (*self.title_lines, *(line for line in others if line))

    @property
    def addressees(self) -> list[Words]:
        """Whom it is addressed to, one by one."""
        if self.addressed is None:
            return []
        whole = stripped(self.addressed)
        names = []
        start = 0
        for name in whole[:-1].split(_COMMA):
            names.append(whole.part(start, start + len(name)))
            start += len(name) + len(_COMMA)
        return names


def stripped(line: Line) -> Words:
    """The line without blanks around it."""
    text = line.text.strip()
    return Words.at(text, line.number, line.text.find(text))


def front(path: str, lines: Sequence[Line]) -> Front:
    """What the first lines say.

    Args:
        path: The file as the user named it; its name is the title of last resort.
        lines: The non-blank lines of the body.
    """
    title_lines = _title(lines)
    title = joined((stripped(line) for line in title_lines), "\n")
    ends = lines.index(title_lines[-1]) + 1 if title_lines else 0
    rest = lines[ends:]
    note = rest[0] if title_lines and rest and _is_approval(rest[0]) else None
    rest = rest[1:] if note else rest
    addressed = rest[0] if len(rest) > 1 and _is_addressed(rest[0]) else None
    return Front(title or Words(_named(path)), title_lines, note, addressed)


def _named(path: str) -> str:
    name = PurePath(path).stem.strip()
    return name if re.search(r"\w", name) else UNTITLED


def _title(lines: Sequence[Line]) -> tuple[Line, ...]:
    told = next((n for n, ln in enumerate(lines[:_ABOVE]) if ln.style == PLAN_TITLE), -1)
    if told >= 0:
        return (lines[told],)
    styled = next((n for n, line in enumerate(lines) if line.style != "title"), len(lines))
    if 0 < styled <= _MOST_LINES:
        return tuple(lines[:styled])
    texts = [line.text.strip() for line in lines[:2]] + ["", ""]
    if lines and _is_title(lines[0]):
        goes_on = _GOES_ON.match(texts[1]) and _is_title(lines[1])
        return tuple(lines[: 1 + bool(goes_on)])
    if is_body(texts[0]) and len(lines) > 1 and _is_title(lines[1]):
        return tuple(lines[:2])
    return ()


def _is_title(line: Line) -> bool:
    return line.cell is None and not line.label and is_title(line.text.strip())


def is_title(text: str) -> bool:
    """Whether ``text`` may be the title of a plan: short, without a number, and it says plan."""
    short = len(text) <= LONGEST_TITLE and not _SENTENCE_END.search(text)
    return bool(short and _TITLE.search(text) and not _NUMBERED.match(text))


def is_body(text: str) -> bool:
    """Whether ``text`` may be the name of an organisation."""
    return (
        len(text) <= LONGEST_TITLE and bool(_BODY.search(text)) and not _SENTENCE_END.search(text)
    )


def _is_approval(line: Line) -> bool:
    return _APPROVED.fullmatch(line.text.strip()) is not None


def _is_addressed(line: Line) -> bool:
    found = _ADDRESSEES.fullmatch(line.text.strip())
    if found is None or line.cell or line.label or line.level or _NUMBERED.match(found["names"]):
        return False
    return bool(_ADDRESSED.search(found["names"])) and not _NOT_ADDRESSED.search(found["names"])
