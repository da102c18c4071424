"""`planforge done`: mark one thing of a plan as done, in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import options, terminal
from .status import date

if TYPE_CHECKING:
    from planforge.agenda import Matter

EXAMPLES: Final = (
    "planforge done 工作计划.yaml 趣味运动会\n"
    "planforge done 工作计划.yaml 23 --on 2027-03-08 --evidence 签到表、照片\n"
    "planforge done 工作计划.yaml 入会率 --reached 98.6%"
)


def done(
    path: Annotated[str, typer.Argument(metavar=mark("FILE"), help=mark("The plan file"))],
    item: Annotated[
        str,
        typer.Argument(
            metavar=mark("ITEM"), help=mark("A few of its words, or its line in the file")
        ),
    ],
    *,
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
    """0 when the file says so now."""
    from planforge import agenda, files
    from planforge.agenda import choosing, marking
    from planforge.catalogue import load_catalogue
    from planforge.model.validate import validate
    from planforge.source.encoding import encode
    from planforge.source.load import load

    data = files.read_file(path)
    source = load(path, data)
    plan = validate(source, load_catalogue())
    meant = choosing.chosen(item, agenda.matters(plan), source)
    changes = _changes(
        meant,
        plan.region,
        on=on,
        evidence=evidence,
        remarks=remarks,
        reached=reached,
        status=status,
    )
    new = marking.marked(source, meant.loc, changes)
    validate(new, load_catalogue())
    files.write_atomically(path, encode(source.text, new.text.text, data))
    if not quiet:
        place = f"{path}:{choosing.line(meant, new)}"
        terminal.say(_("{place}: {name} is marked").format(place=place, name=meant.name))
    return ExitCode.OK


def _changes(
    meant: Matter, region: str, *, on: str, evidence: str, remarks: str, reached: str, status: str
) -> dict[str, str]:
    """Field → what the file is to say."""
    from planforge.agenda import Nature
    from planforge.model.status import Status
    from planforge.regions import load_region

    if meant.nature is Nature.TARGET:
        if not reached:
            raise UserError(
                _("{name} is a target: say what was reached").format(name=meant.name),
                _("write for example {example}").format(example="--reached 98.6%"),
            )
        return {"reached": reached}
    if meant.nature is Nature.STAGE:
        raise UserError(
            _("{name} is a stage: mark the tasks that belong to it").format(name=meant.name)
        )
    if meant.loc[-1] == "text":
        raise UserError(
            _("{name} is the text of a month and has no status").format(name=meant.name),
            _("write it as an activity, then mark it"),
        )
    try:
        said = Status.parse(status) if status else Status.DONE
    except ValueError as error:
        raise UserError(str(error)) from error
    day = date(on, "--on").isoformat() if on or said is Status.DONE else ""
    changes = {
        "status": said.in_words(traditional=load_region(region).script == "Hant"),
        "finished": day,
        "evidence": evidence,
        "remarks": remarks,
    }
    return {name: value for name, value in changes.items() if value}
