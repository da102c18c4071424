"""From a package to a `Document`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.ooxml import opening, tables
from planforge.ooxml.cascade import TableLook
from planforge.ooxml.content import CHARACTERS, INLINE, held
from planforge.ooxml.package import R
from planforge.ooxml.properties import PREFIX, child, local, value

from .document import Document, Paragraph, Run, Section, Table
from .recognition import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from planforge.ooxml.cascade import Cascade
    from planforge.ooxml.package import Package
    from planforge.styles import Style


def read(package: Package, style: Style) -> Document:
    """The document in ``package``, every paragraph with its role.

    Args:
        package: The file.
        style: Whose numbering scheme gives levels to numbers.

    Raises:
        FileProblems: A part is damaged.
    """
    language = opening.document_language(package)
    rules = opening.cascade(package, language)
    root = package.part(package.main)
    assert root is not None
    reader = _Reader(rules)
    body = child(root, "body")
    if body is not None:
        reader.body(body)
    sections = _with_footers(package, rules, reader.sections)
    document = Document(
        package,
        rules,
        tuple(reader.paragraphs),
        tuple(reader.tables),
        sections,
        opening.part(package, "settings"),
        language,
    )
    recognise(document, style)
    return document


class _Reader:
    """Walks through the body of a document."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.sections: list[Section] = []

    def body(self, body: Element) -> None:
        """Read everything in ``body``."""
        for block in held(body):
            match local(block):
                case "p":
                    self._paragraph(block, None, 0, TableLook())
                case "tbl":
                    self._table(block, outer=True)
        self.sections.append(Section(child(body, "sectPr")))

    def _table(self, element: Element, *, outer: bool) -> None:
        rows = tuple(row for row in held(element) if local(row) == "tr")
        table = Table(element, rows, len(self.sections), outer)
        self.tables.append(table)
        first, other = tables.looks(element)
        for index, row in enumerate(rows):
            look = other if index else first
            for cell in held(row):
                if local(cell) == "tc":
                    self._cell(cell, table, index, look)

    def _cell(self, cell: Element, table: Table, row: int, look: TableLook) -> None:
        for block in held(cell):
            if local(block) == "p":
                self._paragraph(block, table, row, look)
            elif local(block) == "tbl":
                self._table(block, outer=False)

    def _paragraph(self, element: Element, table: Table | None, row: int, look: TableLook) -> None:
        made = paragraph(self._cascade, element, look, len(self.paragraphs) + 1)
        made.table, made.row, made.section = table, row, len(self.sections)
        if (listed := made.numbered) is not None:
            lists = self._cascade.lists
            made.label = lists.count(listed.instance, listed.depth)
            if (level := lists.level(listed.instance, listed.depth)) is not None:
                made.list_look = (level.format, level.pattern)
        self.paragraphs.append(made)
        if table is not None:
            table.cells.append(made)
        end = child(element, "pPr", "sectPr")
        if end is not None and table is None:
            self.sections.append(Section(end))


def paragraph(cascade: Cascade, element: Element, look: TableLook, number: int) -> Paragraph:
    """A ``w:p`` with its effective properties; its automatic number is not counted."""
    direct = cascade.direct(child(element, "pPr"))
    properties, numbered = cascade.paragraph(direct, look)
    style = cascade.style_of(direct)
    named = cascade.styles.find(style, "paragraph")
    runs = []
    for run in held(element, INLINE):
        if local(run) == "r" and (text := _text(run)):
            own = cascade.direct(child(run, "rPr"))
            effective = cascade.run(own, style, look)
            if effective.get("vanish", "0") in {"0", "false", "off"}:
                runs.append(Run(text, effective, own))
    return Paragraph(
        number,
        element,
        properties,
        tuple(runs),
        named.name if named is not None else "",
        style,
        numbered,
    )


def _text(run: Element) -> str:
    pieces = []
    for one in run:
        name = local(one)
        if name == "t":
            pieces.append(one.text or "")
        elif name == "br":
            pieces.append("\f" if value(one, "type") == "page" else "\n")
        else:
            pieces.append(CHARACTERS.get(name, ""))
    return "".join(pieces)


def _with_footers(
    package: Package, cascade: Cascade, sections: Sequence[Section]
) -> tuple[Section, ...]:
    targets = package.relationships()
    inherited: dict[str, tuple[Paragraph, ...]] = {}
    for section in sections:
        for one in section.element if section.element is not None else ():
            if local(one) == "footerReference":
                _kind, target = targets.get(one.get(f"{{{R}}}id", ""), ("", ""))
                part = package.part(target) if target else None
                footers = () if part is None else _footer(part, cascade)
                inherited = {**inherited, value(one, "type", default="default"): footers}
        section.footers = inherited
    return tuple(sections)


def _footer(part: Element, cascade: Cascade) -> tuple[Paragraph, ...]:
    found = part.iter(f"{PREFIX}p")
    return tuple(paragraph(cascade, one, TableLook(), number) for number, one in enumerate(found))
