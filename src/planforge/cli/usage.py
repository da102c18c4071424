"""Mistakes in the call, as the command-line library reports them, in the user's language.

The library writes its sentences in English. Each is recognised here and said anew; one that is
not recognised is shown as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _, listed, mark
from planforge.model.nearest import nearest

from .app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

SENTENCES: Final = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (
            r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.+)\))?",
            mark("there is no option {name}"),
        ),
        (r"No such command '(?P<command>.*)'\.", mark("there is no command {command}")),
        (
            r"Missing (?:argument|option|parameter) '(?P<missing>.*)'\..*",
            mark("{missing} is missing"),
        ),
        (r"Missing command\.", mark("a command is missing")),
        (
            r"Got unexpected extra argument\(?s?\)? \((?P<words>.*)\)",
            mark("there is too much in the call: {words}"),
        ),
        (
            r"Option '(?P<option>.*)' requires (?:an argument|\d+ arguments)\.",
            mark("a value is missing after {option}"),
        ),
        (r"Option '(?P<option>.*)' does not take a value\.", mark("{option} takes no value")),
        (
            r"Invalid value for '(?P<option>.*)': (?P<reason>.*)",
            mark("{option} has a wrong value: {reason}"),
        ),
    )
)


def explain(error: typer.TyperException, arguments: Sequence[str]) -> UserError:
    """What is wrong with the call, and what to type instead.

    Args:
        error: What the library says.
        arguments: The words of the call; the first that is a command is the one meant.
    """
    command = next((word for word in arguments if word in COMMANDS), "")
    call = " ".join(filter(None, ("planforge", command, "--help")))
    text = error.format_message()
    for pattern, sentence in SENTENCES:
        if found := pattern.fullmatch(text):
            words = {key: word or "" for key, word in found.groupdict().items()}
            # The library knows an argument by its untranslated name.
            if "missing" in words:
                words["missing"] = _(words["missing"])
            return UserError(_(sentence).format(**words), _hint(words, call))
    return UserError(text, _hint({}, call))


def _meant(words: dict[str, str]) -> str:
    """The command or option that was most likely meant; empty when none is close."""
    known = words["near"].split(", ") if words.get("near") else ()
    if "command" in words:
        return nearest(words["command"], COMMANDS)
    return nearest(words.get("name", ""), known) or listed(known)


def _hint(words: dict[str, str], call: str) -> str:
    if near := _meant(words):
        return _("did you mean {names}?").format(names=near)
    return _("“{call}” shows how it is called").format(call=call)
