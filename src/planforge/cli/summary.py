"""`planforge summary`: the report of the year, to be written up and rendered."""

from typing import TYPE_CHECKING, Annotated, Final

import typer
from msgspec import Struct

from planforge.language import _, mark

from . import each, options, terminal
from .status import date

if TYPE_CHECKING:
    import datetime as dt

    from planforge.inputs import Input

EXAMPLES: Final = (
    "planforge summary 2027年计划.yaml\nplanforge summary 2027年计划.yaml -o 2027年总结.yaml"
)
SUFFIX: Final = ".yaml"
_ENDING: Final = "-总结"


def summary(
    paths: options.Paths,
    *,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar=mark("DATE"), help=mark("The day to judge by; today"))
    ] = "",
    output: options.Output = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every report was written, 1 when some failed, 2 when all failed."""
    from planforge import outputs

    day = date(as_of, "--as-of")
    destination = outputs.Destination(output, (SUFFIX, ".yml"))

    def place(found: "Input") -> str:
        is_file = output and not destination.is_folder
        return destination.place(found, SUFFIX if is_file else _ENDING + SUFFIX)

    work = Write(day, force=force, make_folders=destination.makes_folders, quiet=quiet)
    return each.for_each(paths, work, place, quiet=quiet)


class Write(Struct, frozen=True):
    """Writes the report of a plan.

    Attributes:
        day: The day to judge by.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
    """

    day: "dt.date"
    force: bool = False
    make_folders: bool = False
    quiet: bool = False

    def __call__(self, found: "Input", path: str) -> None:
        """Write the report of ``found`` to ``path``.

        Raises:
            UserError: The file cannot be read, or nothing can be written there.
            FileProblems: There is no plan in it.
        """
        from planforge import outputs, pipeline
        from planforge.summary import summary as report

        plan, _source = pipeline.read_plan(found.path)
        text = report(plan, self.day)
        anew = outputs.deliver(path, text.encode(), force=self.force, make_folder=self.make_folders)
        if path != outputs.STDOUT and not self.quiet:
            terminal.written(path, anew=anew)
            terminal.say(
                _("write it up, then: {command}").format(command=f"planforge render {path}")
            )
