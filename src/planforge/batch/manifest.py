"""Which files a run has finished, so that the next one goes on where it was stopped.

One line of JSON for each file, written as soon as the file is finished. A line that was cut off in
the middle is no line.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__, files
from planforge.errors import UserError
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import TextIOWrapper

_SIZE: Final = 16


class Manifest:
    """The finished files of runs with the same options.

    A file is known by what it says, by the options and by planforge's version; change any of
    them, and it is done again. So is one whose output is gone.

    Attributes:
        skipped: How many files were finished before.
    """

    def __init__(self, path: str, options: str) -> None:
        """Read what is there.

        Args:
            path: The manifest; made where it is missing.
            options: Everything that changes the output.

        Raises:
            UserError: It cannot be read or is no manifest.
        """
        self.skipped = 0
        self._path = path
        self._options = options
        self._done: set[bytes] = set()
        self._waiting: dict[str, bytes] = {}
        self._stream: TextIOWrapper | None = None
        if Path(path).exists():
            self._done.update(_finished(path))

    def is_done(self, path: str, outputs: object) -> bool:
        """Whether a file was finished, and its outputs are still there.

        Args:
            path: The file.
            outputs: Paths, or anything else that says nothing about where the output is.
        """
        try:
            key = self._key(path)
        except OSError:
            return False
        there = all(Path(output).exists() for output in _paths(outputs))
        if key in self._done and there:
            self.skipped += 1
            return True
        self._waiting[path] = key
        return False

    def add(self, path: str) -> None:
        """Note that a file is finished, at once and for good.

        Raises:
            UserError: The manifest cannot be written.
        """
        key = self._waiting.pop(path, None)
        if key is None:
            return
        self._done.add(key)
        line = {"file": path, "hash": key.hex(), "planforge": __version__}
        try:
            stream = self._stream or self._opened()
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            stream.flush()
        except OSError as error:
            raise UserError(
                _("{path}: {reason}").format(path=self._path, reason=files.reason(error))
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()

    def _opened(self) -> TextIOWrapper:
        # Open for the whole run, and closed by `close`.
        self._stream = stream = Path(self._path).open("a", encoding="utf-8")  # noqa: SIM115
        with suppress(OSError), Path(self._path).open("rb") as before:
            before.seek(-1, os.SEEK_END)
            if before.read(1) != b"\n":
                stream.write("\n")
        return stream

    def _key(self, path: str) -> bytes:
        with Path(path).open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").digest()
        told = "\0".join((__version__, self._options, os.path.abspath(path)))  # noqa: PTH100  no links
        return hashlib.blake2b(
            content + told.encode(errors="surrogatepass"), digest_size=_SIZE
        ).digest()


def _finished(path: str) -> Iterator[bytes]:
    good = 0
    lines = files.read_file(path).decode(errors="replace").splitlines()
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            said: dict[str, Any] = json.loads(line)
            yield bytes.fromhex(said["hash"])
            good += 1
    if lines and not good:
        raise UserError(_("{path} is no manifest of planforge").format(path=path))


def _paths(outputs: object) -> Iterable[str]:
    if isinstance(outputs, str):
        return (outputs,)
    if isinstance(outputs, tuple):
        return tuple(one for one in outputs if isinstance(one, str))
    return ()
