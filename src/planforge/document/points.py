"""Tasks, targets, stages and activities of a plan as points of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import one_line, paragraphs
from .outline import Point
from .words import date, facts, goal, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.item import Item
    from planforge.model.schedule import Activity
    from planforge.model.sections import Stage
    from planforge.model.targets import Target
    from planforge.regions import RegionWords


def of_item(item: Item, region: RegionWords, *, numbered: bool = True) -> Point:
    """A task or any other point.

    Args:
        item: The point.
        region: Whose words are used.
        numbered: Whether points are numbered that do not say so themselves.
    """
    labels = region.labels
    return Point(
        title=one_line(item.title),
        paragraphs=paragraphs(item.text),
        facts=facts(
            (
                (labels.owner, one_line(item.owner)),
                (labels.due, date(item.due, region)),
                (labels.frequency, one_line(item.frequency)),
                (labels.budget, value(item.budget)),
            ),
            region,
        ),
        run_in=item.run_in,
        numbered=item.numbered and (numbered or "numbered" in item.model_fields_set),
        children=tuple(of_item(child, region, numbered=numbered) for child in item.items),
    )


def of_target(target: Target, region: RegionWords) -> Point:
    """A target: a sentence, a slogan set with its members, or a measured value in words."""
    labels = region.labels
    return Point(
        title=one_line(target.title),
        paragraphs=(*paragraphs(target.text), *paragraphs(measured(target, region))),
        facts=facts(
            (
                ("", _base(target, region)),
                (labels.due, date(target.due, region)),
                (labels.owner, one_line(target.owner)),
            ),
            region,
        ),
        numbered=target.numbered,
        children=tuple(of_target(child, region) for child in target.items),
    )


def measured(target: Target, region: RegionWords) -> str:
    """The indicator and its goal in one clause: 职工入会率不低于98%; empty if there is none."""
    indicator = one_line(target.indicator)
    if target.goal is None:
        return indicator
    return target.goal.clause(indicator, traditional=region.script == "Hant")


def _base(target: Target, region: RegionWords) -> str:
    words = goal(target.base, region)
    return words and region.patterns.base.format(value=words)


def of_stage(stage: Stage, region: RegionWords) -> Point:
    """A stage with its time behind the title: 动员部署阶段（3月）.

    Where the title is all there is, time and owner share one pair of brackets.
    """
    time = date(stage.when, region)
    owner = (region.labels.owner, one_line(stage.owner))
    money = (region.labels.budget, value(stage.budget))
    title = one_line(stage.title)
    alone = not (stage.items or stage.text.strip())
    if time and not alone:
        title = region.patterns.timed.format(title=title, time=time)
    return Point(
        title=title,
        paragraphs=paragraphs(stage.text),
        facts=facts((("", time), owner, money) if alone else (owner, money), region),
        children=tuple(of_item(item, region) for item in stage.items),
    )


def of_activity(activity: Activity, region: RegionWords, *, told: bool = True) -> Point:
    """An activity of the schedule; its name may be a whole sentence.

    Args:
        activity: The activity.
        region: Whose words are used.
        told: Whether everything else known about it stands behind it.
    """
    return Point(
        paragraphs=paragraphs(activity.title),
        facts=facts(activity_facts(activity, region), region) if told else "",
        numbered=activity.numbered,
        children=tuple(of_item(item, region) for item in activity.items),
    )


def activity_facts(activity: Activity, region: RegionWords) -> Iterator[tuple[str, str]]:
    """Label and words of everything known about an activity, remarks left out."""
    labels = region.labels
    yield labels.date, date(activity.date, region)
    yield labels.place, one_line(activity.place)
    yield labels.audience, one_line(activity.audience)
    yield labels.owner, one_line(activity.owner)
    yield labels.budget, value(activity.budget)
