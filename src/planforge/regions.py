"""The words and conventions of a region, read from ``regions/<code>.yaml``.

A region is data only: one more file is one more region.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from . import resources
from .errors import UserError
from .language import _, listed
from .model.plan import BODY
from .region_words import (
    ChartWords,
    DateForm,
    Labels,
    Merge,
    Patterns,
    RegionWords,
    Summary,
)
from .source.load import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

__all__ = ["DateForm", "Labels", "Merge", "RegionWords", "load_region"]

FOLDER: Final = "regions"
_GROUPS: Final[Mapping[str, Any]] = {
    "labels": Labels,
    "patterns": Patterns,
    "date": DateForm,
    "summary": Summary,
    "merge": Merge,
    "chart": ChartWords,
}
# Fields that have a default stand last.
_OPTIONAL: Final = DateForm.__struct_fields__[-len(DateForm.__struct_defaults__) :]
_SCRIPTS: Final = ("Hans", "Hant")
# The outer and the inner pair.
_QUOTES: Final = 4


def load_region(code: str) -> RegionWords:
    """The words of the region ``code``; a file in the user's template folder wins.

    Raises:
        UserError: There is no such region, or its file lacks a word.
        FileProblems: Its file is no YAML mapping.
    """
    known = resources.names(FOLDER, ".yaml")
    if code not in known:
        raise UserError(
            _("there is no region {code}").format(code=code),
            _("Known are {names}").format(names=listed(known)),
        )
    return _read(resources.path(f"{FOLDER}/{code}.yaml"))


@cache
def _read(path: Path) -> RegionWords:
    said = {**load(str(path), path.read_bytes()).data(), "code": path.stem}
    if wrong := list(_wrong(said)):
        raise UserError(
            _("the region file {path} cannot be used").format(path=path),
            _("Look at {keys}").format(keys=listed(wrong)),
        )
    said["date"]["years_since"] = int(said["date"]["years_since"])
    return RegionWords(**{**said, **{n: group(**said[n]) for n, group in _GROUPS.items()}})


def _wrong(said: Mapping[str, Any]) -> Iterator[str]:
    """Every key that is missing, unknown, or has a value that does not fit."""
    held = {**{name: group.__struct_fields__ for name, group in _GROUPS.items()}, "headings": BODY}
    plain = {name: value for name, value in said.items() if name not in held}
    yield from _unfit(plain, [name for name in RegionWords.__struct_fields__ if name not in held])
    if plain.get("script", "Hans") not in _SCRIPTS:
        yield "script"
    if len(plain.get("quotes") or "") != _QUOTES and "quotes" in plain:
        yield "quotes"
    for name, fields in held.items():
        if not isinstance(words := said.get(name), dict):
            yield name
            continue
        # A region may name sections that plans do not have yet.
        known = {*fields, *words} if name == "headings" else fields
        yield from (f"{name}.{key}" for key in _unfit(words, known, _OPTIONAL))
        if name == "date" and not str(words.get("years_since", 0)).isdecimal():
            yield "date.years_since"


def _unfit(
    words: Mapping[str, Any], fields: Collection[str], optional: Collection[str] = ()
) -> Iterator[str]:
    yield from (name for name in fields if name not in words and name not in optional)
    for name, value in words.items():
        if name not in fields or not isinstance(value, str):
            yield name
