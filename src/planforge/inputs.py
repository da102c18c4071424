"""The files that the paths of a call mean: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import hashlib
import os
import stat
import unicodedata
from itertools import takewhile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from . import stores
from .digests import SIZE, Digests
from .errors import UserError
from .language import _, listed
from .stores import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .stores.remote import Remote

STDIN: Final = "-"
SUFFIXES: Final = (".yaml", ".yml")


class Input(Struct, frozen=True):
    """One file to work on, or a path that leads to none.

    Attributes:
        path: The file as the user would name it; ``-`` for standard input.
        base: The folder that the user named; the file lies somewhere below it. For a file named
            by itself, the folder it lies in. Of a URL, the path alone.
        error: Why there is nothing to read; ``None`` for a file.
    """

    path: str
    base: PurePath
    error: UserError | None = None

    @property
    def folder_below_base(self) -> PurePath:
        """Where below ``base`` the file lies; ``.`` when right in it."""
        return urls.inner(self.path).parent.relative_to(self.base)


def find(paths: Iterable[str], suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[Input]:
    """Every file that ``paths`` mean, each once, found when it is asked for.

    Folders are searched to any depth, in the order of names; hidden folders and files are left
    out. A file that is named by itself may have any name. A path that leads to nothing stands
    in the result with its error, so that the others can be worked on.

    Args:
        paths: Files, folders, patterns with ``*`` ``?`` ``[]`` ``**``, and ``-``.
        suffixes: How the files of interest end, in folders.
    """
    seen = Digests()
    for path in paths:
        for found in _expand(path, suffixes):
            if seen.add(identity(found.path)):
                yield found


def identity(path: str, *, folded: bool = False) -> bytes:
    """The same for every way to name a file, and short, because there may be millions.

    Args:
        path: The file; it need not be there.
        folded: The same too for names that are one on some system: ``Plan`` and ``plan``.
    """
    real = path if path == STDIN else urls.canonical(path)
    if folded:
        real = unicodedata.normalize("NFC", real).casefold()
    return hashlib.blake2b(os.fsencode(real), digest_size=SIZE).digest()


def _expand(path: str, suffixes: tuple[str, ...]) -> Iterator[Input]:
    if path == STDIN:
        yield Input(path, Path())
    elif (there := stores.at(path)) is not None:
        yield from _elsewhere(there, suffixes)
    elif os.path.isdir(path):  # noqa: PTH112  "" is no folder, a name too long no error
        yield from _in_folder(path, suffixes)
    elif not os.path.lexists(path) and glob.has_magic(path):
        yield from _matches(path, suffixes)
    elif os.path.lexists(path):
        yield Input(path, Path(path).parent)
    else:
        yield Input(path, Path(path).parent, _missing(path))


def _missing(path: str) -> UserError:
    return UserError(
        _("there is no file {path}").format(path=path or "''"),
        _("check the name; a name with blanks needs quotation marks"),
    )


def _elsewhere(there: Remote, suffixes: tuple[str, ...]) -> Iterator[Input]:
    """What a URL means."""
    url = there.url
    try:
        kind = there.kind()
        matches = there.matches() if not kind and glob.has_magic(url) else []
    except UserError as error:
        yield Input(url, urls.inner(url).parent, error)
        return
    if kind == "directory":
        yield from _below(there, suffixes)
    elif kind:
        yield Input(url, urls.inner(url).parent)
    elif not matches:
        missing = _unmatched(url) if glob.has_magic(url) else _missing(url)
        yield Input(url, urls.inner(url).parent, missing)
    for match in matches:
        if not match.is_folder:
            yield Input(match.there.url, urls.inner(there.fixed))
        elif "**" not in url:
            yield from _below(match.there, suffixes)


def _below(there: Remote, suffixes: tuple[str, ...]) -> Iterator[Input]:
    base = urls.inner(there.url)
    empty = True
    for entry in there.below(suffixes):
        empty = False
        yield Input(entry.url, base, entry.error)
    if empty:
        yield Input(there.url, base, _without_plans(there.url, suffixes))


def _matches(pattern: str, suffixes: tuple[str, ...]) -> Iterator[Input]:
    matches = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207  keeps the words of the user
    base = _fixed_part(pattern)
    if not matches:
        yield Input(pattern, Path(), _unmatched(pattern))
    for match in matches:
        if Path(match).is_dir():
            # What `**` finds in a folder matches by itself.
            if "**" not in pattern:
                yield from _in_folder(match, suffixes)
        else:
            yield _found(match, base)


def _found(path: str, base: Path) -> Input:
    """A file that nobody named by itself."""
    return Input(path, base, _special(path) if _is_special(path) else None)


def _is_special(path: str) -> bool:
    """Whether reading could wait for ever: a pipe, a socket, a device."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  words of the user
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _special(path: str) -> UserError:
    return UserError(_("{path} is a pipe or a device, no file").format(path=path))


def _unmatched(pattern: str) -> UserError:
    return UserError(_("no file matches {pattern}").format(pattern=pattern))


def _fixed_part(pattern: str) -> Path:
    """The folders before the first part of ``pattern`` that can match several names."""
    return Path(*takewhile(lambda part: not glob.has_magic(part), Path(pattern).parent.parts))


def _in_folder(folder: str, suffixes: tuple[str, ...]) -> Iterator[Input]:
    empty = True
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(suffixes) and not name.startswith("."):
                empty = False
                yield _found(os.path.join(parent, name), Path(folder))  # noqa: PTH118  keeps the words of the user
    if empty:
        yield Input(folder, Path(folder), _without_plans(folder, suffixes))


def _without_plans(folder: str, suffixes: tuple[str, ...]) -> UserError:
    return UserError(
        _("there is no plan file in the folder {path}").format(path=folder),
        _("plan files end in {suffixes}").format(suffixes=listed(suffixes)),
    )
