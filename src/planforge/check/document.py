"""A Word document as paragraphs, tables and sections with their effective properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from .finding import Place
from .roles import Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.ooxml.cascade import Cascade, Numbered
    from planforge.ooxml.package import Package
    from planforge.ooxml.properties import Properties


class Run(Struct):
    r"""A stretch of text with one look.

    Attributes:
        text: Its characters; ``\t`` for tabs, ``\n`` for line breaks, ``\f`` for page breaks.
        properties: Effective properties.
        direct: Properties that the run says itself.
    """

    text: str
    properties: Properties
    direct: Properties


class Paragraph(Struct):
    """A paragraph.

    Attributes:
        number: 1-based, through the whole body.
        element: Its ``w:p``.
        properties: Effective properties.
        runs: What is printed, in order; fields with the result that the file holds.
        style: Name of its style, in small letters.
        style_id: Id of its style.
        numbered: Its place in a list; ``None`` outside lists.
        list_look: How its list level counts, and what stands around the number.
        label: The automatic number as Word prints it.
        table: The table it stands in; ``None`` outside tables.
        row: Row of that table, 0-based.
        section: Index of its section.
        role: What it is in a plan.
        level: Level of a heading or numbered paragraph, 1-based; 0 for anything else.
        typed: The number typed as text at its beginning.
        headings: The headings above it.
    """

    number: int
    element: Element
    properties: Properties
    runs: tuple[Run, ...]
    style: str
    style_id: str
    numbered: Numbered | None = None
    list_look: tuple[str, str] = ("", "")
    label: str = ""
    table: Table | None = None
    row: int = 0
    section: int = 0
    role: Role = Role.BODY
    level: int = 0
    typed: str = ""
    headings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Everything that is printed but automatic numbers."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The text without blanks at both ends."""
        return self.text.strip()

    @property
    def place(self) -> Place:
        """Where it stands, for a finding."""
        return Place(self.headings, self.number, self.label + self.words)


class Table(Struct):
    """A table.

    Attributes:
        element: Its ``w:tbl``.
        rows: Its ``w:tr``.
        section: Index of its section.
        outer: It stands in no other table.
        place: Where it stands.
        cells: The paragraphs in it.
    """

    element: Element
    rows: tuple[Element, ...]
    section: int
    outer: bool
    place: Place = field(default_factory=Place)
    cells: list[Paragraph] = field(default_factory=list)


class Section(Struct):
    """A part of the document with one kind of page.

    Attributes:
        element: Its ``w:sectPr``; ``None`` where the document has none.
        footers: Type (``default``, ``even``, ``first``) → paragraphs; inherited ones included.
    """

    element: Element | None
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)


class Document(Struct):
    """A whole document.

    Attributes:
        package: The file.
        cascade: The rules by which properties come together.
        paragraphs: Every paragraph of the body, those in tables included.
        tables: Every table.
        sections: At least one.
        settings: The settings part; ``None`` where there is none.
        language: East Asian language that most of the text is in, such as ``zh-CN``.
    """

    package: Package
    cascade: Cascade
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    settings: Element | None
    language: str

    def of(self, *roles: Role) -> tuple[Paragraph, ...]:
        """The paragraphs with one of these roles, in order, those without words left out."""
        return tuple(one for one in self.paragraphs if one.role in roles and one.words)

    @property
    def flow(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside tables."""
        return tuple(one for one in self.paragraphs if one.table is None)
