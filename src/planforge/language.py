"""The language of messages: gettext catalogues, chosen once per process.

English sentences in the source are the message ids. ``locale/zh_Hans`` is translated by hand,
``locale/zh_Hant`` is made from it by planforge's own converter. The words of the command-line
library (usage, options, missing argument) are translated in `planforge.cli`, because the library
asks no catalogue for most of them.
"""

from __future__ import annotations

import os
import struct
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

DOMAIN: Final = "planforge"
DIRECTORY: Final = Path(__file__).parent / "locale"
_MAGIC: Final = b"\xde\x12\x04\x95"
LANGUAGES: Final = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant", "en": ""}


class _Catalogue:
    """A compiled catalogue, in which a message is looked up where it stands.

    A run says a few sentences; to read all thousand of them takes longer than many a command.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = "<" if data.startswith(_MAGIC) else ">"
        self._number, self._ids, self._texts = self._numbers("3I", 8)

    def find(self, message: str) -> str:
        """What stands for the message; the message itself where nothing does."""
        wanted = message.encode()
        place = bisect_left(range(self._number), wanted, key=lambda n: self._at(self._ids, n))
        if place < self._number and self._at(self._ids, place) == wanted:
            return self._at(self._texts, place).decode()
        return message

    def _at(self, table: int, number: int) -> bytes:
        length, offset = self._numbers("2I", table + 8 * number)
        return self._data[offset : offset + length]

    def _numbers(self, form: str, offset: int) -> tuple[int, ...]:
        return struct.unpack_from(self._order + form, self._data, offset)


_catalogue: _Catalogue | None = None
_chosen = "en"


@cache
def _(message: str) -> str:
    """The message in the chosen language; the English text itself where there is none."""
    return _catalogue.find(message) if _catalogue else message


def mark(message: str) -> str:
    """``message`` itself: an id that is translated later, where it is shown."""
    return message


def listed(names: Iterable[str]) -> str:
    """``names`` behind each other, as the chosen language separates them."""
    return _(", ").join(names)


def choose(language: str) -> None:
    """Make ``language`` (a key of `LANGUAGES`) the language of every later message."""
    global _catalogue, _chosen  # noqa: PLW0603  one process speaks one language
    name = LANGUAGES[language]
    _chosen = language
    file = DIRECTORY / name / "LC_MESSAGES" / f"{DOMAIN}.mo"
    _catalogue = _Catalogue(file.read_bytes()) if name else None
    _.cache_clear()


def chosen() -> str:
    """The language that messages are in, a key of `LANGUAGES`."""
    return _chosen


def preferred(environment: dict[str, str] | None = None) -> str:
    """The language a user expects: ``PLANFORGE_LANG``, else the locale, else simplified Chinese.

    ``C`` and ``POSIX`` locales say nothing about the user, so they mean Chinese too.
    """
    variables = os.environ if environment is None else environment
    if (asked := variables.get("PLANFORGE_LANG", "")) in LANGUAGES:
        return asked
    locale = next(
        (v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := variables.get(k))), ""
    ).replace("-", "_")
    if locale.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh-Hant"
    if locale.startswith("zh") or locale.partition(".")[0] in {"", "C", "POSIX"}:
        return "zh-Hans"
    return "en"
