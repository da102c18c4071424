"""What `planforge convert` does with one file, in whichever process."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge import outputs, record
from planforge.errors import UserError
from planforge.files import read_file
from planforge.language import _
from planforge.script import report as reports
from planforge.script.file import convert_file, is_plan
from planforge.script.plan_region import needs_region

from . import terminal

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.script.conversion import Conversion
    from planforge.script.report import Report


class Converted(Struct, frozen=True):
    """What became of one file.

    Attributes:
        unchanged: Nothing in it was to be converted.
        report: What was done in it, where a report is wanted.
        regionless: It is a plan that is printed with words of another script.
    """

    unchanged: bool = False
    report: Report | None = None
    regionless: bool = False


class Convert(Struct, frozen=True):
    """Converts a file and writes it where it belongs.

    Attributes:
        conversion: Where to and how.
        encoding: Of converted text; UTF-8 when empty.
        in_place: Replace the file itself.
        backup: With ``in_place``: keep the old one.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        report: Write down what was done.
        quiet: Say only what went wrong.
    """

    conversion: Conversion
    encoding: str = ""
    in_place: bool = False
    backup: bool = True
    force: bool = False
    make_folders: bool = False
    report: bool = False
    quiet: bool = False

    def __call__(self, found: Input, path: str) -> Converted:
        """What became of ``found``, converted to ``path``.

        Raises:
            UserError: It cannot be read, converted or written.
            FileProblems: It is no text, or no YAML.
        """
        data = read_file(found.path)
        report, conversion = (
            reports.watched(found.path, self.conversion) if self.report else (None, self.conversion)
        )
        result = convert_file(found.path, data, conversion, self.encoding)
        anew = self._write(path, data, result)
        if report is not None:
            report.state = reports.state(report.script, conversion.there, changed=result != data)
        if path != outputs.STDOUT and not self.quiet:
            terminal.written(path, anew=anew)
        record.tell(changed=result != data)
        regionless = is_plan(found.path) and needs_region(
            result.decode(self.encoding or "utf-8"), conversion.target
        )
        return Converted(result == data, report, regionless)

    def _write(self, path: str, data: bytes, result: bytes) -> bool:
        if self.in_place:
            return result != data and outputs.replace(path, result, backup=self.backup)
        return outputs.deliver(path, result, force=self.force, make_folder=self.make_folders)


class Check(Struct, frozen=True):
    """Converts a file there and back, and says what does not come back.

    Attributes:
        conversion: The way there.
    """

    conversion: Conversion

    def __call__(self, found: Input, _path: str) -> Converted:
        """Nothing of interest, when everything in ``found`` comes back.

        Raises:
            UserError: Something does not, or the file cannot be read or converted.
            FileProblems: It is no text, or no YAML.
        """
        from planforge.script.check import losses  # seldom needed

        lost = losses(found.path, read_file(found.path), self.conversion)
        for loss in lost:
            sentence = _("{path}:{line}: {before} comes back as {after}")
            terminal.say(
                sentence.format(
                    path=found.path, line=loss.line, before=loss.before, after=loss.after
                )
            )
        if lost:
            raise UserError(
                _("{path}: lines that do not come back: {count}").format(
                    path=found.path, count=len(lost)
                ),
                _("protect the words with --glossary"),
            )
        return Converted()


class Place(Struct, frozen=True):
    """Says where a converted file goes.

    Attributes:
        destination: What the user said about it.
        target: Stands in the name of a file that goes beside its original.
        in_place: Files go where they are.
        conversion: Converts the names too; ``None`` leaves them.
    """

    destination: outputs.Destination
    target: str
    in_place: bool
    conversion: Conversion | None

    def __call__(self, found: Input) -> str:
        """The path of the output.

        Raises:
            UserError: It cannot go there.
        """
        if self.in_place:
            return found.path
        suffix = PurePath(found.path).suffix
        if self.destination.is_file:
            self._same_kind(found.path)
        return self.destination.place(
            found,
            suffix if self.destination.output else f".{self.target}{suffix}",
            self.conversion.text if self.conversion else str,
        )

    def _same_kind(self, path: str) -> None:
        """Refuse to write a Word document under the name of a text, or the other way round."""
        output = self.destination.output
        ends = {PurePath(name).suffix.lower() for name in (path, output)}
        if len(ends) > 1 and ".docx" in ends:
            raise UserError(
                _("{output} is named like another kind of file").format(output=output),
                _("let the name end in {suffixes}, or give a folder").format(
                    suffixes=PurePath(path).suffix
                ),
            )
