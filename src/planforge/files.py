"""Reading and writing whole files, so that a failure is one sentence and never half a file."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import record
from .errors import UserError
from .language import _

if TYPE_CHECKING:
    from typing import BinaryIO

STDIN: Final = "-"


def read_file(path: str | os.PathLike[str], limit: int | None = None) -> bytes:
    """The bytes of a file; of standard input when ``path`` is ``-``.

    Args:
        path: The file as the user named it.
        limit: Most bytes to accept; None for any number.

    Raises:
        UserError: It is missing, a folder, larger than ``limit``, or may not be read.
    """
    if path == STDIN:
        data = _read(sys.stdin.buffer, STDIN, limit)
    else:
        try:
            with Path(path).open("rb") as stream:
                data = _read(stream, path, limit)
        except (OSError, ValueError) as error:
            raise _refused(path, error) from error
    record.read(path, len(data))
    return data


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that it holds either what it held or all of ``data``.

    The bytes go to a new file beside it and reach the disk before it takes the place of the old
    one, with the old one's permissions. A link stays a link; a device is written to directly.

    Raises:
        UserError: The folder is missing or the file may not be written.
    """
    from .replacing import replace  # many runs only read

    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            replace(target, data)
    except PermissionError as error:
        if os.path.lexists(path):
            raise _refused(path, error) from error
        raise UserError(
            _("nothing may be written into the folder {path}").format(path=Path(path).parent),
            _("choose another folder, or check its permissions"),
        ) from error
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def reason(error: Exception) -> str:
    """Why the operating system refuses, in the user's language where it is known."""
    known = {
        errno.EACCES: _("no permission"),
        errno.EEXIST: _("there is a file of that name"),
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


def _read(stream: BinaryIO, path: str | os.PathLike[str], limit: int | None) -> bytes:
    if limit is None:
        return stream.read()
    data = stream.read(limit + 1)
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
