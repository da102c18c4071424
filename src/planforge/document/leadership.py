"""Who leads the work, one line per role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import one_line, paragraphs
from .outline import outline
from .points import of_item
from .tree import Block, Paragraph
from .words import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.sections import Leadership
    from planforge.regions import RegionWords

    from .outline import Place


def leadership(section: Leadership, place: Place, region: RegionWords) -> Iterator[Block]:
    """The group, 组长：…, 副组长：…, 成员：…, the office, then the duties as points.

    A value that says itself what it is (办公室设在校工会, 县总工会工作领导小组) gets no label.
    """
    labels = region.labels
    roles = (
        (labels.head, names(section.head, region)),
        (labels.deputies, names(section.deputies, region)),
        (labels.members, names(section.members, region)),
    )
    lines = [
        *_group(section, region),
        *(_labelled(label, words, region) for label, words in roles if words),
        *_office(section, region),
    ]
    for line in lines:
        yield Paragraph(line)
    if section.duties:
        if lines:
            yield Paragraph(region.patterns.introduction.format(label=labels.duties))
        yield from outline([of_item(duty, region) for duty in section.duties], place)


def _group(section: Leadership, region: RegionWords) -> Iterator[str]:
    if group := one_line(section.group):
        label = region.labels.group
        yield group if label in group else _labelled(label, group, region)


def _office(section: Leadership, region: RegionWords) -> Iterator[str]:
    first, *others = paragraphs(section.office) or ("",)
    if first:
        yield _labelled(region.labels.office, first, region)
    yield from others


def _labelled(label: str, words: str, region: RegionWords) -> str:
    if words.startswith(label):
        return words
    return region.patterns.fact.format(label=label, value=words)
