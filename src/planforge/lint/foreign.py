"""Documents that are no plan files: understood first, findings told at their places in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict

from planforge import readers, resources
from planforge.errors import FileProblems, Problem, Severity
from planforge.language import _
from planforge.readers import kinds
from planforge.readers.decoding import decoded
from planforge.readers.kinds import Kind
from planforge.source.load import load
from planforge.source.text import SourceText

from .directives import in_markdown
from .engine import look
from .foreign_places import Document
from .report import Item, places
from .rule import ACROSS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planforge.readers import Line
    from planforge.recognise import Imported
    from planforge.source.load import Source

    from .directives import Directives
    from .engine import Look
    from .request import Request

FILE: Final = "foreign.yaml"
_WITH_LINES: Final = (Kind.TEXT, Kind.MARKDOWN)


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

    if not data.strip():
        return [Item(Problem("PF001", _("the file is empty"), path))], None
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
    document = Document(path, lines, imported.origins, has_lines=kind in _WITH_LINES, raw=raw)
    left_out = differences().left_out
    problems = (one.problem for one in seen.found if one.problem.code not in left_out)
    placed = [document.placed(_without_hint(one), seen) for one in problems]
    severities = seen.profile.severities if seen.profile else {}
    placed += _remarks(document, lines, imported, severities)
    in_order = sorted(filter(None, placed), key=lambda one: one[:3])
    items = [item for _number, _column, _code, item in in_order]
    seen = replace(seen, judged=seen.judged.difference(left_out))
    directives = in_markdown(raw) if raw else None
    return _unsuppressed(items, directives, seen) if directives else items, seen


@cache
def differences() -> _Differences:
    """What is different for documents that are no plan files."""
    source = load(str(resources.path(FILE)), resources.read(FILE))
    return _Differences.model_validate(source.data())


def _remarks(
    document: Document,
    lines: Sequence[Line],
    imported: Imported,
    severities: Mapping[str, Severity],
) -> Iterator[tuple[int, int, str, Item]]:
    """What is seen only while a document is understood: its typed numbers, lines of a web page."""
    from planforge.recognise import sayings  # loaded for foreign files only

    codes = {
        sayings.SKIPS: ("PF606", None),
        sayings.NOT_FROM_ONE: ("PF606", None),
        sayings.RESTARTS: ("PF606", Severity.INFO),
        sayings.DROPPED: ("PF411", None),
    }
    marks = {fate.line: fate.removed[0] for fate in imported.lines if fate.removed}
    for note in imported.notes:
        code, at_most = codes.get(note.saying, ("", None))
        severity = severities.get(code)
        # Headers and footers are no lines of a web page.
        if severity is None or not note.line or lines[note.line - 1].part:
            continue
        text = lines[note.line - 1].text
        start, end = marks.get(note.line, (0, len(text)))
        message = (
            _("this belongs to a web page, not to the plan: {words}").format(words=text.strip())
            if note.saying is sayings.DROPPED
            else note.text
        )
        problem = Problem(code, message, document.path, severity=at_most or severity)
        yield note.line, start, code, document.item(problem, note.line, start, end)


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
        for one in suppression.unneeded(seen.judged - ACROSS):
            problem = directives.text.problem(
                UNUSED, one.message, one.start, one.end, hint=one.hint, severity=severity
            )
            left.append(Item(problem, *(places(problem, directives.text) or ())))
    return sorted(left, key=lambda item: (item.problem.line, item.problem.column))
