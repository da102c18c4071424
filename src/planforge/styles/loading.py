"""Style files: found by name or path, joined with what they extend, checked."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from planforge import files, resources
from planforge.errors import FileProblems, UserError
from planforge.language import _, listed
from planforge.model.nearest import nearest
from planforge.source.load import load as load_source
from planforge.source.text import WRONG_VALUE
from planforge.stores.urls import is_url

from .faults import problems
from .model import Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planforge.source.load import Source

FOLDER: Final = "styles"
SUFFIXES: Final = (".yaml", ".yml")
WORD: Final = (".docx", ".dotx", ".docm", ".dotm")
"""Word files, whose page and styles can be used in place of a style file."""
DEEPEST: Final = 8

_LIMITS: Final = ("least", "most")
_OWN: Final = ("name", "alternatives")


def load(name: str) -> Style:
    """The style called ``name``, or the one in the file that ``name`` is the path of.

    Raises:
        UserError: There is no such style or file.
        FileProblems: The file says something a style cannot have, or extends what is not there
            or extends itself; every problem is listed.
    """
    path = _path(name)
    return _load(path, _built_in(path) if resources.is_built_in(path) else files.read_file(path))


# What came with planforge stays as it is, and is asked for with every plan.
@cache
def _built_in(path: str) -> bytes:
    return files.read_file(path)


@lru_cache(maxsize=32)
def _load(path: str, content: bytes) -> Style:
    files_below = _chain(load_source(path, content))
    joined: dict[str, Any] = {}
    for source in reversed(files_below):
        # A style on top of another has a name of its own, and figures that no other style shares.
        inherited = {key: value for key, value in joined.items() if key not in _OWN}
        joined = _joined(inherited, _own(source))
    joined.setdefault("name", Path(path).stem)
    try:
        return Style.model_validate(joined)
    except ValidationError as error:
        raise FileProblems(list(problems(error, files_below))) from None


def names() -> tuple[str, ...]:
    """The names of all styles there are, sorted."""
    return resources.names(FOLDER, SUFFIXES[0])


def is_word(name: str) -> bool:
    """Whether ``name`` is that of a Word file."""
    return name.lower().endswith(WORD)


def is_file(name: str) -> bool:
    """Whether ``name`` means a file, and not a style that planforge knows."""
    return name.endswith(SUFFIXES) or is_word(name) or "/" in name or "\\" in name


def beside(path: str, name: str) -> str:
    """The file ``name`` in the folder of the file ``path``; as it is where there is none.

    What stands in a file never makes planforge look elsewhere than on this machine.
    """
    if is_url(path):
        return name
    found = Path(path).parent / name
    return name if Path(name).is_file() and not found.is_file() else str(found)


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


def _chain(source: Source) -> list[Source]:
    """The file and everything it extends, from the top down.

    Raises:
        FileProblems: What a file extends is not there, is no style, or extends the file itself.
    """
    found = [source]
    while "extends" in found[-1].data():
        found.append(_base(found))
    return found


def _base(above: Sequence[Source]) -> Source:
    last = above[-1]
    try:
        path = _extended(last, above)
        return load_source(path, files.read_file(path))
    except UserError as error:
        problem = last.problem(WRONG_VALUE, error.message, ("extends",), hint=error.hint)
        raise FileProblems([problem]) from None


def _extended(file: Source, above: Sequence[Source]) -> str:
    """The path of what a file extends."""
    name = file.data()["extends"]
    if not isinstance(name, str):
        raise UserError(_("this value of {key} cannot be used").format(key="extends"))
    must_be_here(name)
    path = _path(beside(file.text.path, name) if is_file(name) else name)
    if any(Path(path) == Path(one.text.path) for one in above) or len(above) > DEEPEST:
        raise UserError(_("{path} extends itself").format(path=path))
    return path


def _own(source: Source) -> dict[str, Any]:
    return {key: value for key, value in source.data().items() if key != "extends"}


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
