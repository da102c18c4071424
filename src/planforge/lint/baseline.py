"""Findings that are known and no longer reported: a file without line numbers."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import asdict, replace
from pydantic import BaseModel, ConfigDict, ValidationError

from planforge import files
from planforge.errors import UserError
from planforge.language import _
from planforge.stores.urls import is_url

from .rules.file import READING

if TYPE_CHECKING:
    from .report import Item, Report

VERSION: Final = 1


class Known(Struct, frozen=True, order=True):
    """What tells findings from one another.

    Attributes:
        path: The file, with slashes, from the folder of the baseline.
        code: The rule.
        words: The name of the words that stand there, see `planforge.lint.fingerprint`.
    """

    path: str
    code: str
    words: str


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    path: str
    code: str
    words: str
    count: int = 1


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: int
    findings: list[_Entry]


class Baseline(Struct):
    """The known findings of one file, used up one by one.

    Attributes:
        path: The baseline file.
        left: What is known and was not found yet, with its number.
        others: What the file has, of which that is kept which was not looked for.
    """

    path: str
    left: Counter[Known] = field(default_factory=Counter)
    others: Counter[Known] = field(default_factory=Counter)
    _judged: dict[str, frozenset[str]] = field(default_factory=dict)
    _found: Counter[Known] = field(default_factory=Counter)

    def unknown(self, report: Report) -> Report:
        """The report without what is known."""
        name = self._name(report.path)
        self._judged[name] = self._judged.get(name, frozenset()) | report.judged
        return replace(report, items=tuple(i for i in report.items if not self._knows(i)))

    def stale(self) -> list[tuple[Known, int]]:
        """What is known and was looked for in vain, or whose file is gone."""
        return sorted(
            (one, number) for one, number in self.left.items() if number and not self._may_be(one)
        )

    def updated(self) -> bytes:
        """The file with exactly what was found; of what was not looked for, what it had."""
        kept = Counter({one: n for one, n in self.others.items() if n and self._may_be(one)})
        entries = [
            {**asdict(one), "count": number} for one, number in sorted((self._found | kept).items())
        ]
        whole = {"version": VERSION, "findings": entries}
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()

    def _may_be(self, known: Known) -> bool:
        """Whether it may be there still: its rule did not judge its file, which is there."""
        judged = known.code in self._judged.get(known.path, ())
        return not judged and self._is_there(known.path)

    def _knows(self, item: Item) -> bool:
        problem = item.problem
        if problem.code in READING:
            return False
        known = Known(self._name(problem.path), problem.code, item.print)
        self._found[known] += 1
        if not self.left[known]:
            return False
        self.left[known] -= 1
        return True

    def _name(self, path: str) -> str:
        if is_url(path):
            return path
        folder = os.path.abspath(Path(self.path).parent)  # noqa: PTH100  keeps links
        absolute = os.path.abspath(path)  # noqa: PTH100  keeps links
        try:
            return Path(os.path.relpath(absolute, folder)).as_posix()
        except ValueError:
            # Another drive of Windows.
            return Path(absolute).as_posix()

    def _is_there(self, name: str) -> bool:
        return files.is_there(name if is_url(name) else str(Path(self.path).parent / name))


def read(path: str) -> Baseline:
    """The baseline that a file holds.

    Raises:
        UserError: It cannot be read, or is none.
    """
    try:
        said = _File.model_validate_json(files.read_file(path))
    except ValidationError as error:
        raise _not_usable(path) from error
    if said.version != VERSION:
        raise _not_usable(path)
    known = Counter({Known(one.path, one.code, one.words): one.count for one in said.findings})
    return Baseline(path, known)


def empty(path: str) -> Baseline:
    """The baseline to write anew; what the file has of other files stays, if it is there.

    Raises:
        UserError: The file that is there is none.
    """
    if not Path(path).exists():
        return Baseline(path)
    there = read(path)
    return Baseline(path, left=Counter(), others=there.left)


def _not_usable(path: str) -> UserError:
    return UserError(
        _("{path} is no baseline of planforge").format(path=path),
        _("write it anew with --update-baseline"),
    )
