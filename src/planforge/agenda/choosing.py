"""Which matters a user means: by a few of their words, by their lines, or by a day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _
from planforge.model.places import find
from planforge.model.plan import Plan
from planforge.source.visible import safe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from planforge.source.load import Source

    from .matter import Matter

MOST: Final = 10
"""So many candidates are named."""


def chosen(words: str, matters: Sequence[Matter], source: Source) -> Matter:
    """The one that is meant.

    Args:
        words: A part of its title or text, or the number of the line where it begins.
        matters: All of them.
        source: The file.

    Raises:
        UserError: None is meant, or several may be; the message names them with their lines.
    """
    if words.isdecimal():
        found = [one for one in matters if line(one, source) == int(words)]
    else:
        exact = [one for one in matters if words == one.title]
        found = exact or [one for one in matters if words in one.title or words in one.text]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(
            _("the plan has nothing called {words}").format(words=words),
            _(
                "give a few of its words, or the number of its line; {command} lists everything"
            ).format(command="planforge status --all"),
        )
    if len({_node(one, source) for one in found}) == 1:
        raise UserError(
            _("{words} stands once in the file and is repeated by {alias}").format(
                words=found[0].name, alias="*"
            ),
            _("write it out at each place, so that each has a status of its own"),
        )
    raise UserError(
        _("{words} may mean {count} things").format(words=words, count=len(found)),
        "\n".join(f"  {line(one, source)}: {safe(one.name)}" for one in found[:MOST]),
    )


def all_chosen(
    items: Iterable[str], matters: Sequence[Matter], source: Source
) -> tuple[Matter, ...]:
    """Those that are meant, each once, in the order in which they are named.

    Args:
        items: Of each, what `chosen` takes.
        matters: All of them.
        source: The file.

    Raises:
        UserError: One of them is not clear.
    """
    return tuple(
        {one.loc: one for item in items if (one := chosen(item, matters, source))}.values()
    )


def passed(matters: Sequence[Matter], until: dt.date, source: Source) -> tuple[Matter, ...]:
    """The work that was to be over by the end of a day and of which nobody has reported.

    What an alias repeats is left out: whatever is written there is said of all its places.

    Args:
        matters: All of them.
        until: The day.
        source: The file.
    """
    times = Counter(_node(one, source) for one in matters)
    return tuple(
        one
        for one in matters
        if one.is_work
        and one.status is None
        and one.finished is None
        and one.span is not None
        and one.span.last <= until
        and times[_node(one, source)] == 1
    )


def line(matter: Matter, source: Source) -> int:
    """The 1-based line of the file in which a matter begins."""
    start, _end = find(source.root, Plan, matter.loc).span
    return source.text.position(start)[0]


def _node(matter: Matter, source: Source) -> int:
    """The same number for matters that are one place of the file."""
    return id(find(source.root, Plan, matter.loc).node)
