"""Style files: found by name or path, joined with what they extend, checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from planforge import files, resources
from planforge.errors import FileProblems, Problem, UserError
from planforge.language import _, listed
from planforge.model.nearest import nearest
from planforge.source.load import Source
from planforge.source.load import load as load_source
from planforge.stores.urls import is_url

from .model import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

FOLDER: Final = "styles"
SUFFIXES: Final = (".yaml", ".yml")
WORD: Final = (".docx", ".dotx", ".docm", ".dotm")
"""Word files, whose page and styles can be used in place of a style file."""
DEEPEST: Final = 8

_LIMITS: Final = ("least", "most")
_OWN: Final = ("name", "alternatives")

UNKNOWN_KEY: Final = "PF003"
WRONG_VALUE: Final = "PF004"


def load(name: str) -> Style:
    """The style called ``name``, or the one in the file that ``name`` is the path of.

    Raises:
        UserError: There is no such style or file, or styles extend each other in a circle.
        FileProblems: The file says something a style cannot have; every problem is listed.
    """
    path = _path(name)
    return _load(path, files.read_file(path))


@lru_cache(maxsize=32)
def _load(path: str, content: bytes) -> Style:
    source = load_source(path, content)
    said = source.data()
    joined = _extended(said, (path,))
    joined.setdefault("name", Path(path).stem)
    try:
        return Style.model_validate(joined)
    except ValidationError as error:
        raise FileProblems([_problem(source, said, e) for e in error.errors()]) from None


def names() -> tuple[str, ...]:
    """The names of all styles there are, sorted."""
    return resources.names(FOLDER, SUFFIXES[0])


def is_word(name: str) -> bool:
    """Whether ``name`` is that of a Word file."""
    return name.lower().endswith(WORD)


def is_file(name: str) -> bool:
    """Whether ``name`` means a file, and not a style that planforge knows."""
    return name.endswith(SUFFIXES) or is_word(name) or "/" in name or "\\" in name


def must_be_here(name: str) -> None:
    """Nothing, when a style that is a file lies on this machine.

    Plans and styles come from other people, and may not make planforge fetch anything.

    Raises:
        UserError: It is a URL.
    """
    if is_url(name):
        raise UserError(
            _("the page style {name} has to lie on this machine").format(name=name),
            _("copy it beside the plan, and name the copy"),
        )


def _path(name: str) -> str:
    must_be_here(name)
    if is_file(name):
        return name
    known = names()
    if name in known:
        return str(resources.path(f"{FOLDER}/{name}{SUFFIXES[0]}"))
    message = _("there is no page style {name}").format(name=name)
    if meant := nearest(name, known):
        raise UserError(message, _("did you mean {name}?").format(name=meant))
    raise UserError(message, _("there are {names}").format(names=listed(known)))


def _extended(said: Mapping[str, Any], seen: tuple[str, ...]) -> dict[str, Any]:
    """What the file says, on top of what it extends."""
    own = {key: value for key, value in said.items() if key != "extends"}
    base = said.get("extends")
    if not isinstance(base, str):
        return own
    path = _path(base)
    if path in seen or len(seen) > DEEPEST:
        raise UserError(_("{path} extends itself").format(path=path))
    below = load_source(path, files.read_file(path)).data()
    # A style on top of another has a name of its own, and figures that no other style shares.
    inherited = {k: v for k, v in _extended(below, (*seen, path)).items() if k not in _OWN}
    return _joined(inherited, own)


def _joined(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``above`` over ``below``: mappings key by key, everything else as a whole.

    The limits of a figure belong to its value and do not outlive it.
    """
    joined = {k: v for k, v in below.items() if "value" not in above or k not in _LIMITS}
    for key, value in above.items():
        old = joined.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            joined[key] = _joined(old, value)
        else:
            joined[key] = value
    return joined


def _problem(source: Source, said: Mapping[str, Any], error: ErrorDetails) -> Problem:
    """The problem at the deepest key of the place that stands in this file."""
    unknown = error["type"] == "extra_forbidden"
    code = UNKNOWN_KEY if unknown else WRONG_VALUE
    place = _standing(said, error["loc"])
    if not place:
        return source.text.problem(code, _sentence(error))
    found = source.key_span(place) if unknown else source.place(place)
    return source.text.problem(code, _sentence(error), found.start, found.end)


def _standing(said: Any, place: tuple[str | int, ...]) -> tuple[str | int, ...]:
    found: list[str | int] = []
    for step in place:
        try:
            said = said[step]
        except (KeyError, IndexError, TypeError):
            break
        found.append(step)
    return tuple(found)


def _sentence(error: ErrorDetails) -> str:
    key = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "")
    match error["type"]:
        case "extra_forbidden":
            return _("a style has no key {key} here").format(key=key)
        case "missing":
            return _("the key {key} is missing").format(key=key)
        case "value_error":
            return str(error["ctx"]["error"])
        case "literal_error" | "enum":
            return _("{key} can be {values}").format(key=key, values=error["ctx"]["expected"])
        case _:
            return _("this value of {key} cannot be used").format(key=key)
