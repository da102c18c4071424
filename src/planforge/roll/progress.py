"""Progress of the old year: taken out, or carried over where something is left to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.agenda import Nature, matters
from planforge.agenda.marking import marked
from planforge.agenda.progress import OPEN, state
from planforge.model.places import find
from planforge.model.plan import Plan
from planforge.source.edit import splice
from planforge.source.load import load
from planforge.source.nodes import Mapping
from planforge.source.unset_keys import unset_keys

if TYPE_CHECKING:
    import datetime as dt

    from planforge.agenda import Matter
    from planforge.source.load import Source

_PROGRESS: Final = ("status", "finished", "evidence")
CARRIED: Final = "上年未完成，结转"


def unfinished(plan: Plan, end: dt.date) -> tuple[Matter, ...]:
    """Tasks, stages and activities that are reported about and were not done in the end."""
    return tuple(
        one
        for one in matters(plan)
        if one.status is not None and one.is_work and state(one, end) in OPEN
    )


def carried(source: Source, left: tuple[Matter, ...]) -> Source:
    """The file with a remark at everything that is carried over.

    Args:
        source: The file, rolled.
        left: What was not done, from the plan as it was.
    """
    for one in left:
        remark = f"{one.remarks}；{CARRIED}" if one.remarks else CARRIED
        source = marked(source, one.loc, {"remarks": remark})
    return source


def reported(plan: Plan) -> tuple[Matter, ...]:
    """What has progress of the old period, which goes; evidence that is only planned does not."""
    return tuple(
        one
        for one in matters(plan)
        if one.status is not None or one.finished is not None or _is_reached(one)
    )


def reset(source: Source, had: tuple[Matter, ...]) -> Source:
    """The file without last year's progress; what targets reached is what they start from.

    Args:
        source: The file.
        had: What has progress.
    """
    for one in had:
        if one.nature is Nature.TARGET and one.reached is not None:
            source = marked(source, one.loc, {"base": one.reached.text})
            source = _without(source, one.loc, ("reached",))
        else:
            source = _without(source, one.loc, _PROGRESS)
    return source


def going(source: Source, had: tuple[Matter, ...]) -> frozenset[int]:
    """Offsets of the values that `reset` takes out; what they say does not change any more."""
    found = set()
    for one in had:
        place = find(source.root, Plan, one.loc)
        if isinstance(place.node, Mapping):
            known = place.entry.fields_by_key()
            pairs = place.node.pairs
            found |= {value.start for key, value in pairs if known.get(key.value) in _PROGRESS}
    return frozenset(found)


def _is_reached(matter: Matter) -> bool:
    return matter.nature is Nature.TARGET and matter.reached is not None


def _without(source: Source, loc: tuple[int | str, ...], fields: tuple[str, ...]) -> Source:
    place = find(source.root, Plan, loc)
    if not isinstance(place.node, Mapping):
        return source
    known = place.entry.fields_by_key()
    names = {key.value for key, _value in place.node.pairs if known.get(key.value) in fields}
    if not names:
        return source
    text = splice(source.text.text, unset_keys(source, place.node, names))
    return load(source.text.path, text.encode())
