"""``word/styles.xml``: the page style as styles of Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.document.contents import DEEPEST

from .contents import contents_id
from .measures import character, indent
from .numbering_part import level_indent, linked_list
from .oxml import add, flag, put, qualified, root, xml
from .settings_part import LATIN

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.styles import Level, Style
    from planforge.styles.figure import Length
    from planforge.styles.letterhead import Letterhead
    from planforge.styles.text import Text

JUSTIFICATIONS: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}
SINGLE: Final = 240
BELOW: Final = 0.36
"""Share of the white of an exact row that lies below the characters (LibreOffice 7.4.7)."""


class Kind(Struct, frozen=True):
    """A paragraph style: its id, the name Word shows, its text in the style file, what follows.

    Attributes:
        outline: Outline level, 0-based, for what stands in the navigation pane besides headings.
        single: Rows as high as the font asks, not exact.
    """

    id: str
    name: str
    text: str
    next: str = ""
    outline: int | None = None
    single: bool = False


KINDS: Final = (
    Kind("BodyText", "Body Text", "body"),
    Kind("Title", "Title", "title", "BodyText"),
    Kind("Subtitle", "Subtitle", "note", "BodyText"),
    Kind("Salutation", "Salutation", "addressees", "BodyText"),
    Kind("AttachmentNote", "Attachment Note", "attachment_note"),
    Kind("Signature", "Signature", "signature"),
    Kind("AttachmentLabel", "Attachment Label", "attachment_label", "AttachmentTitle"),
    Kind("AttachmentTitle", "Attachment Title", "attachment_title", "BodyText", outline=0),
    Kind("Caption", "caption", "caption"),
    Kind("TableHead", "Table Head", "table_head"),
    Kind("TableText", "Table Text", "table_text"),
    Kind("TOCHeading", "TOC Heading", "contents_title", "BodyText"),
    Kind("Footer", "footer", "page_number", single=True),
)

# The head and the imprint of a notice; their texts stand under `letterhead` in the style file.
LETTERHEAD_KINDS: Final = (
    Kind("IssueMark", "Issue Mark", "mark", "IssueNumber"),
    Kind("IssueNumber", "Issue Number", "number", "Title"),
    Kind("Imprint", "Imprint", "imprint"),
)

# What every character, table and list begins with; Word takes its own where they are missing.
BASES: Final = (
    ("character", "DefaultParagraphFont", "Default Paragraph Font"),
    ("table", "TableNormal", "Normal Table"),
    ("numbering", "NoList", "No List"),
)

TABLE: Final = "TableGrid"


def heading_id(depth: int) -> str:
    """The style of a heading of level ``depth``, 1-based."""
    return f"Heading{depth}"


def item_id(depth: int) -> str:
    """The style of a numbered paragraph of level ``depth``, 1-based."""
    return f"Item{depth}"


def lead_id(depth: int) -> str:
    """The character style of the lead of such a paragraph."""
    return f"Lead{depth}"


def styles_part(style: Style, language: str) -> bytes:
    """The part, with ``language`` as that of East Asian text."""
    styles = root("styles")
    _defaults(styles, style, language)
    _normal(styles, style)
    for base, identity, name in BASES:
        put(add(styles, "style", type=base, default=1, styleId=identity), "name", val=name)
    for kind in KINDS:
        _paragraph_style(styles, style, kind, getattr(style.text, kind.text))
    if style.letterhead is not None:
        _letterhead(styles, style, style.letterhead)
    for depth in range(1, DEEPEST + 1):
        _contents(styles, style, depth)
    for depth, level in enumerate(style.numbering, 1):
        _heading(styles, style, depth, level)
        _item(styles, style, depth, level)
        _lead(styles, style, depth, level)
    _tables(styles, style)
    return xml(styles)


def _defaults(styles: Element, style: Style, language: str) -> None:
    defaults = add(styles, "docDefaults")
    fonts = add(add(defaults, "rPrDefault"), "rPr")
    body = style.text.body
    _font(fonts, style, body.font)
    _size(fonts, body.size)
    put(fonts, "lang", val=LATIN, eastAsia=language, bidi="ar-SA")
    add(add(defaults, "pPrDefault"), "pPr")


def _new(styles: Element, kind: str, identity: str, name: str, based_on: str) -> Element:
    made = add(styles, "style", type=kind, styleId=identity)
    put(made, "name", val=name)
    put(made, "basedOn", val=based_on)
    put(made, "qFormat")
    return made


def _normal(styles: Element, style: Style) -> None:
    normal = add(styles, "style", type="paragraph", default=1, styleId="Normal")
    put(normal, "name", val="Normal")
    put(normal, "qFormat")
    paragraph = put(normal, "pPr")
    flag(paragraph, "widowControl", on=False)
    flag(paragraph, "kinsoku")
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        flag(paragraph, name, on=False)
    put(paragraph, "spacing", line=style.grid.pitch.twips, lineRule="exact")
    put(paragraph, "jc", val="both")
    run = put(normal, "rPr")
    if style.grid.squeeze.twips:
        put(run, "spacing", val=style.grid.squeeze.twips)


def _letterhead(styles: Element, style: Style, figures: Letterhead) -> None:
    made = {
        kind.id: _paragraph_style(styles, style, kind, getattr(figures, kind.text))
        for kind in LETTERHEAD_KINDS
    }
    number = made["IssueNumber"].find(qualified("pPr"))
    assert number is not None
    line = put(number, "pBdr")
    row = (style.grid.pitch.points - figures.number.size.points) * BELOW
    gap = max(round(figures.line_gap.points - row), 0)
    color = figures.mark.color or "auto"
    put(line, "bottom", val="single", sz=figures.line.eighths, space=gap, color=color)
    rows = round(figures.number_room.amount * style.grid.pitch.twips)
    put(number, "spacing", before=rows)
    signer = _new(styles, "character", "IssueSigner", "Issue Signer", "DefaultParagraphFont")
    _font(put(signer, "rPr"), style, figures.signer_font)


def _paragraph_style(styles: Element, style: Style, kind: Kind, text: Text) -> Element:
    made = _new(styles, "paragraph", kind.id, kind.name, "Normal")
    if kind.next:
        put(made, "next", val=kind.next)
    properties = put(made, "pPr")
    if text.keep_next:
        put(properties, "keepNext")
    if style.grid.snap and not text.snap:
        flag(properties, "snapToGrid", on=False)
    _spacing(properties, style, text, single=kind.single)
    if text.first_line.amount:
        width = character(style, text.size, text.squeeze)
        indent(properties, width, {"firstLine": text.first_line.amount})
    if (alignment := JUSTIFICATIONS[text.align]) != "both":
        put(properties, "jc", val=alignment)
    if kind.outline is not None:
        put(properties, "outlineLvl", val=kind.outline)
    _run(put(made, "rPr"), style, text)
    return made


def _contents(styles: Element, style: Style, depth: int) -> None:
    """An entry of the table of contents; its page number stands at the right edge, behind dots."""
    text = style.text.contents
    made = _new(styles, "paragraph", contents_id(depth), f"toc {depth}", "Normal")
    put(made, "next", val="Normal")
    properties = put(made, "pPr")
    tabs = put(properties, "tabs")
    add(tabs, "tab", val="right", leader="dot", pos=style.page.block_width)
    _spacing(properties, style, text, single=False)
    if depth > 1:
        indent(properties, character(style, text.size, text.squeeze), {"left": depth - 1})
    put(properties, "jc", val="left")
    _run(put(made, "rPr"), style, text)


def _spacing(properties: Element, style: Style, text: Text, *, single: bool) -> None:
    attributes: dict[str, str | int] = {}
    for side, rows in (("before", text.before), ("after", text.after)):
        if rows.amount:
            attributes[side] = round(rows.amount * style.grid.pitch.twips)
    if text.line is not None:
        attributes |= {"line": text.line.twips, "lineRule": "exact"}
    elif single:
        attributes |= {"line": SINGLE, "lineRule": "auto"}
    if attributes:
        put(properties, "spacing", **attributes)


def _run(properties: Element, style: Style, text: Text) -> None:
    _font(properties, style, text.font)
    if text.bold:
        put(properties, "b")
        put(properties, "bCs")
    if text.squeeze is not None and text.squeeze.twips != style.grid.squeeze.twips:
        put(properties, "spacing", val=text.squeeze.twips)
    if text.color:
        put(properties, "color", val=text.color)
    if text.underline:
        put(properties, "u", val="single")
    _size(properties, text.size)


def _font(properties: Element, style: Style, name: str) -> None:
    font = style.fonts[name]
    latin = font.latin or font.name
    put(properties, "rFonts", ascii=latin, eastAsia=font.name, hAnsi=latin, cs=latin)


def _size(properties: Element, size: Length) -> None:
    put(properties, "sz", val=size.half_points)
    put(properties, "szCs", val=size.half_points)


def _heading(styles: Element, style: Style, depth: int, level: Level) -> None:
    made = _new(styles, "paragraph", heading_id(depth), f"heading {depth}", "Normal")
    put(made, "next", val="BodyText")
    properties = put(made, "pPr")
    if level.keep_next:
        put(properties, "keepNext")
    linked_list(properties, 1, depth)
    indent(properties, character(style, level.size), level_indent(level))
    put(properties, "outlineLvl", val=depth - 1)
    _level_run(put(made, "rPr"), style, level)


def _item(styles: Element, style: Style, depth: int, level: Level) -> None:
    made = _new(styles, "paragraph", item_id(depth), f"Item {depth}", "Normal")
    indent(put(made, "pPr"), character(style, level.size), level_indent(level))


def _lead(styles: Element, style: Style, depth: int, level: Level) -> None:
    made = _new(styles, "character", lead_id(depth), f"Lead {depth}", "DefaultParagraphFont")
    _level_run(put(made, "rPr"), style, level)


def _level_run(properties: Element, style: Style, level: Level) -> None:
    _font(properties, style, level.font)
    if level.bold:
        put(properties, "b")
        put(properties, "bCs")
    _size(properties, level.size)


def _tables(styles: Element, style: Style) -> None:
    figures = style.table
    made = _new(styles, "table", TABLE, "Table Grid", "TableNormal")
    properties = put(made, "tblPr")
    borders = put(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        size = figures.border.eighths
        put(borders, side, val="single", sz=size, space=0, color="auto")
    margins = put(properties, "tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        white = figures.padding if side in {"left", "right"} else figures.padding_rows
        put(margins, side, w=white.twips, type="dxa")
