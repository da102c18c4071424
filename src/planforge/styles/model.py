"""A page style: what a style file may say."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import Literal, Self

from pydantic import Field, model_validator

from planforge.language import _

from .figure import Characters, Length, Misplaced, Part, Rows, Size, Squeeze, Strength
from .letterhead import Letterhead
from .text import Font, Level, Text, Texts

Place = tuple[str | int, ...]
PLACEHOLDER = "#"

__all__ = ["Characters", "Length", "Level", "Rows", "Strength", "Style"]


class Page(Part):
    """The sheet and the white around the text block (版心).

    Attributes:
        left: At the binding edge (订口) of a right-hand page.
        duplex: Printed on both sides: margins are mirrored on left-hand pages.
        coordinate: How the white is measured: ``9704`` to the row box, ``33476`` to the ink of
            the first row.
    """

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    duplex: bool = False
    coordinate: Literal["9704", "33476", ""] = ""

    @property
    def block_width(self) -> int:
        """Width of the text block in twips."""
        return self.width.twips - self.left.twips - self.right.twips

    @property
    def block_height(self) -> int:
        """Height of the text block in twips."""
        return self.height.twips - self.top.twips - self.bottom.twips

    @model_validator(mode="after")
    def _room_for_text(self) -> Self:
        if min(self.block_width, self.block_height) < self.width.twips // 4:
            raise ValueError(_("the margins leave no room for the text"))
        return self


class Grid(Part):
    """Rows and characters of the text block.

    Attributes:
        pitch: From one row to the next, exact.
        squeeze: Added between characters; negative moves them together.
        rows: How many rows a full page has; 0 when nothing demands a number.
        characters: How many hanzi a full row has; 0 when nothing demands a number.
        snap: Rows stand on the document grid of Word.
    """

    pitch: Size
    squeeze: Squeeze = Squeeze("0 pt")
    rows: int = Field(0, ge=0)
    characters: int = Field(0, ge=0)
    snap: bool = False


class PageNumber(Part):
    """The page number at the foot of the page.

    Attributes:
        place: ``outside``: right on odd pages, left on even pages.
        pattern: ``#`` stands for the number.
        inset: From the edge of the text block.
        distance: From the edge of the sheet to the bottom of the number.
    """

    place: Literal["outside", "center"]
    pattern: str = PLACEHOLDER
    inset: Characters = Characters("0 字")
    distance: Length

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if self.pattern.count(PLACEHOLDER) != 1:
            raise ValueError(_("the pattern needs exactly one #"))
        return self


class SealedSignature(Part):
    """Signing body and date with a seal over both (7.3.5.1): the body is centred on the date.

    Attributes:
        inset: From the right edge to the date.
        room: Empty rows above.
    """

    inset: Characters
    room: Rows


class Signature(Part):
    """Signing body and date without a seal (7.3.5.2).

    Attributes:
        inset: From the right edge to the line that stands further right.
        step: The first character of the date stands this far right of that of the body.
        room: Empty rows above.
        sealed: With a seal; placed as without one when absent.
    """

    inset: Characters
    step: Characters
    room: Rows
    sealed: SealedSignature | None = None


class AttachmentNote(Part):
    """The announcement of attachments at the end of the body (附件说明).

    Attributes:
        label: In front of the first title.
        number: Number of one title among several; ``#`` stands for it.
        indent: Of the label.
        room: Empty rows above.
    """

    label: str
    number: str
    indent: Characters
    room: Rows


class TableFigures(Part):
    """Tables.

    Attributes:
        border: Thickness of the lines.
        padding: White left and right of the text in a cell.
        padding_rows: White above and below the text in a cell.
        room: White above and below the table.
    """

    border: Length
    padding: Length
    padding_rows: Length = Length("0 pt")
    room: Rows = Rows("0 行")


class Style(Part):
    """One page style.

    Attributes:
        name: Name of its file.
        title: Name for people.
        about: What it follows, and what it does not.
        profile: Whose rules about words and elements go with it.
        alternatives: Styles that follow the same clauses by other figures; a document may keep
            to any one of them, but not to a mixture.
        fonts: The fonts by the names that texts and levels use for them.
        letterhead: Head and imprint of a notice; absent where nothing says what they look like.
        numbering: Levels of headings and items, from the highest down.
    """

    name: str
    title: str
    about: str = ""
    profile: Literal["gb", "tw", "hk", "plain"] = "gb"
    alternatives: tuple[str, ...] = ()
    page: Page
    grid: Grid
    fonts: dict[str, Font]
    text: Texts
    numbering: tuple[Level, ...] = Field(min_length=1, max_length=9)
    page_number: PageNumber
    signature: Signature
    attachment_note: AttachmentNote
    table: TableFigures
    letterhead: Letterhead | None = None

    @model_validator(mode="after")
    def _parts_fit_each_other(self) -> Self:
        faults = dict(chain(self._unknown_fonts(), self._wrong_patterns()))
        if faults:
            raise Misplaced(faults)
        return self

    def _unknown_fonts(self) -> Iterator[tuple[Place, str]]:
        for place, used in self._used_fonts():
            if used not in self.fonts:
                yield place, _("the font {name} is not among the fonts").format(name=used)

    def _used_fonts(self) -> Iterator[tuple[Place, str]]:
        for name, text in self.text:
            if isinstance(text, Text):
                yield ("text", name, "font"), text.font
        for index, level in enumerate(self.numbering):
            yield ("numbering", index, "font"), level.font
        for name, value in self.letterhead or ():
            if isinstance(value, Text):
                yield ("letterhead", name, "font"), value.font
        if self.letterhead is not None:
            yield ("letterhead", "signer_font"), self.letterhead.signer_font

    def _wrong_patterns(self) -> Iterator[tuple[Place, str]]:
        for index, level in enumerate(self.numbering):
            depth = index + 1
            if level.pattern.count("%") != 1 or f"%{depth}" not in level.pattern:
                message = _("the pattern {pattern} needs %{depth}")
                place = ("numbering", index, "pattern")
                yield place, message.format(pattern=level.pattern, depth=depth)

    def level(self, depth: int) -> Level:
        """The level ``depth`` (1-based); the lowest one for anything deeper."""
        return self.numbering[min(depth, len(self.numbering)) - 1]

    @cached_property
    def _hash(self) -> int:
        # Few styles share these; to look at every figure would take longer than to print a page.
        return hash((self.name, self.page, self.grid))

    def __hash__(self) -> int:
        """Equal for equal styles."""
        return self._hash
