"""Fonts, kinds of paragraphs and numbering levels of a page style."""

from typing import Literal

from pydantic import Field

from .figure import Characters, Part, Rows, Size, Squeeze

Align = Literal["left", "center", "right", "justify"]

# The numFmt names of OOXML whose output was compared with the custom of each region.
Format = Literal[
    "chineseCountingThousand",
    "chineseCounting",
    "taiwaneseCountingThousand",
    "ideographLegalTraditional",
    "chineseLegalSimplified",
    "ideographTraditional",
    "decimal",
    "decimalEnclosedCircle",
]


class Font(Part):
    """A font and what may stand in for it.

    Attributes:
        name: Name written into the document.
        latin: Font of Latin letters and digits; the same font when empty.
        instead: Other names and like fonts of Windows and macOS, in order of preference.
        free: Free fonts that look like it, in order of preference; the document does not name
            them, a PDF may be set in them.
        heavy: It is as heavy as the bold weight of a text font, so what stands in for it in a
            PDF is bold.
        charset: Windows character set in hexadecimal: 86 simplified, 88 traditional, 00 Latin.
        family: Kind of letters.
    """

    name: str = Field(min_length=1)
    latin: str = ""
    instead: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    heavy: bool = False
    charset: Literal["86", "88", "00"] = "86"
    family: Literal["roman", "swiss", "modern", "script", "auto"] = "auto"

    @property
    def chain(self) -> tuple[str, ...]:
        """Its name and everything that may stand in for it, in order of preference."""
        return (self.name, *self.instead, *self.free)


class Text(Part):
    """A kind of paragraph.

    Attributes:
        font: A name from the fonts of the style.
        first_line: Indent of the first row.
        line: Row height, exact; the pitch of the page when absent.
        before: Empty rows above.
        after: Empty rows below.
        squeeze: Added between characters; that of the grid when absent.
        snap: Rows stand on the document grid; as the grid says when absent.
        keep_next: Stays on one page with the paragraph below.
        follow: Is indented as far as the heading above it.
        color: Red, green and blue in hexadecimal; black when empty.
    """

    font: str
    size: Size
    bold: bool = False
    underline: bool = False
    align: Align = "justify"
    first_line: Characters = Characters("0 字")
    line: Size | None = None
    before: Rows = Rows("0 行")
    after: Rows = Rows("0 行")
    squeeze: Squeeze | None = None
    snap: bool = True
    keep_next: bool = False
    follow: bool = False
    color: str = Field("", pattern="^([0-9A-F]{6})?$")


class Texts(Part):
    """Every kind of paragraph but headings and items."""

    body: Text
    title: Text
    note: Text
    addressees: Text
    attachment_note: Text
    signature: Text
    attachment_label: Text
    attachment_title: Text
    caption: Text
    table_head: Text
    table_text: Text
    contents_title: Text
    contents: Text
    page_number: Text


class Level(Part):
    """One level of headings and numbered paragraphs.

    Attributes:
        format: How it counts, as OOXML names it (``numFmt``).
        pattern: What stands around the number, as in OOXML (``lvlText``): ``（%2）``.
        font: Font of a heading, and of the lead of a paragraph of this level.
        indent: Where the paragraph begins.
        first_line: Further indent of the first row.
        hanging: Indent of the rows after the first.
        keep_next: A heading of this level stays on one page with the paragraph below.
        typed_from: From this number on the number is typed, because the word processor's own
            differs from custom; 0 for never.
    """

    format: Format
    pattern: str
    font: str
    size: Size
    bold: bool = False
    indent: Characters = Characters("0 字")
    first_line: Characters = Characters("0 字")
    hanging: Characters = Characters("0 字")
    keep_next: bool = False
    typed_from: int = Field(0, ge=0)
