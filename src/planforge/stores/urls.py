"""The names of files, on this machine or behind a URL: their parts, put together and taken apart.

A URL is as fsspec understands it: ``s3://bucket/a.yaml``, or several chained by ``::``, such as
``simplecache::s3://bucket/a.yaml`` and ``zip://a.yaml::s3://bucket/all.zip``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import unquote

from msgspec import Struct

from planforge.patterns import pattern

# Two letters at least: C:\ is a drive of Windows.
_URL: Final = pattern(r"(?:[a-z][a-z0-9_]+::)*[a-z][a-z0-9+._-]+://", re.IGNORECASE)
_CACHES: Final = pattern(r"(?:(?:simple|file|block)cache::)+", re.IGNORECASE)
_DISK: Final = pattern(r"(?:file|local)://", re.IGNORECASE)
_WEB: Final = pattern(r"https?://", re.IGNORECASE)
_AS_IS: Final = "/:?&=%#@+,;~[]!$'()*"


class Parts(Struct, frozen=True):
    """A URL, taken apart: ``zip://``, ``plans/a.yaml``, ``::s3://bucket/all.zip``.

    Attributes:
        head: The protocols before the path, up to ``://``.
        path: The path; for an object store the bucket is its first part.
        tail: What the path lies in, from ``::`` on; empty where nothing is chained.
    """

    head: str
    path: str
    tail: str

    def to(self, path: str) -> str:
        """The URL of another path."""
        return f"{self.head}{path}{self.tail}"


def is_url(path: str) -> bool:
    """Whether a path is a URL; that of a Windows drive is none."""
    return "://" in path and _URL.match(path) is not None


def parts(url: str) -> Parts:
    """A URL, taken apart."""
    found = _URL.match(url)
    assert found is not None
    path, mark, tail = url[found.end() :].partition("::")
    return Parts(found[0], path, mark + tail)


def inner(path: str) -> PurePath:
    """The path itself: without protocol and archive where it is a URL."""
    return PurePath(parts(path).path if is_url(path) else path)


def name(path: str) -> str:
    """The last part of a path, as people read it: no query, no escapes of the web."""
    if not is_url(path):
        return Path(path).name
    last = parts(path).path.rstrip("/").rpartition("/")[2]
    if _WEB.search(path):
        last = unquote(re.split(r"[?#]", last, maxsplit=1)[0])
    return last


def parent(path: str) -> str:
    """The folder that a file lies in."""
    if not is_url(path):
        return str(Path(path).parent)
    known = parts(path)
    above, slash, _name = known.path.rstrip("/").rpartition("/")
    return known.to(above or slash if known.path.startswith("/") else above)


def join(folder: str, *names: str) -> str:
    """The path of what lies below a folder; ``.`` is the folder itself."""
    if not is_url(folder):
        return str(Path(folder, *names))
    known = parts(folder)
    below = [PurePath(one).as_posix() for one in names]
    # An empty path of file:// would lose the root.
    start = known.path if not known.path.strip("/") else known.path.rstrip("/") + "/"
    return known.to(start + "/".join(one for one in below if one != "."))


def with_name(path: str, new: str) -> str:
    """The path of a file beside another."""
    if not is_url(path):
        return str(Path(path).with_name(new))
    return join(parent(path), new)


def without_cache(url: str) -> str:
    """The URL of the original, where a URL names a copy of it on this machine."""
    return _CACHES.sub("", url, count=1) if _CACHES.match(url) else url


def canonical(path: str) -> str:
    """The same for every way to name a file."""
    if is_url(path):
        path = without_cache(path)
        if not (disk := _DISK.match(path)):
            there = parts(path)
            return there.head.lower() + there.path.rstrip("/") + there.tail
        path = path[disk.end() :]
    return os.path.normcase(os.path.realpath(path))


def escaped(url: str) -> str:
    """A URL with every character escaped that needs it (RFC 3986)."""
    from urllib.parse import quote

    return quote(url, safe=_AS_IS)
