"""What a store refuses, as one sentence: drivers raise whatever their libraries do."""

from __future__ import annotations

from typing import Final

from planforge.errors import UserError
from planforge.language import _, mark
from planforge.source.visible import safe

from . import urls

_LONGEST: Final = 200
_WHO: Final = mark(
    "tell the driver who you are, as its manual says: by variables or a file, not in the URL"
)
# An exception, or the name of one of a library that need not be there; what it means; what to do,
# or nothing where the driver says it best.
_KNOWN: Final = (
    (FileNotFoundError, mark("there is no file {path}"), ""),
    (PermissionError, mark("{path}: no permission"), _WHO),
    ("NoCredentialsError", mark("{path}: no permission"), _WHO),
    (IsADirectoryError, mark("{path} is a folder, not a file"), ""),
    (
        FileExistsError,
        mark("{path}: this store cannot replace a file"),
        mark("give another name or folder with -o"),
    ),
    (ImportError, mark("{path}: the driver for it is not installed"), ""),
)
_DRIVER: Final = 'pip install "planforge[cluster]"'


def no_fsspec(url: str) -> UserError:
    """What to do where fsspec is missing."""
    return UserError(
        _("{path}: URLs need fsspec, which is not installed").format(path=url), _DRIVER
    )


def told(url: str, error: Exception, *, writing: bool) -> UserError:
    """What an exception of fsspec or a driver means.

    Args:
        url: The file or folder.
        error: The exception.
        writing: Whether something was to be written.
    """
    if isinstance(error, FileNotFoundError) and writing:
        return UserError(
            _("there is no folder {path}").format(path=urls.parent(url)),
            _("make the folder or the bucket first, or check its name"),
        )
    words = _words(error, url)
    for known, sentence, hint in _KNOWN:
        if _is(error, known):
            return UserError(_(sentence).format(path=url), _(hint) if hint else words)
    if isinstance(error, ValueError) and "rotocol" in str(error):
        return UserError(
            _("{path}: there is no protocol of that name").format(path=url),
            _("such as {examples}").format(examples="s3://, sftp://, smb://, https://"),
        )
    reason = words or type(error).__name__
    return UserError(_("{path} cannot be used: {reason}").format(path=url, reason=reason))


def _is(error: Exception, known: type[Exception] | str) -> bool:
    if isinstance(known, str):
        return type(error).__name__ == known
    return isinstance(error, known)


def _words(error: Exception, url: str) -> str:
    """The first line of what a driver says; nothing where that is the path again."""
    lines = str(error).strip().splitlines()
    said = safe(lines[0]) if lines else ""
    inside = str(urls.inner(url))
    return "" if said.strip("'/") in {url, inside, inside.strip("/")} else said[:_LONGEST]
