"""A preset that somebody wrote: checked, with the place of every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems, UserError
from planforge.language import _, listed
from planforge.model.nearest import nearest_or_all
from planforge.model.refusal import RefusedError
from planforge.source.text import UNKNOWN_KEY, WRONG_VALUE

from . import rule_settings
from .choice import one
from .preset import Part, Preset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from planforge.errors import Problem
    from planforge.source.load import Source
    from planforge.source.place import Loc

_LEVELS: Final = ("error", "warning", "info", "off")


def read(source: Source) -> Preset:
    """The preset that a file holds; kinds may be named in any language, rules by name or code.

    Raises:
        FileProblems: It says something a preset cannot say; every problem is listed.
    """
    try:
        preset = Preset.model_validate(source.data())
    except ValidationError as error:
        raise FileProblems([_problem(source, one) for one in error.errors()]) from None
    problems: list[Problem] = []
    kinds: dict[str, Part] = {}
    for name, part in preset.kinds.items():
        try:
            kinds[load_catalogue().kind(name)] = _known(source, part, ("kinds", name), problems)
        except RefusedError as error:
            problems.append(
                source.problem(UNKNOWN_KEY, str(error), ("kinds", name), hint=error.hint)
            )
    whole = _known(source, preset, (), problems)
    if problems:
        raise FileProblems(sorted(problems, key=lambda one: (one.line, one.column)))
    return Preset(extends=preset.extends, kinds=kinds, rules=whole.rules, settings=whole.settings)


def _known(source: Source, part: Part, loc: Loc, problems: list[Problem]) -> Part:
    """The part by the codes of its rules."""
    rules, settings = {}, {}
    for name, level in part.rules.items():
        if code := _code(source, (*loc, "rules", name), problems):
            rules[code] = level
    for name, values in part.settings.items():
        if code := _code(source, (*loc, "settings", name), problems):
            settings[code] = values
            problems += _values(source, code, values, (*loc, "settings", name))
    return Part(rules=rules, settings=settings)


def _code(source: Source, loc: Loc, problems: list[Problem]) -> str:
    try:
        return one(str(loc[-1]))
    except UserError as error:
        problems.append(source.problem(UNKNOWN_KEY, error.message, loc, hint=error.hint))
        return ""


def _values(source: Source, rule: str, values: dict[str, Any], loc: Loc) -> Iterator[Problem]:
    for name, value in values.items():
        if fault := rule_settings.fault(rule, name, value):
            code = UNKNOWN_KEY if fault.unknown else WRONG_VALUE
            yield source.problem(code, fault.message, (*loc, name), hint=fault.hint)


def _problem(source: Source, error: ErrorDetails) -> Problem:
    loc = error["loc"]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    if error["type"] == "extra_forbidden":
        message = _("a preset has no key {key} here").format(key=key)
        inside = Part if len(loc) > 1 else Preset
        hint = nearest_or_all(key, inside.model_fields)
        return source.problem(UNKNOWN_KEY, message, loc, hint=hint)
    message = _("this value of {key} cannot be used").format(key=key)
    hint = listed(_LEVELS) if error["type"] == "literal_error" else ""
    return source.problem(WRONG_VALUE, message, loc, hint=hint)
