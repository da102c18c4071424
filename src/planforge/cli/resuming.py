"""`--resume`: the manifest of a run, and everything that makes two runs the same."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, structs

from planforge import resources
from planforge.errors import UserError
from planforge.language import _

from . import terminal

if TYPE_CHECKING:
    from planforge.batch.manifest import Manifest

_NO_OPTIONS: Final = frozenset({"run", "quiet", "force"})
"""What a piece of work holds that changes nothing about its output."""


def manifest(path: str, work: object, *also: str) -> Manifest | None:
    """The manifest of runs with the options that ``work`` holds.

    Files of the user that it names, such as a form, count with what they say, and so do the
    folders of templates with what is in them.

    Args:
        path: The manifest; empty for none.
        work: What is done with each file.
        also: What else changes the output.

    Raises:
        UserError: It cannot be read, or is no manifest.
    """
    if not path:
        return None
    from planforge.batch.manifest import Manifest  # few runs have one

    values = structs.asdict(work) if isinstance(work, Struct) else {}
    told = {name: meant(value) for name, value in values.items() if name not in _NO_OPTIONS}
    folders = [_content(file) for folder in resources.folders()[:-1] for file in _files(folder)]
    others = "".join([*also, *folders])
    return Manifest(path, f"{type(work).__qualname__}{sorted(told.items())}{others}")


def tell(manifest: Manifest, *, quiet: bool) -> None:
    """Let go of the manifest, and say how many files were finished before."""
    manifest.close()
    if manifest.skipped and not quiet:
        terminal.say(_("finished before: {number}").format(number=manifest.skipped))


def meant(value: Any) -> Any:
    """A value, with what is in it where it is the path of a file or folder."""
    if not isinstance(value, str) or not value:
        return value
    try:
        there = Path(value)
        found = _files(there) if there.is_dir() else [there] if there.is_file() else []
    except (OSError, ValueError):
        return value
    return (value, *map(_content, found)) if found else value


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _content(path: Path) -> str:
    from planforge import files  # many runs are new

    try:
        return hashlib.sha256(files.read_file(path)).hexdigest()
    except UserError:
        return ""
