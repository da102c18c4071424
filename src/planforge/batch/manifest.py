"""Which files a run has finished, so that the next one goes on where it was stopped.

One line of JSON for each file, written as soon as the file is finished; its outputs are on the disk
then (`planforge.files.DURABLE`), so that a power failure makes no line untrue. A line that was cut
off in the middle is no line. What came of a file can stand in its line; it is read again when it is
asked for, so that only a hash and a place are kept of millions of files.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__, files
from planforge.digests import SIZE, Digests
from planforge.errors import UserError
from planforge.language import _
from planforge.stores.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import TextIOWrapper

_PLACE_SIZE: Final = 6
"""Bytes of a place in the manifest."""


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
            UserError: It cannot be read or is no manifest, or lies behind a URL.
        """
        if is_url(path):
            raise UserError(
                _("{path}: the manifest has to lie on this machine").format(path=path),
                _("it grows by a line with every file, which most stores cannot do"),
            )
        self.skipped = 0
        self._path = path
        self._options = options
        self._done = Digests(_PLACE_SIZE)
        self._waiting: dict[str, bytes] = {}
        self._stream: TextIOWrapper | None = None
        if Path(path).exists():
            for key, place in _finished(path):
                self._done.add(key, place)

    def is_done(self, path: str, outputs: Iterable[str], options: str = "") -> bool:
        """Whether a file was finished, and its outputs are still there.

        Args:
            path: The file.
            outputs: Paths.
            options: What is different for this file and changes the output.
        """
        return self._known(path, outputs, options) is not None

    def _known(self, path: str, outputs: Iterable[str], options: str) -> bytes | None:
        """The key of a file that was finished; any other is waited for from now on."""
        try:
            key = self._key(path, options)
            there = all(files.is_file(output) for output in outputs)
        except (OSError, UserError):
            return None
        if key in self._done and there:
            self.skipped += 1
            return key
        self._waiting[path] = key
        return None

    def result(self, path: str, options: str = "") -> Any:
        """What came of a file that was finished; ``None`` for any other, which is done now.

        Args:
            path: The file.
            options: What is different for this file and changes the result.
        """
        if (key := self._known(path, (), options)) is None:
            return None
        with suppress(OSError, ValueError), Path(self._path).open("rb") as stream:
            stream.seek(self._done.number(key) or 0)
            said: dict[str, Any] = json.loads(stream.readline())
            if said.get("hash") == key.hex():
                return said.get("result")
        self.skipped -= 1
        self._waiting[path] = key
        return None

    def add(self, path: str, result: Any = None) -> None:
        """Note that a file is finished, at once and for good.

        Args:
            path: The file.
            result: What came of it, as JSON; ``None`` where its outputs say it all.

        Raises:
            UserError: The manifest cannot be written.
        """
        key = self._waiting.pop(path, None)
        if key is None:
            return
        self._done.add(key)
        line = {"file": path, "hash": key.hex(), "planforge": __version__}
        if result is not None:
            line["result"] = result
        try:
            stream = self._stream or self._opened()
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            stream.flush()
        except OSError as error:
            raise UserError(files.told(self._path, error)) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()

    def _opened(self) -> TextIOWrapper:
        # Open for the whole run, and closed by `close`. A name may hold bytes that are no
        # characters; the escape is one of JSON, too.
        self._stream = stream = Path(self._path).open(  # noqa: SIM115
            "a", encoding="utf-8", errors="backslashreplace"
        )
        with suppress(OSError), Path(self._path).open("rb") as before:
            before.seek(-1, os.SEEK_END)
            if before.read(1) != b"\n":
                stream.write("\n")
        return stream

    def _key(self, path: str, options: str) -> bytes:
        name = path
        if is_url(path):
            content = hashlib.sha256(files.read_file(path)).digest()
        else:
            with Path(path).open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").digest()
            name = os.path.abspath(path)  # noqa: PTH100  no links
        told = "\0".join((__version__, self._options, *filter(None, (options,)), name))
        return hashlib.blake2b(
            content + told.encode(errors="surrogatepass"), digest_size=SIZE
        ).digest()


def _finished(path: str) -> Iterator[tuple[bytes, int]]:
    """The hash of each finished file, and where its line begins."""
    good = place = 0
    try:
        with Path(path).open("rb") as stream:
            for line in stream:
                with suppress(ValueError, KeyError, TypeError):
                    said: dict[str, Any] = json.loads(line)
                    key = bytes.fromhex(said["hash"])
                    if len(key) == SIZE:
                        yield key, place
                        good += 1
                place += len(line)
    except OSError as error:
        raise UserError(files.told(path, error)) from error
    if place and not good:
        raise UserError(_("{path} is no manifest of planforge").format(path=path))
