"""Pictures in a line of their own, with words for those who cannot see them.

DrawingML: ECMA-376 part 1, 20.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from .oxml import R, add, element, written
from .paragraphs import paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from .paragraphs import Paragraph

FOLDER: Final = "word/media"
EMU: Final = 36_000
"""English Metric Units in a millimetre (ECMA-376 part 1, 20.1.10.16)."""
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_WP: Final = f"{_DRAWING}/wordprocessingDrawing"
_A: Final = f"{_DRAWING}/main"
_PIC: Final = f"{_DRAWING}/picture"


def picture(  # noqa: PLR0913  one argument per fact about a picture
    part: str, number: int, *, width: float, height: float, caption: str, description: str
) -> tuple[Paragraph, Paragraph]:
    """A paragraph with the picture, and its caption below.

    Args:
        part: The part that holds it, such as ``word/media/chart1.png``.
        number: Its number among the pictures of the document, 1-based.
        width: In mm.
        height: In mm.
        caption: Words below it, kept on the same page.
        description: What it shows, in words.
    """
    made = paragraph("TableText")
    made.keep_with_next()
    # A fixed row pitch would cut the picture off.
    made.put("snapToGrid", val=0)
    made.put("spacing", line=240, lineRule="auto")
    made.put("jc", val="center")
    size = {"cx": str(round(width * EMU)), "cy": str(round(height * EMU))}
    drawn = element("r")
    inline = etree.SubElement(
        add(drawn, "drawing"),
        f"{{{_WP}}}inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        nsmap={"wp": _WP, "a": _A, "pic": _PIC},
    )
    etree.SubElement(inline, f"{{{_WP}}}extent", size)
    name = part.rpartition("/")[2]
    etree.SubElement(
        inline,
        f"{{{_WP}}}docPr",
        {"id": str(number), "name": name, "descr": description, "title": caption},
    )
    inline.append(_graphic(name, number, size))
    made.content = written(drawn)
    below = paragraph("TableText")
    below.put("jc", val="center")
    below.run(caption)
    return made, below


def _graphic(name: str, number: int, size: dict[str, str]) -> Element:
    graphic = etree.Element(f"{{{_A}}}graphic")
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", {"uri": _PIC})
    pic = etree.SubElement(data, f"{{{_PIC}}}pic")
    about = etree.SubElement(pic, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(about, f"{{{_PIC}}}cNvPr", {"id": str(number), "name": name})
    etree.SubElement(about, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(pic, f"{{{_PIC}}}blipFill")
    # The id of a relationship is the name of the file, see `package`.
    etree.SubElement(fill, f"{{{_A}}}blip", {f"{{{R}}}embed": name})
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    shape = etree.SubElement(pic, f"{{{_PIC}}}spPr")
    frame = etree.SubElement(shape, f"{{{_A}}}xfrm")
    etree.SubElement(frame, f"{{{_A}}}off", {"x": "0", "y": "0"})
    etree.SubElement(frame, f"{{{_A}}}ext", size)
    form = etree.SubElement(shape, f"{{{_A}}}prstGeom", {"prst": "rect"})
    etree.SubElement(form, f"{{{_A}}}avLst")
    return graphic
