"""Differences as plain sentences, as data, and as a document with a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from planforge.document.tables import Field, whole_table
from planforge.document.tree import Document, Heading, Item, Paragraph, Properties
from planforge.language import _, mark
from planforge.regions import load_region

from .difference import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.model.plan import Plan

    from .difference import Difference

_SENTENCES: Final = {
    Kind.HEAD: mark("{name} changed from {old} to {new}"),
    Kind.SECTION_NEW: mark("new section {name}"),
    Kind.SECTION_DROPPED: mark("section {name} was dropped"),
    Kind.TEXT: mark("{name}: the text changed"),
    Kind.NEW: mark("new: {name}"),
    Kind.DROPPED: mark("dropped: {name}"),
    Kind.MOVED: mark("{name}: moved from {old} to {new}"),
    Kind.REWORDED: mark("reworded: {old} is now {new}"),
    Kind.OWNER: mark("{name}: {old} hands over to {new}"),
    Kind.RAISED: mark("{name}: raised from {old} to {new}"),
    Kind.LOWERED: mark("{name}: lowered from {old} to {new}"),
    Kind.GOAL: mark("{name}: the goal changed from {old} to {new}"),
    Kind.BUDGET: mark("{name}: the money changed from {old} to {new}"),
    Kind.PLACE: mark("{name}: the place changed from {old} to {new}"),
    Kind.STATUS: mark("{name}: the status changed from {old} to {new}"),
}
_DETAILED: Final = (Kind.NEW, Kind.DROPPED)


def sentence(one: Difference) -> str:
    """The difference in one plain sentence."""
    nothing = _("nothing")
    text = _(_SENTENCES[one.kind]).format(
        name=one.name, old=one.old or nothing, new=one.new or nothing
    )
    detail = one.old or one.new
    return f"{text}（{detail}）" if one.kind in _DETAILED and detail else text


def plain(differences: Sequence[Difference]) -> str:
    """One line each, below the section they are in; a sentence where nothing differs."""
    if not differences:
        return _("the two plans say the same") + "\n"
    lines: list[str] = []
    section = None
    for one in differences:
        if one.section != section:
            section = one.section
            lines += ["", section] if section else []
        lines.append(f"  {sentence(one)}")
    return "\n".join(lines).lstrip("\n") + "\n"


def as_json(old: str, new: str, differences: Sequence[Difference]) -> str:
    """The differences as JSON text.

    Args:
        old: The old file.
        new: The new file.
        differences: What differs.
    """
    found = [
        {
            "kind": one.kind.value,
            "section": one.section,
            "name": one.name,
            "old": one.old,
            "new": one.new,
            "text": sentence(one),
        }
        for one in differences
    ]
    data = {"old": old, "new": new, "differences": found}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def document(old: Plan, new: Plan, differences: Sequence[Difference]) -> Document:
    """The differences as a document: a summary, then a table of old and new words."""
    region = load_region(new.region)
    title = _("What changed in {title}").format(title=new.title)
    counted = _("Compared with {title}: {number} differences.").format(
        title=old.title, number=len(differences)
    )
    sentences = tuple(
        Item(1, number, "", sentence(one)) for number, one in enumerate(differences, 1)
    )
    table = whole_table(
        (
            Field(region.labels.number, [str(n) for n in range(1, len(differences) + 1)], "center"),
            Field(region.labels.section, [one.section for one in differences]),
            Field(region.labels.content, [one.name for one in differences]),
            Field(_("before"), [one.old for one in differences]),
            Field(_("now"), [one.new for one in differences]),
        )
    )
    creator = new.organization.name if new.organization else ""
    return Document(
        properties=Properties(
            title, creator, title, region.language, region.code, new.layout.style or region.style
        ),
        title=title,
        blocks=(
            Paragraph(counted),
            *sentences,
            *((Heading(1, _("old and new side by side")), table) if differences else ()),
        ),
    )
