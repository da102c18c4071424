"""`planforge status`: what is done, due and late in plans."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from msgspec import Struct

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.agenda.progress import Standing
    from planforge.inputs import Input
    from planforge.source.load import Source

EXAMPLES: Final = (
    "planforge status 工作计划.yaml\n"
    "planforge status 工作计划.yaml --by owner --all\n"
    "planforge status 各基层工会/ --as-of 2027-06-30 --output-format json"
)
FORMATS: Final = ("text", "json")


def status(
    paths: options.Paths,
    *,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar=mark("DATE"), help=mark("The day to judge by; today"))
    ] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="state|owner|section", help=mark("How to group"))
    ] = "state",
    everything: Annotated[
        bool, typer.Option("--all", help=mark("Also what is done, later, or without a date"))
    ] = False,
    output_format: Annotated[
        str, typer.Option("--output-format", metavar="text|json", help=mark("Kind of output"))
    ] = "text",
    taken_from: Annotated[
        str,
        typer.Option(
            "--from",
            metavar=mark("WORKBOOK"),
            help=mark("Take what was filled in to the exported table into the plan file"),
        ),
    ] = "",
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every plan was read, 1 when some failed, 2 when all failed."""
    from planforge.agenda import report

    if taken_from:
        return _take_in(paths, taken_from, quiet=quiet)
    day = date(as_of, "--as-of")
    grouping = options.one_of(by, report.GROUPS, "--by")
    kind = options.one_of(output_format, FORMATS, "--output-format")
    reports: list[dict[str, Any]] = []
    look = Look(day, grouping, everything=everything)
    if kind == "text":
        return each.for_each(paths, look.text, each.nowhere, quiet=quiet, done=terminal.write)
    code = each.for_each(paths, look.data, each.nowhere, quiet=quiet, done=reports.append)
    terminal.write(report.dumped(reports))
    return code


def _take_in(paths: list[str], workbook: str, *, quiet: bool) -> int:
    """Bring a workbook back into the one plan it was exported from."""
    from planforge import files
    from planforge.agenda import returned
    from planforge.catalogue import load_catalogue
    from planforge.model.validate import validate
    from planforge.source.encoding import encode
    from planforge.source.load import load
    from planforge.source.visible import safe

    if len(paths) != 1:
        raise UserError(_("{option} needs exactly one plan file").format(option="--from"))
    (path,) = paths
    data = files.read_file(path)
    source = load(path, data)
    plan = validate(source, load_catalogue())
    changes, strange = returned.read(workbook, files.read_file(workbook), plan)
    new = returned.taken_in(source, changes)
    validate(new, load_catalogue())
    if changes:
        files.write_atomically(path, encode(source.text, new.text.text, data))
    if not quiet:
        for change in changes:
            terminal.say(f"{change.cell} {safe(change.matter.name)} — {safe(change.in_words)}")
        terminal.say(
            _("{path}: {number} things brought up to date").format(path=path, number=len(changes))
        )
    if strange:
        terminal.say(
            _("rows that the plan does not have, left alone: {number}").format(number=strange)
        )
    return ExitCode.OK


class Look(Struct, frozen=True):
    """Looks how far the plans of files are.

    Attributes:
        day: The day to judge by.
        by: How to group.
        everything: Whether also what is done, later, or without a date.
    """

    day: dt.date
    by: str
    everything: bool

    def data(self, found: "Input", _place: None) -> dict[str, Any]:
        """Progress of one plan as an object of JSON.

        Raises:
            UserError: The file cannot be read.
            FileProblems: It holds no plan.
        """
        from planforge.agenda import report

        _title, all_, source = self._read(found)
        return report.as_json(found.path, all_, source, self.day)

    def text(self, found: "Input", _place: None) -> str:
        """Progress of one plan as the terminal shows it; raises what `data` raises."""
        from planforge.agenda import report
        from planforge.source.excerpt import safe

        title, all_, source = self._read(found)
        groups = report.grouped(all_, self.by, everything=self.everything)
        head = f"{safe(title)}\n{report.headline(all_, self.day)}\n"
        loads = _loads(report.owners(all_)) if self.by == "owner" else ""
        return f"{head}{loads}{_table(groups, source)}"

    def _read(self, found: "Input") -> "tuple[str, tuple[Standing, ...], Source]":
        from planforge import agenda, pipeline
        from planforge.agenda.progress import standings

        plan, source = pipeline.read_plan(found.path)
        return plan.title, standings(agenda.matters(plan), self.day), source


def date(written: str, option: str) -> dt.date:
    """The day that an option names; today when it is empty.

    Raises:
        UserError: It names none.
    """
    if not written:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise UserError(
            _("{option}: {text} is not a date").format(option=option, text=written),
            _("write for example {example}").format(example=f"{option} 2027-06-30"),
        ) from error


def _loads(owners: dict[str, tuple[int, int, int]]) -> str:
    """How much each owner has in all, still open, and late."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from planforge.source.excerpt import safe

    console = Console(markup=False, highlight=False, emoji=False)
    table = Table(box=SIMPLE_HEAD)
    table.add_column(_("who"), overflow="fold")
    for name in (_("in all"), _("open"), _("late")):
        table.add_column(name, justify="right")
    for owner, numbers in owners.items():
        table.add_row(safe(owner), *map(str, numbers))
    with console.capture() as captured:
        console.print()
        console.print(table)
    return captured.get()


def _table(groups: "dict[str, list[Standing]]", source: "Source") -> str:
    """The groups as tables, each below its heading."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from planforge.agenda.choosing import line
    from planforge.agenda.report import NAMES, days
    from planforge.source.excerpt import safe

    if not groups:
        return _("nothing is late or due this month") + "\n"
    console = Console(markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for heading, standings in groups.items():
            console.print(f"\n{safe(heading)} {len(standings)}", style="bold")
            table = Table(box=SIMPLE_HEAD)
            for name in (_("line"), _("what"), _("who"), _("days"), _("state")):
                table.add_column(name, overflow="fold")
            for one in standings:
                state = _(NAMES[one.state])
                matter = one.matter
                cells = (str(line(matter, source)), matter.name, matter.owner, days(matter), state)
                table.add_row(*map(safe, cells))
            console.print(table)
    return captured.get()
