"""What of a file was used, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.language import _, mark
from planforge.writers.docx.oxml import qualified

from .matching import How, Match, heading_depth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from .cascade import Styles

ROLES: Final = {
    "IssueMark": mark("name of the issuing body"),
    "IssueNumber": mark("number of the document"),
    "IssueSigner": mark("name of the signer"),
    "Title": mark("title"),
    "Subtitle": mark("line under the title"),
    "Salutation": mark("addressees"),
    "BodyText": mark("body text"),
    "AttachmentNote": mark("list of attachments"),
    "Signature": mark("signature"),
    "AttachmentLabel": mark("label of an attachment"),
    "AttachmentTitle": mark("title of an attachment"),
    "Caption": mark("caption of a table"),
    "TableHead": mark("head of a table"),
    "TableText": mark("text in a table"),
    "TableGrid": mark("table"),
    "Imprint": mark("imprint"),
    "TOCHeading": mark("heading of the table of contents"),
}
SHOWN: Final = 24
"""Characters of a header that are told."""


class Row(Struct, frozen=True):
    """One line of the report.

    Attributes:
        role: What is meant.
        style: What stands for it in the file.
        how: Where that comes from.
    """

    role: str
    style: str
    how: str


def style_rows(matches: Iterable[Match], styles: Styles) -> tuple[Row, ...]:
    """One row per style, headings and points in the order of their levels."""
    order = [*ROLES]
    rows = sorted(matches, key=lambda one: (_rank(one.ours, order), one.ours))
    return tuple(Row(_role(one.ours), styles.name(one.theirs), _how(one)) for one in rows)


def _rank(ours: str, order: list[str]) -> int:
    if heading_depth(ours):
        return order.index("Salutation")
    return order.index(ours) if ours in order else len(order)


def _role(ours: str) -> str:
    if depth := heading_depth(ours):
        return _("heading {level}").format(level=depth)
    if ours.startswith("TOC") and ours[-1].isdigit():
        return _("table of contents, level {level}").format(level=ours.removeprefix("TOC"))
    if ours.startswith("Item"):
        return _("point of level {level}").format(level=ours.removeprefix("Item"))
    if ours.startswith("Lead"):
        return _("beginning of a point of level {level}").format(level=ours.removeprefix("Lead"))
    return _(ROLES[ours]) if ours in ROLES else ours


def _how(match: Match) -> str:
    return {
        How.NAME: _("found by its name"),
        How.OUTLINE: _("found by its outline level"),
        How.ADDED: _("added, the file has none"),
    }[match.how]


def numbers_row(pattern: str, *, own: bool) -> Row:
    """Where the numbers come from."""
    how = _("the list of the file") if own else _("added, its headings have no list")
    return Row(_("numbers"), pattern, how)


def by_hand_row() -> Row:
    """That the file shows a look that no style of it has."""
    return Row(_("look of the text"), "", _("set by hand and in no style, so not taken"))


def page_rows(section: Element | None, texts: Mapping[str, str]) -> tuple[Row, ...]:
    """The sheet, and the words of every header and footer.

    Args:
        section: The section that is used.
        texts: Relationship id → words of the header or footer.
    """
    if section is None:
        return (Row(_("page"), "", _("added, the file has none")),)
    rows = [Row(_("page"), _sheet(section), _("as in the file"))]
    for tag, role in (("headerReference", _("header")), ("footerReference", _("footer"))):
        shown = [
            " ".join(texts.get(str(value), "").split())[:SHOWN]
            for one in section.iterchildren(qualified(tag))
            for key, value in one.attrib.items()
            if str(key).endswith("}id")
        ]
        told = " | ".join(dict.fromkeys(filter(None, shown)))
        rows.append(Row(role, told, _("as in the file") if shown else _("the file has none")))
    return tuple(rows)


def _sheet(section: Element) -> str:
    sheet = section.find(qualified("pgSz"))
    if sheet is None:
        return ""
    sides = (sheet.get(qualified(name), "") for name in ("w", "h"))
    return "×".join(str(round(int(s) / TWIPS_PER_MM)) for s in sides if s.isdigit()) + " mm"


TWIPS_PER_MM: Final = 1440 / 25.4
