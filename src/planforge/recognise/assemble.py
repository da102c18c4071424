"""Everything that was recognised → the data of a plan file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.catalogue import load_catalogue

from .front import stripped
from .keys import LAYOUT, ORGANIZATION, PLAN, SECTION, SIGNATURE
from .part import CUSTOM, Part
from .words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .about import About
    from .words import Words


def plan(about: About, found: Sequence[Part], attachments: Sequence[Any]) -> dict[str, Any]:
    """The plan under Chinese keys, in the order in which it is read.

    Args:
        about: What is known of the whole.
        found: The sections in the order of the source.
        attachments: What is written below 附件.
    """
    data: dict[str, Any] = {PLAN["planforge"]: "1", PLAN["title"]: about.front.title}
    if about.organization:
        data[PLAN["organization"]] = {ORGANIZATION["name"]: about.organization}
    if about.kind:
        data[PLAN["kind"]] = load_catalogue().kinds[about.kind].zh
    data[PLAN["period"]] = about.period or None
    if about.region:
        data[PLAN["region"]] = about.region
    if about.front.addressees:
        data[PLAN["addressees"]] = about.front.addressees
    data |= _sections(found)
    if attachments:
        data[PLAN["attachments"]] = list(attachments)
    if signature := _signature(about):
        data[PLAN["signature"]] = signature
    layout: dict[str, Any] = {key: v for part in found for key, v in part.layout.items()}
    if about.notice:
        layout[LAYOUT["issue"]] = about.notice.issue
    if layout:
        data[PLAN["layout"]] = layout
    return data


def _sections(found: Sequence[Part]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    before = ""
    for part in found:
        if part.key != CUSTOM:
            data[PLAN[part.key]] = part.data
            before = PLAN[part.key]
            continue
        # The heading first, then the place, then the rest.
        heading = {SECTION["heading"]: part.data[SECTION["heading"]]}
        place = {SECTION["after"]: before} if before else {}
        data.setdefault(PLAN[CUSTOM], []).append({**heading, **place, **part.data})
    return data


def _signature(about: About) -> dict[str, Words]:
    note = about.front.note
    approval = stripped(note) if note else NOTHING
    told = {
        SIGNATURE["body"]: about.ending.body,
        SIGNATURE["date"]: about.ending.date,
        SIGNATURE["approval"]: approval,
    }
    return {key: words for key, words in told.items() if words}
