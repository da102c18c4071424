"""Documents that are no plan files: understood first, findings told at their places in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from planforge import readers, resources
from planforge.errors import FileProblems
from planforge.language import _
from planforge.patterns import pattern
from planforge.readers import kinds
from planforge.readers.decoding import decoded
from planforge.readers.kinds import Kind
from planforge.source.load import load
from planforge.source.text import SourceText

from .directives import in_markdown
from .engine import look
from .report import Item, places
from .rule import ACROSS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.errors import Problem
    from planforge.readers import Line
    from planforge.recognise import Origin
    from planforge.source.load import Source

    from .directives import Directives
    from .engine import Look
    from .request import Request

FILE: Final = "foreign.yaml"
_WITH_LINES: Final = (Kind.TEXT, Kind.MARKDOWN)
_HEADING: Final = pattern(
    r"(?:第?[一二三四五六七八九十]+[章部]?[分]?|[（(][一二三四五六七八九十]+[)）])[、.．\s]?"
)
_LONGEST_HEADING: Final = 24
# What planforge writes itself stands so close before the words it is about: key, colon, blank.
_NEAR: Final = 40


class _Differences(BaseModel):
    """What is different for documents that are no plan files.

    Attributes:
        left_out: Rule → why it says nothing about them.
        without_hint: Beginnings of codes of rules whose hints speak of keys.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    left_out: dict[str, str]
    without_hint: tuple[str, ...]


def look_at(path: str, data: bytes, request: Request) -> tuple[list[Item], Look | None]:
    """What is wrong with a document, in its order, and how the rules saw it as a plan file.

    Args:
        path: The file as the user named it.
        data: Its bytes.
        request: What is looked for.

    Raises:
        UserError: It is of a kind that cannot be read.
    """
    from planforge.recognise import plan_from_lines  # slow, needed for foreign files only

    try:
        lines = readers.read(path, data)
        # Lines of one paragraph share its number; each needs one of its own here.
        numbered = [replace(line, number=number) for number, line in enumerate(lines, 1)]
        imported = plan_from_lines(path, numbered)
    except FileProblems as error:
        return [Item(one, *(places(one, None) or ())) for one in error.problems], None
    seen = look(
        path,
        imported.yaml.encode(),
        preset=request.preset,
        also=request.also,
        choice=request.choice,
        comments=_no_comments,
    )
    kind = kinds.of(path, data)
    raw = SourceText(path, decoded(path, data)) if kind is Kind.MARKDOWN else None
    document = _Document(path, lines, imported.origins, kind in _WITH_LINES, raw)
    left_out = differences().left_out
    problems = (one.problem for one in seen.found if one.problem.code not in left_out)
    placed = [document.placed(_without_hint(one), seen) for one in problems]
    items = [item for _number, _column, _code, item in sorted(filter(None, placed))]
    directives = in_markdown(raw) if raw else None
    return _unsuppressed(items, directives, seen) if directives else items, seen


@cache
def differences() -> _Differences:
    """What is different for documents that are no plan files."""
    source = load(str(resources.path(FILE)), resources.read(FILE))
    return _Differences.model_validate(source.data())


def _without_hint(problem: Problem) -> Problem:
    vague = problem.code.startswith(differences().without_hint)
    return replace(problem, hint="") if vague else problem


def _no_comments(_source: Source) -> None:
    """The file that was made has no comments of the user."""


def _unsuppressed(items: list[Item], directives: Directives, seen: Look) -> list[Item]:
    from .suppression import UNUSED, Suppression  # few files have such comments

    suppression = Suppression(directives)
    left = suppression.left(items)
    severities = seen.profile.severities if seen.profile else {}
    if severity := severities.get(UNUSED):
        for one in suppression.unneeded(severities.keys() - ACROSS):
            problem = directives.text.problem(
                UNUSED, one.message, one.start, one.end, hint=one.hint, severity=severity
            )
            left.append(Item(problem, *(places(problem, directives.text) or ())))
    return sorted(left, key=lambda item: (item.problem.line, item.problem.column))


class _Document:
    """A document and the plan file that was made of it.

    Args:
        path: The file as the user named it.
        lines: What was read.
        origins: Which characters of the plan file stand for which of a line.
        has_lines: Whether users count lines in it, not paragraphs.
        raw: The file itself, where its lines hold more than was read.
    """

    def __init__(
        self,
        path: str,
        lines: Sequence[Line],
        origins: Sequence[Origin],
        has_lines: bool,  # noqa: FBT001  a fact about the file
        raw: SourceText | None,
    ) -> None:
        self._path = path
        self._lines = lines
        self._origins = origins
        self._starts = [origin.start for origin in origins]
        self._has_lines = has_lines
        self._raw = raw

    def placed(self, problem: Problem, seen: Look) -> tuple[int, int, str, Item] | None:
        """A finding at its place in the document; number of the line and column sort it.

        ``None`` for one about blanks that were put between two stretches of the document.
        """
        if problem.line and self._is_between(*self._offsets(problem, seen)):
            return None
        at = self._span(problem, seen)
        if at is None:
            whole = replace(problem, line=0, column=0, end_line=0, end_column=0, excerpt="")
            return 0, 0, problem.code, Item(whole)
        number, start, end = at
        line = self._lines[number - 1]
        text, first, last = self._shown(line, start, end)
        moved = replace(
            problem,
            line=line.number or 1,
            column=first + 1,
            end_line=line.number or 1,
            end_column=last + 1,
            excerpt=text,
        )
        if self._has_lines:
            item = Item(moved, *(places(moved, None) or ()))
        else:
            item = Item(moved, where=self._where(number))
        return number, start, problem.code, item

    def _span(self, problem: Problem, seen: Look) -> tuple[int, int, int] | None:
        """Number of a line, first column and the one behind, 0-based; None for the whole file."""
        if not problem.line:
            return None
        start, end = self._offsets(problem, seen)
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self._origins[index].end <= start:
            return self._behind(index + 1, end)
        first = self._origins[index]
        last = self._origins[max(bisect_right(self._starts, end - 1) - 1, index)]
        column = first.column + start - first.start
        if last.line != first.line:
            return first.line, column, len(self._lines[first.line - 1].text)
        return first.line, column, last.column + min(end, last.end) - last.start

    def _offsets(self, problem: Problem, seen: Look) -> tuple[int, int]:
        """Where a finding stands in the plan file that was made."""
        assert seen.subject is not None
        lines = seen.subject.source.text.starts
        start = lines[problem.line - 1] + problem.column - 1
        return start, lines[problem.end_line - 1] + problem.end_column - 1

    def _is_between(self, start: int, end: int) -> bool:
        """Whether the characters join two stretches of the document and stand in none."""
        index = bisect_right(self._starts, start) - 1
        both = 0 <= index < len(self._origins) - 1
        return both and self._origins[index].end <= start and self._starts[index + 1] <= end + 1

    def _behind(self, index: int, end: int) -> tuple[int, int, int] | None:
        """The line that the first words behind a place stand in, if they are meant."""
        if index >= len(self._origins) or self._origins[index].start > end + _NEAR:
            return None
        number = self._origins[index].line
        return number, 0, len(self._lines[number - 1].text)

    def _shown(self, line: Line, start: int, end: int) -> tuple[str, int, int]:
        """The line as it stands in the file, with the columns there."""
        if self._raw is None:
            return line.text, start, end
        raw = self._raw.line(line.number)
        words = line.text[start:end]
        before = raw.find(line.text)
        shift = before + start if before >= 0 else raw.find(words)
        return (raw, shift, shift + end - start) if shift >= 0 else (raw, 0, len(raw))

    def _where(self, number: int) -> str:
        """A place in words: 第12段（二、重点任务）."""
        line = self._lines[number - 1]
        if not line.number:
            return _("header") if line.part == "header" else _("footer")
        above = reversed(self._lines[: number - 1])
        heading = next((_title(one) for one in above if _is_heading(one)), "")
        if not heading or _is_heading(line):
            return _("paragraph {number}").format(number=line.number)
        return _("paragraph {number} ({heading})").format(number=line.number, heading=heading)


def _is_heading(line: Line) -> bool:
    if line.part or line.cell:
        return False
    text = (line.label + line.text).strip()
    return bool(line.level or (_HEADING.match(text) and len(text) <= _LONGEST_HEADING))


def _title(line: Line) -> str:
    text = (line.label + line.text).strip()
    return text if len(text) <= _LONGEST_HEADING else f"{text[:_LONGEST_HEADING]}…"
