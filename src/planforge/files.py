"""Reading and writing whole files, so that a failure is one sentence and never half a file."""

from __future__ import annotations

import errno
import os
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import record, stores
from .errors import UserError
from .language import _

if TYPE_CHECKING:
    import datetime as dt
    from typing import BinaryIO

STDIN: Final = "-"
DURABLE: Final = ContextVar("DURABLE", default=False)
"""Whether new files wait for the disk, too: a manifest calls them finished for good."""
LARGEST: Final = 128_000_000
"""Bytes of the largest file that anything is read from."""


def read_file(path: str | os.PathLike[str], limit: int = LARGEST) -> bytes:
    """The bytes of a file; of standard input when ``path`` is ``-``.

    Args:
        path: The file as the user named it; text may be a URL.
        limit: Most bytes to accept.

    Raises:
        UserError: It is missing, a folder, larger than ``limit``, or may not be read.
    """
    if path == STDIN:
        data = _read(sys.stdin.buffer, STDIN, limit)
    elif (there := stores.at(path)) is not None:
        data = _within(there.read(limit), path, limit)
    else:
        try:
            with Path(path).open("rb") as stream:
                data = _read(stream, path, limit)
        except (OSError, ValueError) as error:
            raise _refused(path, error) from error
    record.read(path, len(data))
    return data


def write_atomically(
    path: str | os.PathLike[str], data: bytes, *, irreplaceable: bool = False
) -> None:
    """Write a file so that it holds either what it held or all of ``data``.

    The bytes go to a new file beside it, which takes the place of the old one, with the old one's
    permissions, when they have reached the disk. A link stays a link; a device is written to
    directly. Behind a URL the store replaces the whole file.

    Args:
        path: The file.
        data: All of its bytes.
        irreplaceable: Nobody can make them again, so that a new file waits for the disk, too.

    Raises:
        UserError: The folder is missing or the file may not be written.
    """
    if (there := stores.at(path)) is not None:
        there.write(data)
        return
    from .replacing import replace  # many runs only read

    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            wait = irreplaceable or DURABLE.get() or target.exists()
            replace(target, data, wait=wait)
    except PermissionError as error:
        if os.path.lexists(path):
            raise _refused(path, error) from error
        raise UserError(
            _("nothing may be written into the folder {path}").format(path=Path(path).parent),
            _("choose another folder, or check its permissions"),
        ) from error
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def content(path: str) -> bytes | None:
    """The bytes of a file; ``None`` where there is none.

    Raises:
        UserError: It is there and cannot be read, or nobody can say whether it is.
    """
    if (there := stores.at(path)) is not None:
        return there.content()
    return read_file(path) if is_file(path) else None


def is_there(path: str) -> bool:
    """Whether something of that name is there, be it a link that leads nowhere.

    Raises:
        UserError: Nobody can say, because a store cannot be reached.
    """
    if (there := stores.at(path)) is not None:
        return bool(there.kind())
    return os.path.lexists(path)


def is_folder(path: str) -> bool:
    """Whether a folder of that name is there; raises what `is_there` raises."""
    if (there := stores.at(path)) is not None:
        return there.kind() == "directory"
    return os.path.isdir(path)  # noqa: PTH112  "" is no folder, a name too long no error


def is_file(path: str) -> bool:
    """Whether a file of that name is there; raises what `is_there` raises."""
    if (there := stores.at(path)) is not None:
        return there.kind() == "file"
    return os.path.isfile(path)  # noqa: PTH113  words of the user


def make_folder(path: str) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        UserError: It cannot be made.
    """
    if (there := stores.at(path)) is not None:
        there.make_folder()
        return
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("the folder {path} cannot be made: {reason}").format(path=path, reason=reason(error))
        ) from error


def changed(path: str) -> dt.datetime:
    """When a file was last changed, in UTC; now for standard input.

    Raises:
        UserError: It is not there.
    """
    import datetime as dt  # seldom asked for

    if path == STDIN:
        return dt.datetime.now(dt.UTC)
    if (there := stores.at(path)) is not None:
        return there.changed()
    try:
        return dt.datetime.fromtimestamp(Path(path).stat().st_mtime, dt.UTC)
    except OSError as error:
        raise _refused(path, error) from error


def reason(error: Exception) -> str:
    """Why the operating system refuses, in the user's language where it is known."""
    known = {
        errno.EACCES: _("no permission"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EEXIST: _("there is a file of that name"),
        errno.EFBIG: _("no file may be so large there"),
        errno.EISDIR: _("it is a folder"),
        errno.ELOOP: _("its links lead in a circle"),
        errno.EMFILE: _("too many files are open"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.ENOENT: _("no such file"),
        errno.ENOSPC: _("the disk is full"),
        errno.ENOTDIR: _("a part of the path is not a folder"),
        errno.EPERM: _("no permission"),
        errno.EROFS: _("the disk is read-only"),
    }
    if not isinstance(error, OSError):
        return str(error)
    return known.get(error.errno or 0) or error.strerror or str(error)


def told(path: str, error: Exception) -> str:
    """The file and why the operating system refuses it, in one sentence."""
    return _("{path}: {reason}").format(path=path, reason=reason(error))


def _read(stream: BinaryIO, path: str | os.PathLike[str], limit: int) -> bytes:
    return _within(stream.read(limit + 1), path, limit)


def _within(data: bytes, path: str | os.PathLike[str], limit: int) -> bytes:
    if len(data) > limit:
        message = _("{path} is larger than {limit} MB").format(path=path, limit=f"{limit / 1e6:g}")
        raise UserError(message)
    return data


def _refused(path: str | os.PathLike[str], error: Exception) -> UserError:
    if isinstance(error, FileNotFoundError):
        parent = Path(path).parent
        if parent.is_dir():
            return UserError(_("there is no file {path}").format(path=path))
        return UserError(
            _("there is no folder {path}").format(path=parent),
            _("make the folder first, or check its name"),
        )
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112  a name too long is no error
        return UserError(_("{path} is a folder, not a file").format(path=path))
    if isinstance(error, PermissionError):
        return UserError(
            _("{path} may not be opened").format(path=path),
            _("close it in other programs and check its permissions"),
        )
    return UserError(_("{path} cannot be used: {reason}").format(path=path, reason=reason(error)))
