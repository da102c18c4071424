"""Where the output of each input goes, and that nothing of value is lost there."""

from __future__ import annotations

import os
import re
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from . import channel, files, record
from .digests import Digests
from .errors import UserError
from .inputs import STDIN, SUFFIXES, identity
from .language import _, listed
from .patterns import pattern
from .stores import urls

if TYPE_CHECKING:
    from collections.abc import Callable

    from .inputs import Input

STDOUT: Final = "-"
LONGEST_NAME: Final = 80
OWNERS: Final = 5000
"""Of so many outputs it is remembered which input they belong to; of the others, that they are."""

# A folder may well be called v1.2, but not x.pdf.
_LIKE_A_FILE: Final = pattern(r"[^./\\]\.[A-Za-z]{2,5}$")
_FORBIDDEN: Final = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED: Final = pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Destination(Struct, dict=True):
    """Where the outputs of one call go; no two of them to the same place.

    Attributes:
        output: What the user gave: a file, a folder, ``-``, or nothing for "beside the input".
        suffixes: How outputs may end, such as ``.docx``. An ``output`` without a suffix is a
            folder.
        replaced: What is cut off the name of an input first.
    """

    output: str
    suffixes: tuple[str, ...]
    replaced: tuple[str, ...] = SUFFIXES
    _owners: dict[bytes, str] = field(default_factory=dict)
    _taken: Digests = field(default_factory=Digests)

    def __post_init__(self) -> None:
        """Refuse an ``output`` that is meant as a file, but of another kind.

        Raises:
            UserError: It is.
        """
        if self.is_folder and self._is_like_a_file:
            raise UserError(
                _("{output} is named like another kind of file").format(output=self.output),
                _("let the name end in {suffixes}, or give a folder").format(
                    suffixes=listed(self.suffixes)
                ),
            )

    def place(self, found: Input, suffix: str, rename: Callable[[str], str] = str) -> str:
        """The path of the output, or ``-`` for standard output.

        Args:
            found: The input.
            suffix: How the output ends.
            rename: Changes the names of the file and of the folders below the one named.

        Raises:
            UserError: The output of another input, or an input itself, is there, or its name is
                one that Windows cannot store.
        """
        path = self._path(found, suffix, rename)
        if path != STDOUT and not self.is_file and (name := _unstorable(path)):
            raise UserError(
                _("{path}: Windows cannot store a file called {name}").format(
                    path=found.path, name=name
                ),
                _("give another name with -o, or rename the file"),
            )
        if path != STDOUT and found.path != STDIN and _same(path, found.path):
            raise UserError(
                _("{path}: the output would replace the input").format(path=found.path),
                _("give another name with -o"),
            )
        # What differs in case only is one file on Windows, macOS and many shares.
        other = self._owner(identity(path, folded=True), found.path)
        if other != found.path:
            raise UserError(
                _("{path}: the output of {other} has the same name, {output}").format(
                    path=found.path, other=other, output=path
                ),
                _("rename one of the two files, or do them in two calls with folders of their own")
                if self.makes_folders
                else _("give a folder with -o, or render the files one by one"),
            )
        return path

    def _owner(self, key: bytes, path: str) -> str:
        """The input whose output is known by ``key``: that at ``path`` if there was none before."""
        if key in self._owners or len(self._owners) < OWNERS:
            return self._owners.setdefault(key, path)
        return path if self._taken.add(key) else _("another file")

    def _path(self, found: Input, suffix: str, rename: Callable[[str], str]) -> str:
        if self.output == STDOUT or (found.path == STDIN and not self.output):
            return STDOUT
        name = rename(self._stem(found.path)) + suffix
        if not self.output:
            return urls.with_name(found.path, name)
        if not self.is_folder:
            return self.output
        return urls.join(self.output, rename(str(found.folder_below_base)), name)

    @cached_property
    def is_folder(self) -> bool:
        """Whether ``output`` means a folder: it is one, or is not named like an output."""
        # Asked once for all files of a run.
        return files.is_folder(self.output) or not self.output.lower().endswith(self.suffixes)

    @property
    def makes_folders(self) -> bool:
        """Whether the folders of outputs are made where they are missing."""
        return self.output not in {"", STDOUT} and self.is_folder

    @property
    def is_file(self) -> bool:
        """Whether ``output`` means one file on disk."""
        return self.output not in {"", STDOUT} and not self.is_folder

    @property
    def _is_like_a_file(self) -> bool:
        return bool(_LIKE_A_FILE.search(self.output)) and not files.is_folder(self.output)

    def _stem(self, path: str) -> str:
        if path == STDIN:
            return "plan"
        name = urls.name(path)
        ends = (s for s in self.replaced if name.lower().endswith(s) and len(name) > len(s))
        return name[: len(name) - len(next(ends, ""))]


def deliver(
    path: str,
    data: bytes,
    *,
    force: bool = False,
    ours: Callable[[bytes], bool] | None = None,
    make_folder: bool = False,
) -> bool:
    """Write an output, and say whether anything had to be written.

    Args:
        path: A file, or ``-`` for standard output.
        data: The whole output.
        force: Replace whatever is there.
        ours: Whether the bytes that are there may be replaced without ``force``; without it,
            nothing may.
        make_folder: Make the folder where it is missing.

    Raises:
        UserError: Something of value is there, or nothing can be written there.
    """
    if path == STDOUT:
        channel.current().write_bytes(data)
        record.written(path, len(data), anew=True)
        return True
    if (there := files.content(path)) is not None:
        if there == data:
            record.written(path, len(data), anew=False)
            return False
        if not force and not (ours and ours(there)):
            raise UserError(
                _("{path} was edited by hand or was not made by planforge").format(path=path)
                if ours
                else _("{path} is there already").format(path=path),
                _("save it under another name, or replace it with --force"),
            )
    if make_folder:
        make_folder_for(path)
    files.write_atomically(path, data)
    record.written(path, len(data), anew=True)
    return True


def replace(path: str, data: bytes, *, backup: bool) -> bool:
    """Put ``data`` in the place of a file, and say that it was written.

    Args:
        path: The file.
        data: The whole new content.
        backup: Keep the old content beside it as ``.bak``, with a number where that is taken.

    Raises:
        UserError: Nothing can be written there.
    """
    if backup:
        before = files.read_file(path)
        files.write_atomically(_free(f"{path}.bak"), before, irreplaceable=True)
    files.write_atomically(path, data)
    record.written(path, len(data), anew=True)
    return True


def _free(path: str) -> str:
    """``path``, or the first of ``path.2``, ``path.3`` … that is not taken."""
    names = chain((path,), (f"{path}.{number}" for number in count(2)))
    return next(name for name in names if not files.is_there(name))


def must_be_new(path: str) -> None:
    """Nothing, when there is no file called ``path``.

    Raises:
        UserError: There is one.
    """
    if path != STDOUT and files.is_there(path):
        raise UserError(
            _("{path} is there already").format(path=path),
            _("save it under another name, or replace it with --force"),
        )


def make_folder_for(path: str) -> None:
    """Make the folder that ``path`` will lie in.

    Raises:
        UserError: It cannot be made.
    """
    files.make_folder(urls.parent(path))


def safe_name(text: str) -> str:
    """``text`` as the name of a file on every system, without suffix.

    Windows forbids some characters, names such as ``CON``, and blanks and dots at the end; Linux
    allows 255 bytes, which are 80 Chinese characters and a suffix.
    """
    name = _FORBIDDEN.sub("", text)[:LONGEST_NAME].strip(" .\u3000")
    return f"_{name}" if not name or _RESERVED.fullmatch(name.partition(".")[0]) else name


def _unstorable(path: str) -> str:
    """The name of the file, where Windows and most shares take it for something else.

    A name that the user gave to one file is left to them and their system.
    """
    name = urls.name(path)
    return name if _RESERVED.fullmatch(name.partition(".")[0].rstrip()) else ""


def _same(path: str, other: str) -> bool:
    if urls.is_url(path) or urls.is_url(other):
        return identity(path) == identity(other)
    # The system knows, without looking at every folder above: names differ in case, or by a link.
    return os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other)  # noqa: PTH110, PTH121  words of the user
