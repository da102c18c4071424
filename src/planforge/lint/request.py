"""What is asked of the rules for one file, and the report that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge import files
from planforge.errors import Severity
from planforge.inputs import STDIN, SUFFIXES
from planforge.source.limits import Limits

from .choice import EVERYTHING, Choice
from .engine import look
from .preset import DEFAULT, Part
from .report import Item, Report, places, replacements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .engine import Look
    from .finding import Found
    from .subject import Subject

_WORST: Final = tuple(Severity)


class Request(Struct, frozen=True):
    """What the user asked for, in the call and in configuration files.

    Attributes:
        preset: Name of the preset.
        also: What is changed of it; later parts win.
        choice: Which rules are looked for.
        least: Nothing less bad is reported.
        named: Whether findings get a `print`.
    """

    preset: str = DEFAULT
    also: tuple[Part, ...] = ()
    choice: Choice = EVERYTHING
    least: Severity = Severity.INFO
    named: bool = False

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            UserError: It cannot be read, or is too large.
        """
        if not self.is_foreign(path):
            return files.read_file(path, Limits().size)
        from planforge.word_archive import LARGEST_FILE

        return files.read_file(path, LARGEST_FILE)

    def is_foreign(self, path: str) -> bool:
        """Whether a file is no plan file but a document that has to be understood first."""
        name = path.lower()
        if path == STDIN or name.endswith(SUFFIXES):
            return False
        from planforge import readers  # few files are foreign

        # The readers say what to do with a PDF.
        return name.endswith((*readers.SUFFIXES, ".pdf"))

    def look(self, path: str, data: bytes) -> Look:
        """What is wrong with a plan file; what is not bad enough is left out.

        Raises:
            UserError: There is no such preset or rule.
        """
        seen = look(path, data, preset=self.preset, also=self.also, choice=self.choice)
        return self._bad(seen)

    def report(self, path: str, data: bytes) -> tuple[Report, Look | None]:
        """The findings of a file, ready to be shown, and what the rules saw of it.

        Raises:
            UserError: There is no such preset or rule, or the file is of an unknown kind.
        """
        if not self.is_foreign(path):
            seen = self.look(path, data)
            shown = self.shown(path, seen.found, seen.subject)
            return self._judged(shown, seen), seen
        from .foreign import look_at  # few files are foreign

        items, made = look_at(path, data, self)
        report = self._report(path, items)
        return (self._judged(report, self._bad(made)) if made else report), made

    def shown(self, path: str, found: Iterable[Found], subject: Subject | None = None) -> Report:
        """Findings, ready to be shown; those that are not bad enough are left out.

        Args:
            path: The file.
            found: The findings.
            subject: The file as the rules saw it, for fixes.
        """
        return self._report(path, (_item(one, subject) for one in found))

    def _report(self, path: str, items: Iterable[Item]) -> Report:
        items = (one for one in items if self._is_bad(one))
        if self.named:
            from .fingerprint import of_words  # loads the tables of scripts

            items = (replace(one, print=of_words(one.problem)) for one in items)
        return Report(path, tuple(items))

    def _bad(self, seen: Look) -> Look:
        """A look without what is not bad enough; its rules may have found more than it shows."""
        left = tuple(one for one in seen.found if self._is_bad(one))
        hidden = {one.problem.code for one in seen.found if not self._is_bad(one)}
        return replace(seen, found=left, judged=seen.judged - hidden)

    def _judged(self, report: Report, seen: Look) -> Report:
        return replace(report, judged=seen.judged) if self.named else report

    def _is_bad(self, one: Found | Item) -> bool:
        return _WORST.index(one.problem.severity) <= _WORST.index(self.least)


def _item(one: Found, subject: Subject | None) -> Item:
    text = subject.source.text if subject else None
    start, end = places(one.problem, text) or (None, None)
    if not one.fix or subject is None:
        return Item(one.problem, start, end)
    fix = replacements(subject.source, one.fix)
    return Item(one.problem, start, end, fix=fix, safe=one.fix.safe)
