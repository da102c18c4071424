"""What stands around the body when no style tells: title, addressees, signature, attachments."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from planforge.document.lines import ends_in_a_mark
from planforge.ooxml.properties import number

from .roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Paragraph, Table

HEAD: Final = 10
"""A title stands among so many paragraphs at the top."""
LONGEST_TITLE: Final = 60
LONGEST_ADDRESSEES: Final = 120
LONGEST_BODY_NAME: Final = 40
LARGE: Final = 36
"""Half points from which letters are those of a title."""

_TITLE: Final = re.compile(
    "计划|計劃|計畫|要点|要點|方案|安排|总结|總結|打算|思路|规划|規劃|规畫|通知|意见|意見|报告|報告"
)
_DIGIT: Final = "[0-9０-９〇○零一二三四五六七八九十]"
DATE: Final = re.compile(
    rf"(?:中[华華]民[国國])?\s*{_DIGIT}{{2,4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*[日号號]"
)
_INTRODUCTION: Final = re.compile("如下|以下|计划|計[畫劃]|要求|包括|下列|为[：:]")
_NOTE: Final = re.compile(r"附\s*件\s*[：:]\s*\S")
_MORE_NOTE: Final = re.compile(r"\d{1,2}\s*[.．、]")
_ISSUED: Final = re.compile("日\\s*印发$")
_LABEL: Final = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}")


def is_centred(one: Paragraph) -> bool:
    """Whether a paragraph stands in the middle."""
    return one.properties.get("jc") == "center"


def find_head(flow: Sequence[Paragraph]) -> None:
    """Mark title, note and addressees."""
    words = [one for one in flow if one.words]
    titles = [one for one in words if one.role is Role.TITLE]
    if not titles:
        titles = _title(words[:HEAD])
        for one in titles:
            one.role, one.level = Role.TITLE, 0
    for one in words[: words.index(titles[0])] if titles else ():
        if one.role is Role.BODY:
            # What stands above the title is the head of an issued document.
            one.role = Role.OTHER
    below = words[words.index(titles[-1]) + 1 :] if titles else words
    for place, one in enumerate(below[:2]):
        if one.role is not Role.BODY or one.numbered is not None:
            break
        if place == 0 and is_centred(one) and one.words.startswith(("（", "(")):
            one.role = Role.NOTE
        elif _is_addressees(one.words):
            one.role = Role.ADDRESSEES
            break
        else:
            break


def find_closing(flow: Sequence[Paragraph]) -> None:
    """Mark attachment note, signature, date, and labels and titles of attachments."""
    words = [one for one in flow if one.words]
    for place, one in enumerate(words):
        if one.role is Role.SIGNATURE and DATE.fullmatch(one.words):
            one.role = Role.DATE
        elif one.role not in {Role.BODY, Role.HEADING} or one.level:
            continue
        elif DATE.fullmatch(one.words):
            one.role = Role.DATE
            _sign(words[:place])
        elif _NOTE.match(one.words):
            one.role = Role.ATTACHMENT_NOTE
            for more in takewhile(lambda p: _MORE_NOTE.match(p.words), words[place + 1 :]):
                more.role, more.level, more.typed = Role.ATTACHMENT_NOTE, 0, ""
        elif _LABEL.fullmatch(one.words):
            one.role = Role.ATTACHMENT_LABEL
            for title in words[place + 1 : place + 2]:
                if title.role in {Role.BODY, Role.TITLE} and is_centred(title):
                    title.role = Role.ATTACHMENT_TITLE


def find_imprint(tables: Sequence[Table]) -> None:
    """Mark the foot of an issued document (版记), which is often a table."""
    for table in tables[-1:]:
        words = [one.words for one in table.cells]
        if any(one.startswith("抄送") for one in words) or any(map(_ISSUED.search, words)):
            for one in table.cells:
                one.role = Role.OTHER


def _sign(before: Sequence[Paragraph]) -> None:
    """The last line above a date, where it is the name of a body."""
    for one in before[-1:]:
        short = len(one.words) <= LONGEST_BODY_NAME and not ends_in_a_mark(one.words)
        if one.role is Role.BODY and short:
            one.role = Role.SIGNATURE


def _title(top: Sequence[Paragraph]) -> list[Paragraph]:
    candidates = [one for one in top if _may_be_title(one)]
    chosen = [one for one in candidates if _TITLE.search(one.words)] or candidates
    first = next((one for one in chosen if is_centred(one) or _is_large(one)), None)
    first = first or next((one for one in chosen[:1] if _TITLE.search(one.words)), None)
    if first is None:
        return []
    found = [first]
    if is_centred(first):
        for one in top[top.index(first) + 1 :]:
            same = is_centred(one) and size(one) == size(first) and _may_be_title(one)
            if not same or one.words.startswith(("（", "(")):
                break
            found.append(one)
        for one in reversed(top[: top.index(first)]):
            if not (is_centred(one) and size(one) == size(first) and _may_be_title(one)):
                break
            found.insert(0, one)
    return found


def _may_be_title(one: Paragraph) -> bool:
    plain = one.role is Role.BODY or (one.role is Role.HEADING and not one.typed and not one.label)
    return plain and len(one.words) <= LONGEST_TITLE and not one.words.endswith(tuple("。；：;:"))


def _is_large(one: Paragraph) -> bool:
    return size(one) >= LARGE


def size(one: Paragraph) -> int:
    """Size of the first run in half points; 0 for an empty paragraph."""
    return number(one.runs[0].properties.get("sz"), 20) if one.runs else 0


def _is_addressees(words: str) -> bool:
    return (
        words.endswith(("：", ":"))
        and len(words) <= LONGEST_ADDRESSEES
        and not _INTRODUCTION.search(words)
        and "。" not in words
    )
