"""A new file in the place of an old one: nobody ever sees half of it, and nothing stays behind.

The bytes go to a temporary file beside it first. Its name follows from that of the file, so that
the next run takes over what a run left that was killed in the middle.
"""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Windows has no such locks; there a killed run may leave a temporary file.
if sys.platform != "win32":
    import fcntl

    INTERRUPTIONS: Final = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM})

SUFFIX: Final = ".planforge-tmp"
# A name may be as long as the system allows; the temporary one must not be longer.
_KEPT: Final = 20
_TRIES: Final = 100


def replace(target: Path, data: bytes, *, wait: bool) -> None:
    """Put ``data`` in the place of ``target``, with the permissions it had.

    Args:
        target: The file.
        data: Its new content.
        wait: Let it reach the disk first. After a power failure there has to be the old file or
            the new one. Where there was none before, the same command makes it again, and
            thousands of files need not wait for the disk one by one.

    Raises:
        OSError: That is not possible; the old file is as it was.
    """
    if target.is_dir():
        raise IsADirectoryError
    with uninterrupted():
        _replace(target, data, wait=wait)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and its like wait until what is done here is whole.

    One that comes while a temporary file is made finds nobody who knows of it yet.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _replace(target: Path, data: bytes, *, wait: bool) -> None:
    handle, temporary = _opened(target)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _settle(stream.fileno(), wait=wait)
            if sys.platform != "win32":
                # Still locked, so that nobody takes it for something left behind.
                _move(temporary, target)
        if sys.platform == "win32":
            _move(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _settle(handle: int, *, wait: bool) -> None:
    """Hear of what went wrong with the bytes before they count; wait for the disk if need be."""
    if wait:
        os.fsync(handle)
    else:
        # A share may say only when a file is closed that it is full; the lock needs it open.
        os.close(os.dup(handle))


def _move(temporary: Path, target: Path) -> None:
    temporary.chmod(_permissions(target))
    temporary.replace(target)


def _opened(target: Path) -> tuple[int, Path]:
    """An empty temporary file that belongs to this process alone."""
    if sys.platform != "win32":
        digest = hashlib.blake2b(os.fsencode(target.name), digest_size=6).hexdigest()
        own = target.with_name(f".{target.name[:_KEPT]}-{digest}{SUFFIX}")
        for _time in range(_TRIES):
            if (handle := _taken(own)) is not None:
                return handle, own
            if not own.exists():
                continue
            break
    # Somebody else is writing the same file just now.
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:_KEPT]}.", suffix=SUFFIX, dir=target.parent
    )
    return handle, Path(name)


if sys.platform != "win32":

    def _taken(path: Path) -> int | None:
        """The file, empty and locked; ``None`` where another process has it, or it just went."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever had it may have moved it to its place meanwhile.
            if path.stat().st_ino == os.fstat(handle).st_ino:
                os.ftruncate(handle, 0)
                return handle
        except OSError:
            pass
        os.close(handle)
        return None


def _permissions(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
