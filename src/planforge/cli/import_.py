"""`planforge import`: old documents to plan files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input

EXAMPLES: Final = "planforge import 去年工作计划.txt\nplanforge import 旧计划/ -o 新计划/"

READ: Final = (".txt",)
KNOWN_BUT_NOT_READ: Final = (".docx", ".doc", ".wps", ".pdf", ".rtf", ".odt", ".html", ".htm")
WRITTEN: Final = ".yaml"


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("PATH"),
            help=mark("Text files, folders of them, or - for standard input"),
            show_default=False,
        ),
    ],
    *,
    output: options.Output = "",
    jobs: options.Jobs = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every file was read, 1 when some failed, 2 when all failed."""
    from planforge import outputs

    destination = outputs.Destination(output, (WRITTEN, ".yml"), READ)
    work = Import(force=force, make_folders=destination.makes_folders, quiet=quiet)
    place = partial(destination.place, suffix=WRITTEN)
    return each.for_each(
        paths, work, place, quiet=quiet, suffixes=READ, jobs=options.processes(jobs)
    )


@dataclass(frozen=True)
class Import:
    """Turns an old document into a plan file, in whichever process.

    Attributes:
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
    """

    force: bool = False
    make_folders: bool = False
    quiet: bool = False

    def __call__(self, found: Input, path: str) -> None:
        """Write the plan in ``found`` to ``path``.

        Raises:
            UserError: The file cannot be read, or nothing can be written there.
            FileProblems: It is no text.
        """
        from planforge import files, outputs
        from planforge.recognise import plan_from_text

        _must_be_text(found.path)
        data = files.read_file(found.path)
        if not data.strip():
            raise UserError(_("{path}: the file is empty").format(path=found.path))
        imported = plan_from_text(found.path, data)
        anew = outputs.deliver(
            path, imported.yaml.encode(), force=self.force, make_folder=self.make_folders
        )
        if self.quiet:
            return
        for note in imported.notes:
            terminal.say(_("{path}: {message}").format(path=found.path, message=note))
        if path != outputs.STDOUT:
            terminal.written(path, anew=anew)


def _must_be_text(path: str) -> None:
    if Path(path).suffix.lower() in KNOWN_BUT_NOT_READ:
        raise UserError(
            _("{path}: such files cannot be read yet, only plain text").format(path=path),
            _("open it in Word or WPS, save it as plain text (.txt), and import that"),
        )
