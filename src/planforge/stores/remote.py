"""A file or folder behind a URL, through fsspec and the driver of its protocol."""

from __future__ import annotations

import datetime as dt
import glob
import secrets
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _

from . import failures, urls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fsspec.spec import AbstractFileSystem

WHOLE: Final = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss", "oci", "memory"})
"""Stores in which an object is there when all of it has arrived, and replaces the old one then.

S3, Google Cloud Storage, Azure Blob Storage, Alibaba OSS and Oracle say so of a single put and of
the end of an upload in parts.
"""
_TEMPORARY: Final = ".planforge-tmp"
_CHANGED: Final = ("mtime", "LastModified", "updated", "last_modified", "modified", "created")


class Entry(Struct, frozen=True):
    """Something in a folder.

    Attributes:
        url: Where it is, in the words of the user.
        error: Why nothing can be read there; ``None`` for a file.
    """

    url: str
    error: UserError | None = None


class Match(Struct, frozen=True):
    """What a pattern matched.

    Attributes:
        there: What is there.
        is_folder: Whether it is a folder.
    """

    there: Remote
    is_folder: bool


class Remote(Struct, frozen=True, dict=True):
    """What is at a URL, or may be written there.

    Every method raises a UserError of one sentence when the store cannot be reached, has no driver
    here, or refuses.

    Attributes:
        url: As the user named it.
    """

    url: str

    def read(self, limit: int | None = None) -> bytes:
        """The bytes of the file; at most one more than ``limit``."""
        with self._told():
            file_system, path = self._opened
            end = None if limit is None else limit + 1
            try:
                data: bytes = file_system.cat_file(path, start=None, end=end)
            except OSError as error:
                # Nothing has no beginning: HTTP 416, by RFC 9110, 15.5.17.
                if isinstance(error, FileNotFoundError) or file_system.info(path)["size"]:
                    raise
                return b""
        return data

    def content(self) -> bytes | None:
        """The bytes of the file; ``None`` where there is none."""
        with self._told():
            file_system, path = self._opened
            with suppress(FileNotFoundError):
                data: bytes = file_system.cat_file(path)
                return data
        return None

    def write(self, data: bytes) -> None:
        """Write the file so that it holds what it held, or all of ``data``."""
        target = Remote(urls.without_cache(self.url))
        with target._told(writing=True):
            file_system, path = target._opened
            if _protocols(file_system) & WHOLE:
                file_system.pipe_file(path, data)
            elif "file" in _protocols(file_system):
                from planforge import files  # is imported before this module

                files.write_atomically(path, data)
            elif _moves(file_system):
                target._move_into_place(data)
            else:
                raise UserError(
                    _("{path}: planforge can only read there").format(path=self.url),
                    _("give a place with -o that files can be written to"),
                )

    def _move_into_place(self, data: bytes) -> None:
        file_system, path = self._opened
        folder, slash, name = path.rpartition("/")
        temporary = f"{folder}{slash}.{name[:20]}.{secrets.token_hex(6)}{_TEMPORARY}"
        try:
            file_system.pipe_file(temporary, data)
            file_system.mv(temporary, path)
        except BaseException:
            with suppress(Exception):
                file_system.rm_file(temporary)
            raise

    def make_folder(self) -> None:
        """Make the folder; an object store has none that would have to be made."""
        target = Remote(urls.without_cache(self.url))
        with target._told(writing=True):
            file_system, path = target._opened
            if not _protocols(file_system) & WHOLE:
                file_system.makedirs(path, exist_ok=True)

    def kind(self) -> str:
        """``file``, ``directory``, or nothing where there is nothing."""
        with self._told():
            file_system, path = self._opened
            with suppress(FileNotFoundError):
                return "directory" if file_system.info(path)["type"] == "directory" else "file"
        return ""

    def changed(self) -> dt.datetime:
        """When the file was last changed, in UTC; now where the store does not say."""
        with self._told():
            file_system, path = self._opened
            said = file_system.info(path)
        when = next((said[name] for name in _CHANGED if said.get(name)), None)
        if isinstance(when, dt.datetime):
            return when.astimezone(dt.UTC)
        if isinstance(when, int | float):
            return dt.datetime.fromtimestamp(when, dt.UTC)
        return dt.datetime.now(dt.UTC)

    def below(self, suffixes: tuple[str, ...]) -> Iterator[Entry]:
        """Every file of the folder and below that ends so, listed folder by folder.

        In the order of names; what is hidden is left out. A folder that cannot be listed stands
        in the result with its error.
        """
        try:
            with self._told():
                names = self._names()
        except UserError as error:
            yield Entry(self.url, error)
            return
        for name, is_folder in names:
            if not is_folder and name.lower().endswith(suffixes):
                yield Entry(urls.join(self.url, name))
        for name, is_folder in names:
            if is_folder:
                yield from Remote(urls.join(self.url, name)).below(suffixes)

    def _names(self) -> list[tuple[str, bool]]:
        """What is in the folder, by name, and whether it is a folder itself."""
        file_system, path = self._opened
        known = path.rstrip("/")
        return sorted(
            (name, entry["type"] == "directory")
            for entry in file_system.ls(path, detail=True)
            # Some stores keep an object that stands for the folder.
            if (whole := entry["name"].rstrip("/")) != known
            and not (name := whole.rpartition("/")[2]).startswith(".")
            and not (entry.get("islink") and entry["type"] == "directory")
        )

    def matches(self) -> list[Match]:
        """What the URL matches as a pattern, in the order of names."""
        with self._told():
            file_system, path = self._opened
            found = file_system.glob(path, detail=True)
        pattern, fixed = urls.parts(self.url).path, urls.parts(self.fixed).path
        start = len(path[: len(path) - len(pattern) + len(fixed)].rstrip("/"))
        below = {name.rstrip("/")[start:].lstrip("/"): one for name, one in found.items()}
        return [
            Match(Remote(urls.join(self.fixed, name)), below[name]["type"] == "directory")
            for name in sorted(below)
            if name and not any(part.startswith(".") for part in name.split("/"))
        ]

    @property
    def fixed(self) -> str:
        """The folder above the first part of the URL that can match several names."""
        known = urls.parts(self.url)
        folders = known.path.split("/")[:-1]
        magic = (i for i, part in enumerate(folders) if glob.has_magic(part))
        return known.to("/".join(folders[: next(magic, len(folders))]))

    @cached_property
    def _opened(self) -> tuple[AbstractFileSystem, str]:
        """The store, and the path in it.

        Raises:
            UserError: fsspec or the driver is not installed, or there is no such protocol.
        """
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise failures.no_fsspec(self.url) from error
        opened: tuple[AbstractFileSystem, str] = url_to_fs(self.url)
        # A worker lives long; what it would remember of a folder may be wrong by then.
        opened[0].invalidate_cache()
        return opened

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        """Turn whatever a driver raises into one sentence."""
        try:
            yield
        except UserError:
            raise
        except Exception as error:
            raise failures.told(self.url, error, writing=writing) from error


def _protocols(file_system: AbstractFileSystem) -> set[str]:
    said: Any = file_system.protocol
    return {said} if isinstance(said, str) else set(said)


def _moves(file_system: AbstractFileSystem) -> bool:
    """Whether the store can move a file; what fsspec does otherwise is to copy it."""
    from fsspec.spec import AbstractFileSystem

    return getattr(type(file_system), "mv", None) is not AbstractFileSystem.mv
