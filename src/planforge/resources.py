"""Data files: those of the user first, then those that came with planforge."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .errors import UserError
from .language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT_FOLDER: Final = Path(".planforge") / "templates"

_chosen: list[Path] = []


def use(folder: Path) -> None:
    """Let files in ``folder`` win over those of the same name that came with planforge.

    Raises:
        UserError: There is no such folder.
    """
    if not folder.is_dir():
        raise UserError(_("there is no folder {path}").format(path=folder))
    _chosen.insert(0, folder)


def chosen() -> tuple[Path, ...]:
    """The folders given to `use`, the last one first."""
    return tuple(_chosen)


def choose(folders: Iterable[Path]) -> None:
    """Let files in exactly these folders win, as in the process that `chosen` was asked in."""
    _chosen[:] = folders


@cache
def built_in() -> Path:
    """The folder of the data files that came with planforge.

    In a wheel it lies inside the package; in a checkout it stands at the top.
    """
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def is_built_in(path: str) -> bool:
    """Whether the file, as `path` names it, came with planforge."""
    return path.startswith(f"{built_in()}{os.sep}")


def folders() -> tuple[Path, ...]:
    """Every folder that is searched, the first match wins."""
    # Asked several times for every plan; asked of the path itself it takes three times as long.
    project = (PROJECT_FOLDER,) if os.path.isdir(PROJECT_FOLDER) else ()  # noqa: PTH112
    return (*_chosen, *project, built_in())


def path(name: str) -> Path:
    """The file called ``name`` (with forward slashes) in the first folder that has it.

    Raises:
        UserError: No folder has it.
    """
    *own, _built_in = folders()
    for folder in own:
        if (found := folder / name).is_file():
            return found
    return _path_built_in(name)


# What came with planforge stays as it is, and is asked for with every plan.
@cache
def _path_built_in(name: str) -> Path:
    if (found := built_in() / name).is_file():
        return found
    raise UserError(_("there is no template file {name}").format(name=name))


def read(name: str) -> bytes:
    """The bytes of the file that `path` finds."""
    return path(name).read_bytes()


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """Names without ``suffix`` of all files in ``folder`` of any template folder, sorted."""
    *own, _built_in = folders()
    found = _names_built_in(folder, suffix)
    if not own:
        return found
    return tuple(sorted({*found, *(n for base in own for n in _stems(base / folder, suffix))}))


@cache
def _names_built_in(folder: str, suffix: str) -> tuple[str, ...]:
    return tuple(sorted(_stems(built_in() / folder, suffix)))


def _stems(folder: Path, suffix: str) -> Iterator[str]:
    return (file.name.removesuffix(suffix) for file in folder.glob(f"*{suffix}"))
