"""Head and imprint of a document that issues another one (版头、版记)."""

from .figure import Characters, Length, Part, Rows
from .text import Text


class Letterhead(Part):
    """The red head of a notice, and the lines at the foot of its last page.

    Attributes:
        mark: 发文机关标志; smaller where one row would not hold it.
        mark_top: From the top of the block to the top of the mark.
        number: 发文字号, and the label of 签发人.
        number_room: Empty rows above the number.
        signer_font: Font of the name behind 签发人.
        inset: From the edges of the block to number and signer where they share a row.
        line: Thickness of the red line.
        line_gap: From the number to the red line.
        title_room: Empty rows between the line and the title.
        imprint: 抄送, 印发机关 and date.
        imprint_inset: From the edges of the block.
        outer_line: Thickness of the first and the last line of the imprint.
        inner_line: Thickness of the lines between.
        foot: White below the last line of the imprint; that of the page when absent.
    """

    mark: Text
    mark_top: Length
    number: Text
    number_room: Rows
    signer_font: str
    inset: Characters
    line: Length
    line_gap: Length
    title_room: Rows
    imprint: Text
    imprint_inset: Characters
    outer_line: Length
    inner_line: Length
    foot: Length | None = None
