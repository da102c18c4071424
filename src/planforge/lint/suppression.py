"""Findings that a comment in the file turns off, and comments that turn nothing off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _, listed
from planforge.model.nearest import nearest_or_all
from planforge.source.edit import Edit

from .choice import meant
from .directives import FILE, LINE, NEXT_LINE, VERBS
from .finding import Finding, Fix
from .rule import RULES
from .rules.file import READING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from planforge.errors import Problem

    from .directives import Directive, Directives, Span
    from .finding import Found
    from .report import Item

F = TypeVar("F", "Found", "Item")

UNUSED: Final = "PF006"
_COMMENT_SIGNS: Final = ("#", "<!--")
_BETWEEN: Final = ", "


class _Scope(Struct):
    """What one comment is about.

    Attributes:
        comment: The comment.
        codes: Code or name as written → the rules that it means; none when nobody knows it.
        lines: The lines that it covers; ``None`` for the whole file.
        used: What was written of which a finding was turned off.
    """

    comment: Directive
    codes: dict[str, frozenset[str]]
    lines: frozenset[int] | None
    used: set[str]

    def turns_off(self, problem: Problem) -> bool:
        """Whether the problem is turned off; remembers by which code."""
        if self.lines is not None and problem.line not in self.lines:
            return False
        codes = {written for written, codes in self.codes.items() if problem.code in codes}
        self.used |= codes
        return bool(codes)


class Suppression:
    """The comments of one file, and which of them were of use."""

    def __init__(self, directives: Directives) -> None:
        self._directives = directives
        self._scopes = [
            _Scope(d, _known(d), _lines(directives, d), set()) for d in directives.found
        ]

    def left(self, found: Iterable[F]) -> list[F]:
        """The findings that no comment turns off."""
        return [one for one in found if not self.is_off(one.problem)]

    def unneeded(
        self, looked_for: Collection[str], seen: frozenset[int] | None = None
    ) -> Iterator[Finding]:
        """What is wrong with the comments; asked when every finding has been through `left`.

        Args:
            looked_for: The rules that were asked; a comment about others may be of use.
            seen: The lines that they saw; ``None`` for all. A comment about others may be of use.
        """
        for scope in self._scopes:
            is_seen = seen is None or (scope.lines is not None and scope.lines <= seen)
            yield from _doubts(scope, self._directives, looked_for if is_seen else ())

    def is_off(self, problem: Problem) -> bool:
        """Whether a comment turns the problem off."""
        # Every comment that covers it is of use, not the first alone.
        if problem.code in READING:
            return False
        off = [scope.turns_off(problem) for scope in self._scopes]
        return any(off)


def _known(comment: Directive) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for written, _span in comment.codes:
        try:
            found[written] = meant(written) if comment.verb in VERBS else frozenset()
        except UserError:
            found[written] = frozenset()
    return found


def _lines(directives: Directives, comment: Directive) -> frozenset[int] | None:
    """The lines covered; a text in several lines is covered whole or not at all."""
    if comment.verb == FILE and comment.span[0] < directives.content:
        return None
    line = comment.line
    if comment.verb == NEXT_LINE:
        line = _next_line(directives, line)
    elif comment.verb != LINE:
        return frozenset()
    blocks = (range(a, z + 1) for a, z in directives.blocks if a <= line <= z)
    return frozenset((line,)).union(*blocks)


def _next_line(directives: Directives, line: int) -> int:
    """The next line that is neither blank nor a comment."""
    for number in range(line + 1, len(directives.text.starts) + 1):
        text = directives.text.line(number).strip()
        if text and not text.startswith(_COMMENT_SIGNS):
            return number
    return 0


def _doubts(
    scope: _Scope, directives: Directives, looked_for: Collection[str]
) -> Iterator[Finding]:
    comment = scope.comment
    if comment.verb not in VERBS:
        yield Finding(
            _("a comment cannot say {word}").format(word=comment.verb),
            *comment.span,
            nearest_or_all(comment.verb, VERBS),
        )
        return
    if not comment.codes:
        yield Finding(
            _("the comment names no rule"),
            *comment.span,
            _("write which rule is turned off, such as disable=PF401"),
        )
        return
    if comment.verb == FILE and scope.lines is not None:
        yield Finding(
            _("disable-file only counts in the first comment of a file"),
            *comment.span,
            _("move the comment to the top of the file"),
        )
        return
    yield from _needless(scope, directives, looked_for)


def _needless(
    scope: _Scope, directives: Directives, looked_for: Collection[str]
) -> Iterator[Finding]:
    comment = scope.comment
    unknown = [written for written, codes in scope.codes.items() if not codes]
    fixed = [w for w, codes in scope.codes.items() if codes and codes <= READING]
    unused = [
        written
        for written, codes in scope.codes.items()
        if _is_known_of(codes, looked_for) and written not in {*scope.used, *fixed}
    ]
    hint = ""
    if comment.alone and comment.verb == LINE:
        hint = _("in a line of its own, write disable-next-line")
    for message, written, safe in (
        (_("there is no rule {names}"), unknown, False),
        (_("{names} cannot be turned off: it says that the file cannot be read"), fixed, True),
        (_("{names} finds nothing here; the comment is not needed"), unused, not hint),
    ):
        if written:
            fix = Fix(edits=(_without(directives, comment, {*written}),), safe=safe)
            span = _place(comment, written)
            yield Finding(message.format(names=listed(written)), *span, hint, fix)


def _is_known_of(codes: frozenset[str], looked_for: Collection[str]) -> bool:
    """Whether every rule that a comment means was asked; those for the few who ask are none."""
    silent = {code for code in codes if RULES[code].severity is None}.difference(looked_for)
    about = codes - READING - {UNUSED} - silent
    return bool(about) and about <= set(looked_for)


def _place(comment: Directive, written: Collection[str]) -> Span:
    spans = [span for word, span in comment.codes if word in written]
    return spans[0][0], spans[-1][1]


def _without(directives: Directives, comment: Directive, unneeded: Collection[str]) -> Edit:
    """The edit that takes codes out of a comment, or the whole comment with its line."""
    if left := [word for word, _span in comment.codes if word not in unneeded]:
        return Edit(*comment.listed, _BETWEEN.join(left))
    text = directives.text.text
    start, end = comment.span
    if not comment.alone:
        return Edit(len(text[:start].rstrip(" \t")), end, "")
    start = directives.text.starts[comment.line - 1]
    behind = directives.text.starts[comment.line :]
    return Edit(start, behind[0] if behind else len(text), "")
