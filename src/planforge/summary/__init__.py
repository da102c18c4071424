"""The report of the year (工作总结) as a plan file that people write up before it is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planforge.agenda import matters
from planforge.agenda.progress import standings
from planforge.catalogue import load_catalogue
from planforge.model.frame import Organization, Signature
from planforge.model.plan import Plan
from planforge.patterns import pattern
from planforge.regions import load_region
from planforge.source.emit import comment, emit

from .keys import Keys
from .sections import Sections, unreported

if TYPE_CHECKING:
    import datetime as dt

_PLAN: Final = pattern(r"(?:工作)?(?:计划|計劃|計畫|规划|規劃|要点|要點|安排|方案)$")


def summary(plan: Plan, as_of: dt.date) -> str:
    """The text of the report's file: what was done with figures and evidence, what was not and why.

    It is a plan file like any other; `planforge render` prints it in the layouts of plans.

    Args:
        plan: The plan with its progress.
        as_of: The day to judge by.
    """
    region = load_region(plan.region)
    keys = Keys(region)
    make = Sections(region, keys)
    all_ = standings(matters(plan), as_of)
    sections = [
        make.targets(all_),
        *make.done(all_),
        make.schedule(all_),
        make.undone(all_),
        make.totals(all_),
        make.following(all_),
    ]
    data: dict[str, Any] = {
        keys(Plan, "planforge"): "1",
        keys(Plan, "title"): _title(plan.title, region.summary.title),
        keys(Plan, "organization"): _organization(plan, keys),
        keys(Plan, "kind"): _kind(plan, traditional=region.script == "Hant"),
        keys(Plan, "period"): plan.period.text if plan.period else None,
        keys(Plan, "region"): None if plan.region == "cn" else plan.region,
        keys(Plan, "preamble"): None,
        keys(Plan, "sections"): [section for section in sections if section],
        keys(Plan, "signature"): {keys(Signature, "date"): None},
    }
    kept = (keys(Plan, "preamble"), keys(Plan, "signature"))
    filled = {name: value for name, value in data.items() if value is not None or name in kept}
    left = "".join(f"\n  {one.name}" for one in unreported(all_))
    head = f"{_title(plan.title, region.summary.title)}（{as_of.isoformat()}）"
    silent = region.summary.unreported.format(items=left) if left else ""
    return comment("\n".join(filter(None, (head, silent)))) + emit(
        filled, {keys(Plan, "preamble"): region.summary.guidance}
    )


def _title(title: str, ending: str) -> str:
    """The title of the plan with the report in place of the plan."""
    joined = "".join(title.split())
    shorter = _PLAN.sub("", joined)
    return f"{shorter}工作{ending}" if shorter != joined else f"{joined}{ending}"


def _kind(plan: Plan, *, traditional: bool) -> str | None:
    if plan.kind is None:
        return None
    names = load_catalogue().kinds[plan.kind]
    return names.hant if traditional else names.zh


def _organization(plan: Plan, keys: Keys) -> dict[str, str] | None:
    if plan.organization is None:
        return None
    values = {
        keys(Organization, "name"): plan.organization.name,
        keys(Organization, "superior"): plan.organization.superior,
    }
    return {name: value for name, value in values.items() if value}
