"""The neutral document tree that every writer prints.

It knows nothing of plans and nothing of Word. Text is plain: a writer prints every character as
it stands here. Numbers are ordinals; the writer and the numbering scheme of the style decide
what a number looks like, so that Word can number by itself.

The parts are named tuples: their classes are made in a fifth of the time that frozen data classes
take, and every run of the program makes them. Annotations that are strings would be compiled for
that, which takes as long again.
"""

from typing import Literal

from msgspec import Struct

Align = Literal["left", "center", "right"]
Landscape = Literal["auto", "yes", "no"]


class Heading(Struct, frozen=True):
    """A heading on its own line.

    Attributes:
        level: Depth in the document, 1-based.
        text: The words, without a number.
        number: Ordinal among its numbered siblings, 1-based; ``None`` for an unnumbered heading.
    """

    level: int
    text: str
    number: int | None = None


class Paragraph(Struct, frozen=True):
    """A body paragraph without a number: one line of text, never containing a line break."""

    text: str


class Item(Struct, frozen=True):
    """A numbered body paragraph.

    Shares the counter of the headings of its level: an item of level 2 after a heading
    numbered （一） is （二）.

    Attributes:
        level: Depth in the document, 1-based.
        number: Ordinal among its numbered siblings, 1-based.
        lead: The first sentence, set in the font of a heading of this level; may be empty.
        text: What follows the lead in the same paragraph; may be empty when there is a lead.
    """

    level: int
    number: int
    lead: str
    text: str


class Column(Struct, frozen=True):
    """One column of a table.

    Attributes:
        title: Header words.
        align: Alignment of the body cells.
    """

    title: str
    align: Align = "left"


class Table(Struct, frozen=True):
    r"""A table with one header row.

    Attributes:
        columns: At least one.
        rows: Every row has as many cells as there are columns. ``\n`` in a cell separates
            paragraphs.
        caption: Words above the table, also its accessible name; may be empty.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


class ChartRow(Struct, frozen=True):
    """One line of a chart of the year.

    Attributes:
        name: What is done.
        section: The section that it stands in.
        start: Where it begins, in months from the first of the chart: 2.5 is the middle of the
            third month.
        end: Where it ends.
        mark: A span of time, a day at its end by which it must be done, or what comes again.
        step: Every how many months it comes again.
        done: Whether it is done.
    """

    name: str
    section: str
    start: float
    end: float
    mark: Literal["span", "limit", "every"]
    step: int
    done: bool


class Chart(Struct, frozen=True):
    """What is done in which months, as a picture or, where there are none, as a table.

    Attributes:
        caption: Words below the picture, also its accessible name.
        months: Names of the months, from left to right.
        rows: By section, in the order of the plan; at least one.
        legend: What open and finished spans, limits and what comes again are called.
    """

    caption: str
    months: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    legend: tuple[str, str, str, str]


Block = Heading | Paragraph | Item | Table | Chart


class Signature(Struct, frozen=True):
    """Who signs and when (署名, 成文日期).

    Attributes:
        body: The organisation; may be empty.
        date: The date in words as printed; may be empty.
        sealed: A seal is put over both.
    """

    body: str
    date: str
    sealed: bool = False


class Labelled(Struct, frozen=True):
    """Words with the label in front of them, which ends without a colon."""

    label: str
    text: str


class Notice(Struct, frozen=True):
    r"""A notice that issues the plan (通知).

    Attributes:
        mark: 发文机关标志.
        number: 发文字号; may be empty.
        signer: 签发人, only to a higher body.
        title: Its title; ``\n`` where the user breaks it.
        addressees: 主送, one string with its closing colon; may be empty.
        paragraphs: Its text.
        attachment_note: Titles of the plan and of the attachments of the plan.
        signature: Who signs; ``None`` where nobody does.
        label: Label of the plan as an attachment: ``附件`` or ``附件1``.
        copies: 抄送, without a full stop.
        printed_by: 印发机关; may be empty.
        printed_on: 印发日期 with 印发; may be empty.
    """

    mark: str
    number: str
    signer: Labelled | None
    title: str
    addressees: str
    paragraphs: tuple[str, ...]
    attachment_note: tuple[str, ...]
    signature: Signature | None
    label: str
    copies: Labelled | None
    printed_by: str
    printed_on: str


class Attachment(Struct, frozen=True):
    """An attachment on its own page (附件).

    Attributes:
        label: ``附件`` or ``附件1``.
        title: Its title, the same words as in the note at the end of the body.
        blocks: Its content; levels start again at 1. Empty when it is only announced.
    """

    label: str
    title: str
    blocks: tuple[Block, ...]


class Properties(Struct, frozen=True):
    """What the file says about itself (document properties, ``<title>``, ``lang``).

    Attributes:
        title: Title in one line.
        creator: The organisation that issues the plan.
        subject: Kind and period in words.
        language: BCP 47 tag: ``zh-CN``, ``zh-TW``, ``zh-HK`` or ``zh-MO``.
        region: ``cn``, ``tw``, ``hk`` or ``mo``.
        style: Name of the page style, such as ``gb``.
    """

    title: str
    creator: str
    subject: str
    language: str
    region: str
    style: str


class Document(Struct, frozen=True):
    r"""Everything that is printed, in the order of print.

    Attributes:
        properties: What the file says about itself.
        title: The title; ``\n`` where the user breaks it.
        note: The line in brackets under the title (题注: when and by whom it was approved),
            without brackets; may be empty.
        addressees: 主送, one string with its closing colon; may be empty.
        blocks: The body.
        attachment_note: Announcement of the attachments at the end of the body (附件说明), one
            title per entry.
        signature: Who signs; ``None`` where nobody does.
        attachments: Those printed on pages of their own.
        notice: The notice that issues the plan; the plan is its first attachment.
        contents: Heading of the table of contents; empty for none.
        landscape: Which tables stand on pages on their side: those that are too wide, all or none.
        notices: What the user should know about how the document came about; never printed.
    """

    properties: Properties
    title: str
    blocks: tuple[Block, ...]
    note: str = ""
    addressees: str = ""
    attachment_note: tuple[str, ...] = ()
    signature: Signature | None = None
    attachments: tuple[Attachment, ...] = ()
    notice: Notice | None = None
    contents: str = ""
    landscape: Landscape = "auto"
    notices: tuple[str, ...] = ()
