"""The work of `planforge import` for one document, in whichever process."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _
from planforge.stores import urls

from . import terminal

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.readers.result import Reading
    from planforge.recognise import Imported
    from planforge.recognise.page import Report


class Import(Struct, frozen=True):
    """Turns an old document into a plan file.

    Attributes:
        repair: Mend damage that is certain.
        split: Make a file of each plan.
        report: Tell what became of every line.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
    """

    repair: bool = False
    split: bool = False
    report: bool = False
    force: bool = False
    make_folders: bool = False
    quiet: bool = False

    def __call__(self, found: Input, path: str) -> tuple[Report, ...]:
        """Write the plan in ``found`` to ``path``; the reports, where they are asked for.

        Raises:
            UserError: The file cannot be read, or nothing can be written there.
            FileProblems: It is damaged, or no text.
        """
        from planforge import files, outputs
        from planforge.readers import LARGEST, reading
        from planforge.recognise import plan_from_lines, plans_from_lines

        data = files.read_file(found.path, LARGEST)
        if not data.strip():
            raise UserError(_("{path}: the file is empty").format(path=found.path))
        read = reading(found.path, data)
        if self.split:
            plans = plans_from_lines(found.path, read.lines, repair=self.repair)
        else:
            plans = (plan_from_lines(found.path, read.lines, repair=self.repair),)
        told = []
        for number, one in enumerate(plans, 1):
            place = path if len(plans) == 1 else _numbered(path, number)
            anew = outputs.deliver(
                place, one.yaml.encode(), force=self.force, make_folder=self.make_folders
            )
            if not self.quiet:
                self._say(found, one, read)
                if place != outputs.STDOUT:
                    terminal.written(place, anew=anew)
            if self.report:
                told.append(_report(found.path, place, one, read))
        return tuple(told)

    def _say(self, found: Input, one: Imported, read: Reading) -> None:
        from planforge.recognise.report import grouped

        for dropped in read.dropped:
            terminal.say(_("{path}: {message}").format(path=found.path, message=dropped))
        for note in grouped(one.notes):
            terminal.say(_("{path}: {message}").format(path=found.path, message=note))


def _numbered(path: str, number: int) -> str:
    """The place of one of several plans: 计划-1.yaml; standard output takes all of them."""
    if path == "-":
        return path
    pure = PurePath(path)
    return urls.with_name(path, f"{pure.stem}-{number}{pure.suffix}")


def _report(path: str, written: str, one: Imported, read: Reading) -> Report:
    from planforge.lint import lint
    from planforge.recognise import page

    findings = [found.problem for found in lint(written, one.yaml.encode())]
    return page.report((path, written), read, one, findings)
