"""Why the parser gave up, in words for people who never heard of a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from planforge.language import _
from planforge.patterns import pattern

from .edit import Edit
from .finding import Finding
from .indentation import aligned, below_a_key, below_a_text, nearest, shifted
from .lines import Lines
from .reading import ROOT
from .traps import EMPTY, HAS_KEY, ODD_START, STRUCTURED, traps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .engine import SyntaxFault
    from .nodes import Scalar
    from .traps import Trap

# Words of both parsers. A fault with one of these has nothing to do with the lines above it:
_APART: Final = (
    "while parsing a block",
    "while scanning for the next token",
    "did not find expected <doc",
    "expected '<doc",
)
# with one of these, if it begins its line, that line does not fit those above it:
_MISFIT: Final = ("while parsing a block", "did not find expected <doc", "expected '<doc")
# a key ran on over the end of its line:
_NO_COLON: Final = "simple key"
# a second colon in what began above as a text:
_SECOND_COLON: Final = "mapping values"

# A file with more faults than this was not written as YAML at all.
_MOST_LINES: Final = 1000


class Diagnosis(NamedTuple):
    """What is wrong, and what to read instead so that the rest of the file can be judged.

    Attributes:
        finding: For the user.
        repairs: Edits of the text; none when nothing sensible can be assumed.
        is_guess: Whether it may only follow from another problem of the same line.
    """

    finding: Finding
    repairs: tuple[Edit, ...] = ()
    is_guess: bool = False


_CLOCK: Final = pattern(r"\d:\d|.://")


class Diagnosing:
    """One text at one fault.

    Args:
        text: What the parser read.
        fault: Where the parser gave up.
        scalars: What it had read by then.
    """

    def __init__(self, text: str, fault: SyntaxFault, scalars: list[Scalar]) -> None:
        self._text = text
        self._fault = fault
        self._lines = Lines(text, scalars)
        self._at = self._lines.number(fault.index)
        while self._at > 1 and self._lines.is_empty(self._at):
            self._at -= 1

    def run(self) -> list[Diagnosis]:
        """What is wrong at the fault; never empty."""
        for cause in (
            self._tab,
            self._quotes,
            self._typing,
            self._brackets,
            self._odd_space_above,
            self._indentation,
            self._no_key,
            self._no_root,
        ):
            if found := list(cause()):
                return found
        return [self._unknown()]

    def _tab(self) -> Iterator[Diagnosis]:
        """A tab in a line without content; in other lines it is one of the traps."""
        start = self._fault.index
        line = self._text[start : self._lines.end(start)]
        if line.startswith("\t") and EMPTY.match(line):
            end = start + len(line) - len(line.lstrip())
            message = _("the line is indented with a tab")
            finding = Finding("PF001", message, start, end, _("indent with spaces"))
            yield Diagnosis(finding, (Edit(start, end, " " * (end - start)),))

    def _quotes(self) -> Iterator[Diagnosis]:
        fault, text = self._fault, self._text
        if "quoted" in fault.context and fault.context_index >= 0:
            escape = text.rfind("\\", max(fault.context_index, fault.index - 2), fault.index + 1)
            if escape >= 0 and fault.index < len(text):
                yield self._bad_escape(escape)
            else:
                yield self._unclosed(fault.context_index)
        last = self._lines.scalars[-1] if self._lines.scalars else None
        if last is None or last.style not in {"'", '"'} or not last.end <= fault.index:
            return
        if text[last.end : fault.index].strip(" \t"):
            return
        if self._lines.number(last.start) < self._lines.number(last.end):
            yield self._unclosed(last.start)
        elif fault.index < len(text) and text[fault.index] not in "\r\n:,":
            yield self._behind_quotes(last)

    def _bad_escape(self, start: int) -> Diagnosis:
        message = _("in double quotation marks \\ has a meaning of its own")
        hint = _("write \\\\ for each \\, or use single quotation marks")
        finding = Finding("PF001", message, start, start + 2, hint)
        return Diagnosis(finding, (Edit(start, start, "\\"),))

    def _unclosed(self, start: int) -> Diagnosis:
        mark = self._text[start]
        message = _("the quotation mark {mark} is not closed").format(mark=mark)
        hint = _("close it in the same line with the same mark")
        end = self._lines.end(start)
        return Diagnosis(Finding("PF001", message, start, start + 1, hint), (Edit(end, end, mark),))

    def _behind_quotes(self, scalar: Scalar) -> Diagnosis:
        message = _("text stands behind the closing quotation mark")
        hint = _("put the whole text in quotation marks, or use “ ” inside it")
        finding = Finding("PF001", message, self._fault.index, self._lines.end(scalar.end), hint)
        return Diagnosis(finding, (Edit(scalar.start, scalar.end, "x"),))

    def _typing(self) -> Iterator[Diagnosis]:
        """The traps in the line of the fault and in those that the parser read as one with it."""
        fault, lines, known = self._fault, self._lines, traps()
        if _NO_COLON in fault.context and fault.context_index >= 0:
            # The key that has no colon is to blame, and only it.
            found = list(self._trapped(lines.number(fault.context_index), known))
            if found:
                yield from found
                return
        first = self._first_line()
        swallowed = [
            n
            for n in range(first, self._at + 1)
            if (n == self._at or not STRUCTURED.match(lines.line(n)))
            and not lines.is_empty(n)
            and not lines.is_verbatim(n)
        ]
        if _NO_COLON in fault.context:
            swallowed = [n for n in swallowed if not STRUCTURED.match(lines.line(n))]
        found = [d for n in swallowed[:_MOST_LINES] for d in self._trapped(n, known)]
        if not found and not lines.is_verbatim(first):
            found = list(self._trapped(first, known))
        if not found and fault.context == "while scanning a plain scalar":
            found = [self._no_space()]
        yield from found

    def _first_line(self) -> int:
        """The line where what the parser was reading began."""
        fault, lines = self._fault, self._lines
        if fault.context.startswith(_APART):
            return self._at
        if fault.context_index >= 0:
            return lines.number(fault.context_index)
        last = lines.scalars[-1] if lines.scalars else None
        if last is not None and not last.style and last.end == fault.index:
            # It took for one text what ends right before the second colon.
            return lines.number(last.start)
        return self._at

    def _trapped(self, number: int, known: tuple[Trap, ...]) -> Iterator[Diagnosis]:
        line, offset = self._lines.line(number), self._lines.start(number)
        for trap in known:
            if match := trap.pattern.match(line):
                start, end = match.start("at") + offset, match.end("at") + offset
                repair = (
                    aligned(self._lines, number)
                    if trap.repair is None
                    else Edit(start, end, trap.repair)
                )
                yield Diagnosis(Finding("PF001", trap.message, start, end, trap.hint), (repair,))
                return

    def _no_space(self) -> Diagnosis:
        at = self._fault.index
        if _CLOCK.match(self._text, max(at - 1, 0)):
            # Only a file with another fault comes here: else it is read with such colons.
            message = _("a text with a colon stands in brackets without quotation marks")
            hint = _("put ordinary quotation marks around the text: '…'")
            return Diagnosis(Finding("PF001", message, at, at + 1, hint), (Edit(at, at + 1, "："),))
        message = _("a space is missing behind the colon")
        hint = _("type a space behind the colon")
        return Diagnosis(Finding("PF001", message, at, at + 1, hint), (Edit(at, at + 1, ": "),))

    def _brackets(self) -> Iterator[Diagnosis]:
        start = self._fault.context_index
        if "flow" in self._fault.context and self._text[start : start + 1] in {"[", "{"}:
            message = _("the bracket {mark} is not closed").format(mark=self._text[start])
            end = self._lines.end(start)
            closing = "]" if self._text[start] == "[" else "}"
            hint = _("close it, or put the text in quotation marks")
            finding = Finding("PF001", message, start, start + 1, hint)
            yield Diagnosis(finding, (Edit(end, end, closing),))

    def _odd_space_above(self) -> Iterator[Diagnosis]:
        """A line further up that a full-width space has put at the edge of the file."""
        if not self._fault.context.startswith(_MISFIT):
            return
        for number in self._lines.above(self._at):
            if ODD_START.match(self._lines.line(number)):
                yield from self._trapped(number, traps())
                return

    def _indentation(self) -> Iterator[Diagnosis]:
        start = self._lines.content(self._at)
        target: int | None = None
        if self._fault.index == start and self._fault.context.startswith(_MISFIT):
            target = nearest(self._lines, self._at)
        elif _SECOND_COLON in self._fault.context:
            target = below_a_text(self._lines, self._at)
        if target is None:
            return
        if not self._lines.indent(self._at) and target:
            # Everything stands at the edge but what came first.
            yield from self._first_lines()
            return
        if _SECOND_COLON in self._fault.context and below_a_key(self._lines, self._at):
            message = _("this is no point of a list: the line continues the text above")
            hint = _("delete the text above, or give the list a key of its own")
        else:
            message = _("the line is not indented like the lines it belongs to")
            hint = _("begin it in the same column as the other lines of its level")
        end = start + len(self._text[start : self._lines.end(start)].split(maxsplit=1)[0])
        repairs = tuple(shifted(self._lines, self._at, target))
        yield Diagnosis(Finding("PF001", message, start, end, hint), repairs, is_guess=True)

    def _first_lines(self) -> Iterator[Diagnosis]:
        """The file begins with a line that is indented, and goes on with one that is not."""
        first = next(n for n in range(1, self._at) if not self._lines.is_empty(n))
        start = self._lines.start(first)
        message = _("the file begins with blanks")
        hint = _("begin the line at the edge")
        finding = Finding("PF001", message, start, self._lines.content(first), hint)
        yield Diagnosis(finding, tuple(shifted(self._lines, first, 0)), is_guess=True)

    def _no_key(self) -> Iterator[Diagnosis]:
        if _NO_COLON in self._fault.context and self._fault.context_index >= 0:
            number = self._lines.number(self._fault.context_index)
            ends = STRUCTURED
            message = _("the line is neither a key with a colon nor a point of a list")
        elif _SECOND_COLON in self._fault.context and self._first_line() < self._at:
            number = self._first_line()
            ends = HAS_KEY
            message = _("the line has no key with a colon, but the next line has one")
        else:
            return
        loose = []
        while number <= self._at and not ends.match(self._lines.line(number)):
            if not self._lines.is_empty(number):
                start = self._lines.start(number) + self._lines.column(number)
                loose.append((start, self._lines.end(start)))
            number, ends = number + 1, STRUCTURED
        if not loose:
            return
        hint = _(
            "write a key, a colon and a space; or indent the line if it continues the text above"
        )
        *ignored, (_start, end) = loose
        repairs = [Edit(one, behind, "") for one, behind in ignored]
        finding = Finding("PF001", message, *loose[0], hint)
        yield Diagnosis(finding, (*repairs, Edit(end, end, ":")), is_guess=True)

    def _no_root(self) -> Iterator[Diagnosis]:
        if self._fault.context == ROOT:
            start = self._fault.context_index
            message = _("the file is no plan: it has no key with a colon and a space behind it")
            yield Diagnosis(Finding("PF001", message, start, self._lines.end(start)), is_guess=True)

    def _unknown(self) -> Diagnosis:
        message = _("the file cannot be understood from here on")
        hint = _("look for a missing colon or quotation mark here and in the line above")
        at = self._fault.index
        if not self._text[at : at + 1].strip():
            at = self._lines.content(self._at)
        return Diagnosis(Finding("PF001", message, at, at + 1, hint), is_guess=True)
