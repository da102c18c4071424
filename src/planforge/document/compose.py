"""The document of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import one_line, paragraphs
from .outline import Place
from .placement import placed
from .sections import content, printed
from .tree import Attachment, Document, Properties, Signature
from .words import date, names, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.plan import Plan
    from planforge.regions import RegionWords

    from .tree import Block, Chart

_BRACKETS = (("（", "）"), ("(", ")"))


def compose(plan: Plan, region: RegionWords) -> Document:
    """Everything that is printed of ``plan``, in the words and conventions of ``region``.

    Every text of the plan is in it as typed, without blanks at the ends of lines. Status,
    evidence and the values reached are not: they belong to the report of the year. Remarks
    stand in tables only.
    """
    document = Document(
        properties=_properties(plan, region),
        title="\n".join(paragraphs(plan.title)),
        note=_note(plan),
        addressees=_addressees(plan, region),
        blocks=tuple(_blocks(plan, region)),
        attachment_note=tuple(_announced(plan, region)),
        signature=_signature(plan, region),
        attachments=tuple(_attachments(plan, region)),
        contents=region.labels.contents if plan.layout.contents else "",
        landscape=plan.layout.landscape,
    )
    if plan.layout.issue is None:
        return document
    from .notice import under_notice  # few plans are issued by one

    return under_notice(document, plan.layout.issue, _label(plan, region, 0), region)


def _blocks(plan: Plan, region: RegionWords) -> Iterator[Block]:
    """The sections; the chart of the year stands behind the schedule, or behind everything."""
    top = Place()
    pictures = _charts(plan, region) if plan.layout.chart else ()
    sections = list(placed(plan, region))
    scheduled = any(section.name == "schedule" for section in sections)
    for section in sections:
        yield from printed(section, top, region, plan.layout)
        if section.name == "schedule":
            yield from pictures
    if not scheduled:
        yield from pictures


def _charts(plan: Plan, region: RegionWords) -> tuple[Chart, ...]:
    from .chart import charts  # few plans want one, and it reads the whole agenda

    return charts(plan, region)


def _properties(plan: Plan, region: RegionWords) -> Properties:
    return Properties(
        title=one_line(plan.title),
        creator=_organization(plan),
        subject=value(plan.period) + region.title_suffix,
        language=region.language,
        region=region.code,
        style=plan.layout.style or region.style,
    )


def _organization(plan: Plan) -> str:
    return one_line(plan.organization.name) if plan.organization else ""


def _note(plan: Plan) -> str:
    """When and by whom the plan was approved; brackets are set by the writer."""
    text = one_line(plan.signature.approval) if plan.signature else ""
    for opening, closing in _BRACKETS:
        inside = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inside:
            return inside.strip()
    return text


def _addressees(plan: Plan, region: RegionWords) -> str:
    together = names(plan.addressees, region).rstrip("：: ")
    return region.patterns.addressees.format(names=together) if together else ""


def _signature(plan: Plan, region: RegionWords) -> Signature | None:
    if plan.signature is None:
        return None
    body = one_line(plan.signature.body) or _organization(plan)
    day = date(plan.signature.date, region)
    return Signature(body, day, sealed=plan.signature.sealed) if body or day else None


def _announced(plan: Plan, region: RegionWords) -> Iterator[str]:
    """The titles of all attachments; the label of one without a title."""
    for number, section in enumerate(plan.attachments, 1):
        yield one_line(section.heading or "") or _label(plan, region, number)


def _attachments(plan: Plan, region: RegionWords) -> Iterator[Attachment]:
    """Those with content; the number of one is its number in the note."""
    for number, section in enumerate(plan.attachments, 1):
        blocks: tuple[Block, ...] = tuple(content(section, Place(), region, plan.layout))
        if blocks:
            title = one_line(section.heading or "")
            yield Attachment(_label(plan, region, number), title, blocks)


def _label(plan: Plan, region: RegionWords, number: int) -> str:
    """The label of an attachment; under a notice, the plan itself is the first one."""
    others = 0 if plan.layout.issue is None else 1
    number += others
    if len(plan.attachments) + others == 1:
        return region.patterns.attachment
    return region.patterns.numbered_attachment.format(number=number)
