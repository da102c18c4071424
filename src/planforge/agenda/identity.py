"""Identifiers of matters that stay the same when a plan is changed and exported again."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.model.plan import Plan

    from .matter import Matter

# A version 5 UUID of the name of this project's format, made once.
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://planforge/ics")


def identified(plan: Plan, matters: Iterable[Matter]) -> Iterator[tuple[str, Matter]]:
    """Every matter with its identifier, which is the UID of its event (RFC 5545, 3.8.4.7).

    It hangs on who files the plan, the period, the section and the words, not on dates or order:
    what is moved to another day is updated in a calendar, not doubled. The same words twice in a
    section are told apart by their order.
    """
    who = plan.organization.name if plan.organization else plan.title
    seen: Counter[tuple[str, ...]] = Counter()
    for matter in matters:
        name = (who, plan.period.text if plan.period else "", matter.nature.value, matter.title)
        seen[name] += 1
        text = "\n".join((*name, str(seen[name])))
        yield f"{uuid.uuid5(_NAMESPACE, text)}@planforge", matter
