"""A plan file as data, and the place of every part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

from planforge.errors import FileProblems, Problem, Severity
from planforge.files import read_file
from planforge.language import _

from . import nodes, syntax
from .encoding import decode, notices
from .engine import fast
from .limits import Limits
from .place import Place, key_span, place, reach
from .text import UNKNOWN_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .engine import Engine
    from .finding import Finding
    from .nodes import Mapping, Node
    from .place import Loc
    from .text import SourceText

_DEFAULT: Final = Limits()


class Source(Struct, frozen=True):
    """One plan file, read.

    Attributes:
        text: Its characters.
        root: Its nodes.
        notices: What the user should know although the file could be read.
        problems: What is wrong with it although the rest could be read; only when `load` was
            asked to go on.
    """

    text: SourceText
    root: Mapping
    notices: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def data(self) -> dict[str, Any]:
        """The file as dict, list, str and None; numbers, dates and ``yes`` stay strings."""
        result: dict[str, Any] = nodes.data(self.root)
        return result

    def find(self, loc: Loc) -> Node:
        """The deepest node on the way that ``loc`` names; parts that do not fit are skipped."""
        return reach(self.root, loc)[-1].node

    def place(self, loc: Loc) -> Place:
        """Where to point for the error location ``loc``."""
        return place(self.root, loc)

    def key_span(self, loc: Loc) -> Place:
        """Where the key that ``loc`` ends in is written."""
        return key_span(self.root, loc)

    def problem(self, code: str, message: str, loc: Loc, *, hint: str = "") -> Problem:
        """A problem with what stands at ``loc``: with its key where that is the unknown one.

        Args:
            code: ``PF`` and three digits.
            message: One sentence in the user's language.
            loc: The keys and numbers that lead there.
            hint: What to do about it.
        """
        at = self.key_span(loc) if code == UNKNOWN_KEY else self.place(loc)
        return self.text.problem(code, message, at.start, at.end, hint=hint)


def load(
    path: str,
    data: bytes | None = None,
    limits: Limits = _DEFAULT,
    engine: Engine = fast,
    *,
    go_on: bool = False,
) -> Source:
    """Read a plan file.

    Args:
        path: The file as the user named it; ``-`` for standard input.
        data: Its bytes; read from ``path`` when None.
        limits: How large it may be.
        engine: The YAML parser.
        go_on: Hand out a file with problems that leave the rest readable, such as a repeated
            key, so that whoever reads on can report everything in one pass.

    Raises:
        UserError: The file cannot be opened.
        FileProblems: It cannot be used; every problem found, in the order of the file.
    """
    raw = read_file(path, limits.size) if data is None else data
    if len(raw) > limits.size:
        message = _("the file is larger than {limit} MB").format(limit=f"{limits.size / 1e6:g}")
        raise FileProblems([Problem("PF009", message, path)])
    return parsed(decode(path, raw), limits, engine, go_on=go_on)


def parsed(
    source: SourceText, limits: Limits = _DEFAULT, engine: Engine = fast, *, go_on: bool = False
) -> Source:
    """The plan in a text that is decoded already; the arguments are those of `load`.

    Raises:
        FileProblems: It cannot be used; every problem found, in the order of the file.
    """
    read = syntax.read(source.text, limits, engine)
    problems = _problems(source, read.findings, Severity.ERROR)
    if type(read.root) is not nodes.Mapping or (problems and not go_on):
        raise FileProblems(problems)
    warnings = notices(source) + _problems(source, read.doubts, Severity.WARNING)
    return Source(source, read.root, warnings, problems)


def _problems(source: SourceText, findings: Iterable[Finding], severity: Severity) -> list[Problem]:
    return [
        source.problem(one.code, one.message, one.start, one.end, hint=one.hint, severity=severity)
        for one in sorted(set(findings), key=lambda one: one.start)
    ]
