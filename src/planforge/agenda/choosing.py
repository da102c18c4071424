"""Which matter a user means: by a few of its words, or by its line in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _
from planforge.model.places import find
from planforge.model.plan import Plan
from planforge.source.visible import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    if len({id(find(source.root, Plan, one.loc).node) for one in found}) == 1:
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


def line(matter: Matter, source: Source) -> int:
    """The 1-based line of the file in which a matter begins."""
    start, _end = find(source.root, Plan, matter.loc).span
    return source.text.position(start)[0]
