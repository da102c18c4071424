"""The section of a file that its text stands in: sheet, margins, headers and footers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _
from planforge.styles.figure import TWIPS_PER_POINT, Length
from planforge.writers.docx.oxml import R, qualified
from planforge.writers.docx.sections import SIDES, TURNED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.styles import Style

_R_ID: Final = f"{{{R}}}id"
_TYPE: Final = qualified("type")
_REFERENCES: Final = (qualified("headerReference"), qualified("footerReference"))
# How the old section began, and who changed it, says nothing about the new text.
_DROPPED: Final = (qualified("type"), qualified("sectPrChange"))


def text_section(document: Element) -> Element | None:
    """A copy of the section with the most text, the first of equals; ``None`` without any.

    A section without a header of its own has that of the section before it: so the copy names
    every header and footer it shows.
    """
    sections: list[Element] = []
    amounts: list[int] = []
    amount = 0
    for one in document.iter(qualified("t"), qualified("sectPr")):
        if one.tag == qualified("t"):
            amount += len(one.text or "")
        else:
            sections.append(one)
            amounts.append(amount)
            amount = 0
    if not sections:
        return None
    chosen = amounts.index(max(amounts))
    made = copy.deepcopy(sections[chosen])
    for old in [one for one in made if one.tag in (*_REFERENCES, *_DROPPED)]:
        made.remove(old)
    _say_once(made)
    for reference in reversed(_references(sections[: chosen + 1])):
        made.insert(0, copy.deepcopy(reference))
    return made


def _say_once(section: Element) -> None:
    """Leaves of what a careless program said twice the last, which is the one that shows."""
    said: dict[str, Element] = {}
    for one in list(section):
        if (before := said.get(str(one.tag))) is not None:
            section.replace(before, one)
        said[str(one.tag)] = one


def _references(sections: list[Element]) -> list[Element]:
    """Every header and footer that the last of ``sections`` shows."""
    found: dict[tuple[str, str], Element] = {}
    for section in sections:
        for one in section.iterchildren(*_REFERENCES):
            found[str(one.tag), one.get(_TYPE, "default")] = one
    return list(found.values())


def identities(section: Element) -> tuple[str, ...]:
    """The ids of everything the section refers to."""
    return tuple(one.get(_R_ID, "") for one in section.iter() if one.get(_R_ID))


def turned(section: Element) -> Element:
    """A copy of the section on the same sheet, lying; unchanged where it lies already."""
    made = copy.deepcopy(section)
    sheet, margins = made.find(qualified("pgSz")), made.find(qualified("pgMar"))
    if sheet is None or _twips(sheet, "w") > _twips(sheet, "h"):
        return made
    width, height = (sheet.get(qualified(name), "") for name in ("w", "h"))
    sheet.set(qualified("w"), height)
    sheet.set(qualified("h"), width)
    sheet.set(qualified("orient"), "landscape")
    if margins is not None:
        before = {side: margins.get(qualified(side), "0").lstrip("-") for side in SIDES}
        for side in SIDES:
            margins.set(qualified(side), before[TURNED[side]])
    return made


def is_lying(style: Style) -> bool:
    """Whether the sheet is wider than high."""
    return style.page.width.twips > style.page.height.twips


def further(section: Element) -> Element:
    """A copy of the section for the pages behind the first section of a text.

    It begins with no first page of its own, and its numbers go on.
    """
    made = copy.deepcopy(section)
    for old in made.findall(qualified("titlePg")):
        made.remove(old)
    for numbers in made.findall(qualified("pgNumType")):
        numbers.attrib.pop(qualified("start"), "")
    return made


def begin(section: Element, how: Element) -> None:
    """Lets the section begin as our page style has it, such as on an even page."""
    before = [*_REFERENCES, qualified("footnotePr"), qualified("endnotePr")]
    place = sum(1 for one in section if one.tag in before)
    section.insert(place, copy.deepcopy(how))


def fitted(style: Style, section: Element, path: str) -> Style:
    """``style`` with the sheet and the margins of the section.

    Raises:
        UserError: The margins leave no room for text.
    """
    sheet, margins = section.find(qualified("pgSz")), section.find(qualified("pgMar"))
    page = style.page
    if sheet is None or margins is None or not (_twips(sheet, "w") and _twips(sheet, "h")):
        return style
    figures = {"width": _twips(sheet, "w"), "height": _twips(sheet, "h")}
    figures |= {side: abs(_twips(margins, side)) for side in SIDES}
    figures["left"] += _twips(margins, "gutter")
    figures["right"] += _beside_first_column(section, figures)
    fitted = page.model_copy(update={name: _length(twips) for name, twips in figures.items()})
    if min(fitted.block_width, fitted.block_height) < _NARROWEST:
        raise UserError(
            _("{path}: {what}").format(path=path, what=_("the margins leave no room for the text"))
        )
    return style.model_copy(update={"page": fitted})


_NARROWEST: Final = 1134
"""Twips: 2 cm, about four characters."""


def _beside_first_column(section: Element, figures: dict[str, int]) -> int:
    columns = section.find(qualified("cols"))
    count = 1 if columns is None else _twips(columns, "num") or 1
    if columns is None or count == 1:
        return 0
    gaps = _twips(columns, "space") * (count - 1)
    block = figures["width"] - figures["left"] - figures["right"]
    return block - max(block - gaps, 0) // count


def _twips(parent: Element, attribute: str) -> int:
    """A measure in twips; 0 where it is missing or in another unit."""
    try:
        return round(float(parent.get(qualified(attribute), "0")))
    except (ValueError, OverflowError):
        return 0


def _length(twips: int) -> Length:
    # Unchecked: what stands in a file is taken as it is.
    return Length(f"{twips / TWIPS_PER_POINT:.2f} pt")
