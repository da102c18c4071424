"""A whole Word file → lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from planforge.ooxml import opening
from planforge.ooxml.package import Package
from planforge.ooxml.properties import child
from planforge.readers.result import Loss, Reading, told

from . import margins, record
from .cleaning import clean
from .flow import Flow
from .notes import Notes

if TYPE_CHECKING:
    from planforge.readers.line import Line

    from .record import Record

CODE: Final = "PF005"
"""The code of a file that cannot be read."""

_HEADINGS_OF_CONTENTS: Final = re.compile(r"[目次錄录\s　]{2,}|contents", re.IGNORECASE)


def read(path: str, data: bytes) -> Reading:
    """What Word shows of a ``.docx``, and what was left out.

    Args:
        path: The file as the user named it.
        data: Its bytes.

    Raises:
        FileProblems: It is no Word file, damaged, or larger than can be meant seriously.
        UserError: There are more paragraphs than anybody writes.
    """
    package = Package(path, data, CODE)
    root = package.part(package.main)
    assert root is not None
    losses: Counter[Loss] = Counter()
    clean(root, losses)
    rules = opening.cascade(package, opening.document_language(package))
    flow = Flow(path, rules, losses, Notes(package, losses))
    if (body := child(root, "body")) is not None:
        flow.body(body)
    edges: dict[str, list[Record]] = {"header": [], "footer": []}
    for name, kind in margins.shown(package, root).items():
        if (part := package.part(name)) is not None:
            clean(part, losses)
            edges[kind] += flow.edge(part, kind)
    records = _without_contents(flow.records, losses)
    font = record.body_font(records)

    def lines(records: list[Record]) -> list[Line]:
        return [line for one in records for line in one.lines(font)]

    headers, footers = _once(lines(edges["header"])), _once(lines(edges["footer"]))
    return Reading((*headers, *lines(records), *footers), told(losses))


def _without_contents(records: list[Record], losses: Counter[Loss]) -> list[Record]:
    kept: list[Record] = []
    before = False
    for one in records:
        dropped = one.drop_contents()
        if dropped:
            losses[Loss.CONTENTS] += 1
            while kept and not before and _HEADINGS_OF_CONTENTS.fullmatch(kept[-1].text):
                kept.pop()
                losses[Loss.CONTENTS] += 1
        else:
            kept.append(one)
        before = dropped
    return kept


def _once(lines: list[Line]) -> list[Line]:
    """The lines with words, each once: first pages and sections often repeat them."""
    first = {line.text.strip(): line for line in reversed(lines) if line.text.strip()}
    return [line for line in lines if first.get(line.text.strip()) is line]
