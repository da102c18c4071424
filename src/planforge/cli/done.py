"""`planforge done`: mark things of a plan as done, in the file."""

from typing import TYPE_CHECKING, Annotated, Final

import typer
from msgspec import Struct

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import options, terminal
from .status import date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.agenda import Matter
    from planforge.source.load import Source

EXAMPLES: Final = (
    "planforge done 工作计划.yaml 趣味运动会\n"
    "planforge done 工作计划.yaml 23 --on 2027-03-08 --evidence 签到表、照片\n"
    "planforge done 工作计划.yaml 入会率 --reached 98.6%\n"
    "planforge done 工作计划.yaml 读书会 送清凉 23 --on 2027-07-30\n"
    "planforge done 工作计划.yaml --until 2027-06-30"
)


def done(
    path: Annotated[str, typer.Argument(metavar=mark("FILE"), help=mark("The plan file"))],
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("ITEM…"),
            help=mark("A few words of each, or its line in the file"),
            show_default=False,
        ),
    ] = None,
    *,
    until: Annotated[
        str,
        typer.Option(
            "--until",
            metavar=mark("DATE"),
            help=mark("Instead of ITEM: everything that was to be over by then and has no status"),
        ),
    ] = "",
    on: Annotated[
        str,
        typer.Option("--on", metavar=mark("DATE"), help=mark("When it was done; today")),
    ] = "",
    evidence: Annotated[
        str, typer.Option("--evidence", metavar=mark("TEXT"), help=mark("What shows it"))
    ] = "",
    remarks: Annotated[
        str, typer.Option("--remarks", metavar=mark("TEXT"), help=mark("Remarks"))
    ] = "",
    reached: Annotated[
        str,
        typer.Option(
            "--reached", metavar=mark("VALUE"), help=mark("The value reached, of a target")
        ),
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            "--status", metavar=mark("STATUS"), help=mark("Another status: 进行中, 延期, 取消")
        ),
    ] = "",
    quiet: options.Quiet = False,
    lang: options.Lang = "",
) -> int:
    """0 when the file says so now; nothing is written when one of the things cannot be marked."""
    from planforge import agenda, files
    from planforge.agenda import choosing, marking
    from planforge.catalogue import load_catalogue
    from planforge.model.validate import validate
    from planforge.source.encoding import encode
    from planforge.source.load import load

    if bool(items) == bool(until) or (until and reached):
        raise UserError(
            _("say what is done: ITEM, or --until DATE"),
            _("{command} lists everything").format(command="planforge status --all"),
        )
    data = files.read_file(path)
    source = load(path, data)
    plan = validate(source, load_catalogue())
    all_ = agenda.matters(plan)
    report = _Report(on, evidence, remarks, reached, status)
    if until:
        meant = choosing.passed(all_, date(until, "--until"), source)
    else:
        meant = choosing.all_chosen(items or (), all_, source)
    new = source
    for one in meant:
        usual = _own_day(one) if until else date("", "--on").isoformat()
        new = marking.marked(new, one.loc, report.changes(one, plan.region, usual))
    validate(new, load_catalogue())
    if meant:
        files.write_atomically(path, encode(source.text, new.text.text, data))
    if not quiet:
        _tell(path, meant, new)
    return ExitCode.OK


def _tell(path: str, meant: "Sequence[Matter]", new: "Source") -> None:
    from planforge.agenda import choosing
    from planforge.source.visible import safe

    for one in meant:
        place = f"{path}:{choosing.line(one, new)}"
        terminal.say(_("{place}: {name} is marked").format(place=place, name=safe(one.name)))
    if not meant:
        terminal.say(_("nothing without a status was to be over by then"))


def _own_day(matter: "Matter") -> str:
    """The day that the plan names for it; empty where it names none."""
    span = matter.span
    is_day = span is not None and span.exact and span.first == span.last and not matter.limit
    return span.last.isoformat() if span is not None and is_day else ""


class _Report(Struct, frozen=True):
    """What the user says about things, as the options that say it."""

    on: str
    evidence: str
    remarks: str
    reached: str
    status: str

    def changes(self, meant: "Matter", region: str, usual: str) -> dict[str, str]:
        """Field → what the file is to say; ``usual`` is the day where the user names none."""
        from planforge.agenda import Nature
        from planforge.model.status import Status
        from planforge.regions import load_region

        if meant.nature is Nature.TARGET:
            if not self.reached:
                raise UserError(
                    _("{name} is a target: say what was reached").format(name=meant.name),
                    _("write for example {example}").format(example="--reached 98.6%"),
                )
            return {"reached": self.reached}
        if not meant.is_work:
            raise UserError(
                _("{name} is the text of a month and has no status").format(name=meant.name),
                _("write it as an activity, then mark it"),
            )
        try:
            said = Status.parse(self.status) if self.status else Status.DONE
        except ValueError as error:
            raise UserError(str(error)) from error
        named = date(self.on, "--on").isoformat() if self.on else ""
        changes = {
            "status": said.in_words(traditional=load_region(region).script == "Hant"),
            "finished": named or (usual if said is Status.DONE else ""),
            "evidence": self.evidence,
            "remarks": self.remarks,
        }
        return {name: value for name, value in changes.items() if value}
