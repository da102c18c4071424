"""The notice under which a plan was issued: 关于印发《…》的通知, the plan as its attachment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

from .ending import ending
from .front import front, is_title, stripped
from .keys import ISSUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

    from .words import Words

_TITLE: Final = re.compile(r".{0,40}(?:关于|關於)印[发發].{2,60}的通知")
_NUMBER: Final = re.compile(
    r"(?P<number>\S{1,20}[〔\[（(【［]\d{4}[〕\]）)】］]\s?\d{1,4}\s?[号號])"
    r"(?:\s+(?:签发人|簽發人)[：:]\s*(?P<signer>\S+))?"
)
_MARK: Final = re.compile(r"\S{2,30}文件")
_COPIES: Final = re.compile(r"(?:抄送|副本)[：:]\s*(?P<names>.+?)。?")
_PRINTED: Final = re.compile(r"(?P<body>\S.{1,40}?)\s+(?P<date>\S{6,20})印[发發]")
_LABEL: Final = re.compile(r"附件\s?1?[：:]?(?:[　 ]+(?P<title>\S.*))?")
# The title stands below the red letters and the number.
_ABOVE: Final = 5
_COMMA: Final = "、"


class Notice(Struct, frozen=True):
    """A notice and the plan that it issues.

    Attributes:
        issue: What is written below 发文.
        body: Who signs the notice.
        date: When.
        lines: The lines of the notice.
        plan: The lines of the plan, its title first.
    """

    issue: dict[str, Any]
    body: Words
    date: Words
    lines: tuple[Line, ...]
    plan: tuple[Line, ...]


def notice(lines: Sequence[Line]) -> Notice | None:
    """The notice that the lines begin with; ``None`` where they do not hold one and its plan.

    Args:
        lines: The non-blank lines, head and foot of the document among them.
    """
    texts = [line.text.strip() for line in lines]
    at = next((n for n, text in enumerate(texts[:_ABOVE]) if _TITLE.fullmatch(text)), -1)
    label = _label(texts, at + 1) if at >= 0 else 0
    if not label:
        return None
    told, end = lines[at:label], _imprint(texts)
    behind, addressed = ending(told), front("", told).addressed
    apart = (*behind.lines, addressed)
    paragraphs = [stripped(line) for line in told[1:] if line not in apart]
    if not behind.signed or len(behind.attachments) != 1 or not paragraphs:
        return None
    head = _head(lines[:at])
    foot = _foot(lines[end:])
    if head is None or foot is None:
        return None
    issue = {
        **head,
        ISSUE["title"]: stripped(told[0]),
        ISSUE["addressees"]: _names(stripped(addressed)) if addressed else [],
        ISSUE["text"]: paragraphs,
        **foot,
    }
    plan = _plan(lines[label:end])
    numbers = {line.number for line in plan}
    used = tuple(line for line in lines if line.number not in numbers)
    filled = {key: value for key, value in issue.items() if value}
    return Notice(filled, behind.body, behind.date, used, plan)


def _label(texts: Sequence[str], start: int) -> int:
    """Where the label 附件 stands that the title of the plan follows; 0 where there is none."""
    for place in range(start, len(texts) - 1):
        found = _LABEL.fullmatch(texts[place])
        if found and is_title(found["title"] or texts[place + 1]):
            return place
    return 0


def _plan(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the plan; a label before its title is blanked out, so that columns stay."""
    first = lines[0]
    found = _LABEL.fullmatch(first.text.strip())
    if found is None or not found["title"]:
        return tuple(lines[1:])
    start = first.text.index(found["title"])
    title = replace(first, text=" " * start + first.text[start:], level=0, style="title")
    return (title, *lines[1:])


def _names(words: Words) -> list[Words]:
    names = []
    start = 0
    for name in words.rstrip("：:").split(_COMMA):
        names.append(words.part(start, start + len(name)))
        start += len(name) + len(_COMMA)
    return names


def _head(lines: Sequence[Line]) -> dict[str, Any] | None:
    """What stands above the title; ``None`` where something else does."""
    said: dict[str, Any] = {}
    for line in lines:
        words = stripped(line)
        if found := _NUMBER.fullmatch(words):
            said[ISSUE["number"]] = words.part(*found.span("number"))
            if found["signer"]:
                said[ISSUE["signer"]] = words.part(*found.span("signer"))
        elif _MARK.fullmatch(words):
            said[ISSUE["mark"]] = words
        else:
            return None
    keys = (ISSUE["mark"], ISSUE["number"], ISSUE["signer"])
    return {key: said[key] for key in keys if key in said}


def _imprint(texts: Sequence[str]) -> int:
    """Where copies and date of printing begin at the end of the document."""
    end = len(texts)
    while end and (_COPIES.fullmatch(texts[end - 1]) or _PRINTED.fullmatch(texts[end - 1])):
        end -= 1
    return end


def _foot(lines: Sequence[Line]) -> dict[str, Any] | None:
    said: dict[str, Any] = {}
    for line in lines:
        words = stripped(line)
        if found := _COPIES.fullmatch(words):
            said[ISSUE["copies"]] = _names(words.part(*found.span("names")))
        elif found := _PRINTED.fullmatch(words):
            said[ISSUE["printed_by"]] = words.part(*found.span("body"))
            said[ISSUE["printed_on"]] = words.part(*found.span("date"))
    return said
