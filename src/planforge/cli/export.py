"""`planforge export`: plans as data for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer
from msgspec import Struct
from msgspec.structs import replace

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    import datetime as dt

    from planforge.inputs import Input
    from planforge.model.plan import Plan
    from planforge.writers.ics import Events

EXAMPLES: Final = (
    "planforge export 工作计划.yaml --to xlsx --to ics\n"
    "planforge export 工作计划.yaml --to ics --alarm 1\n"
    "planforge export 各基层工会/ --to ics -o 全县日历.ics\n"
    "planforge export 计划/ --to json -o 数据/"
)


def export(
    paths: options.Paths,
    *,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="json|ics|xlsx|csv",
            help=mark("Kind of data, json unless said; may be repeated"),
            show_default=False,
        ),
    ] = None,
    keys: options.KeyLanguage = "en",
    alarm: Annotated[
        str,
        typer.Option(
            "--alarm",
            metavar=mark("DAYS"),
            help=mark("Calendars ring so many days before, at nine in the morning"),
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE|FOLDER"),
            help=mark("Where to write; - is standard output"),
        ),
    ] = "",
    jobs: options.Jobs = "",
    cluster: options.Cluster = "",
    resume: options.Resume = "",
    report: options.Report = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every plan was written, 1 when some failed, 2 when all failed."""
    from planforge import outputs
    from planforge.writers.exports import EXPORTS

    from . import run_report

    run_report.is_asked(report)
    chosen_keys = options.one_of(keys, options.KEY_LANGUAGES, "--keys")
    kinds = [options.one_of(kind, tuple(EXPORTS), "--to") for kind in dict.fromkeys(to or ["json"])]
    # Text goes to the terminal as before, unless somebody says where to.
    output = output or (outputs.STDOUT if kinds == ["json"] else "")
    alone = {"--resume": resume, "--report": report, "-o -": output == outputs.STDOUT}
    if len(kinds) > 1 and any(alone.values()):
        raise UserError(
            _("{option} goes with one {other} only").format(
                option=next(option for option, given in alone.items() if given), other="--to"
            ),
            _("call planforge once for each"),
        )
    run = _Run(paths, output, jobs, cluster, resume, report)
    codes = [
        run.export(Export(kind, chosen_keys, days(alarm), force=force, quiet=quiet))
        for kind in kinds
    ]
    return codes[0] if len(set(codes)) == 1 else ExitCode.FINDINGS


class _Run(Struct, frozen=True):
    """What a call says about all kinds of data alike."""

    paths: list[str]
    output: str
    jobs: str
    cluster: str
    resume: str
    report: str

    def export(self, work: "Export") -> int:
        """Every plan as one kind of data."""
        from planforge import outputs
        from planforge.writers.exports import EXPORTS

        output, suffix = self.output, EXPORTS[work.kind].suffix
        if output == outputs.STDOUT and not EXPORTS[work.kind].is_text:
            raise UserError(
                _("{format} cannot be written to the terminal").format(format=work.kind),
                _("say with -o where to write it"),
            )
        if work.kind == "ics" and output.lower().endswith(suffix):
            return _one_calendar(self.paths, work, output, self.report)
        destination = outputs.Destination(output, (suffix,))
        work = replace(work, make_folders=destination.makes_folders)

        def place(found: "Input") -> str:
            return output if output == outputs.STDOUT else destination.place(found, suffix)

        return each.for_each(
            self.paths,
            work,
            place,
            quiet=work.quiet,
            jobs=options.processes(self.jobs),
            cluster=self.cluster,
            resume=self.resume,
            report=self.report,
        )


def _one_calendar(paths: list[str], work: "Export", output: str, report: str) -> int:
    """Every plan in one calendar; of each no more than its events is kept."""
    from planforge import outputs
    from planforge.writers.ics import joined

    made: list[tuple[Events, str]] = []
    code = each.for_each(
        paths, work.events, each.nowhere, quiet=True, report=report, done=made.append
    )
    if not made:
        return code
    data = joined((events for events, _zone in made), Path(output).stem, made[0][1])
    anew = outputs.deliver(output, data, force=work.force, ours=is_calendar)
    if not work.quiet:
        terminal.written(output, anew=anew)
    return code


def is_calendar(data: bytes) -> bool:
    """Whether planforge made the calendar; people edit calendars elsewhere, not in the file."""
    return b"PRODID:-//planforge//" in data


def days(written: str) -> int | None:
    """How many days before; ``None`` where nothing is asked for.

    Raises:
        UserError: It is no number of days.
    """
    if not written:
        return None
    if not written.isdecimal():
        raise UserError(
            _("{option}: {text} is not a number of days").format(option="--alarm", text=written)
        )
    return int(written)


class Export(Struct, frozen=True):
    """Writes a plan as data, in whichever process.

    Attributes:
        kind: A key of `planforge.writers.exports.EXPORTS`.
        keys: Language of the keys.
        alarm: Days before an event on which a calendar is to ring.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
    """

    kind: str
    keys: Literal["zh", "en"]
    alarm: int | None = None
    force: bool = False
    make_folders: bool = False
    quiet: bool = False

    def __call__(self, found: "Input", path: str) -> None:
        """Write the plan of ``found`` to ``path``.

        Raises:
            UserError: The file cannot be read, or nothing can be written there.
            FileProblems: There is no plan in it.
        """
        from planforge import outputs
        from planforge.writers.exports import EXPORTS, Wishes

        plan, changed = self.read(found, None)
        data = EXPORTS[self.kind].make(plan, Wishes(changed, self.keys, self.alarm))
        anew = outputs.deliver(
            path,
            data,
            force=self.force,
            ours=is_calendar if self.kind == "ics" else None,
            make_folder=self.make_folders,
        )
        if path != outputs.STDOUT and not self.quiet:
            terminal.written(path, anew=anew)

    def read(self, found: "Input", _place: None) -> "tuple[Plan, dt.datetime]":
        """The plan of ``found``, and when the file was last changed; raises what a call raises."""
        from planforge import files, pipeline

        plan, _source = pipeline.read_plan(found.path)
        return plan, files.changed(found.path)

    def events(self, found: "Input", _place: None) -> "tuple[Events, str]":
        """The events of the plan of ``found``, and its time zone; raises what a call raises."""
        from planforge.regions import load_region
        from planforge.writers.ics import events

        plan, changed = self.read(found, None)
        return events(plan, changed, self.alarm), load_region(plan.region).time_zone
