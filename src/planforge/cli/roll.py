"""`planforge roll`: this year's plan becomes next year's."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.exit_codes import ExitCode
from planforge.language import _, mark
from planforge.stores import urls

from . import options, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.model.period import Period
    from planforge.roll import Rolled, Rolling, Turn

EXAMPLES: Final = (
    "planforge roll 2027年工作计划.yaml --to 2028\n"
    "planforge roll 计划.yaml --to 2027-2028学年第一学期 --ask\n"
    "planforge roll 计划.yaml --to 2028 --diff"
)
_YEAR: Final = re.compile(r"(?:19|20|21)[0-9]{2}")


def roll(
    path: Annotated[str, typer.Argument(metavar=mark("FILE"), help=mark("The plan file"))],
    *,
    to: Annotated[
        str, typer.Option("--to", metavar=mark("PERIOD"), help=mark("The new period: 2028"))
    ],
    output: options.Output = "",
    ask: Annotated[bool, typer.Option("--ask", help=mark("Ask before every change"))] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=mark("Show the changes and write nothing"))
    ] = False,
    carry: Annotated[
        bool, typer.Option("--carry", help=mark("Write a remark at what was not done"))
    ] = False,
    keep_progress: Annotated[
        bool, typer.Option("--keep-progress", help=mark("Leave the progress of the old year in"))
    ] = False,
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when the new plan was written or shown."""
    from planforge import files, outputs
    from planforge import roll as rolling_
    from planforge.lint.mending import difference
    from planforge.source.encoding import encode

    data = files.read_file(path)
    rolling = rolling_.read(path, data, to)
    turns = rolling_.turns(rolling, keep_progress=keep_progress)
    refused = _refused(rolling, turns) if ask else ()
    rolled = rolling_.roll(rolling, refused=refused, carry=carry, keep_progress=keep_progress)
    new = encode(rolling.subject.source.text, rolled.source.text.text, data)
    target = output or _beside(path, rolling.old, rolling.new)
    if diff:
        terminal.write(difference(path, data, new))
        return ExitCode.OK
    anew = outputs.deliver(target, new, force=force)
    if not quiet:
        _tell(rolling, rolled, set(refused))
        if target != outputs.STDOUT:
            terminal.written(target, anew=anew)
    return ExitCode.OK


def _beside(path: str, old: "Period", new: "Period") -> str:
    """The new name: that of the file with the new year, or the new period behind it."""
    file = Path(path)
    years = {
        str(y): str(y + new.start.year - old.start.year) for y in (old.start.year, old.end.year)
    }
    stem = _YEAR.sub(lambda match: years.get(match[0], match[0]), file.stem)
    if stem == file.stem:
        stem = f"{stem}-{new.text}"
    return urls.with_name(path, f"{stem}{file.suffix}")


def _refused(rolling: "Rolling", turns: "Sequence[Turn]") -> tuple[int, ...]:
    """Numbers of the changes that the user does not want."""
    refused = []
    for number, turn in enumerate(turns):
        if turn.new is None:
            continue
        question = _("{change}  (y = yes, n = no, a = all the others)").format(
            change=_line(rolling, turn)
        )
        answer = terminal.ask(question).lower()
        if answer in {"a", "全部"}:
            break
        if answer in {"n", "no", "否", "不"}:
            refused.append(number)
    return tuple(refused)


def _tell(rolling: "Rolling", rolled: "Rolled", refused: set[int]) -> None:
    for number, turn in enumerate(rolled.turns):
        if number not in refused:
            terminal.say(_line(rolling, turn))
    path = rolling.subject.source.text.path
    for line, name in rolled.cleared:
        terminal.say(
            _("{place}: progress of the old period taken out: {name}").format(
                place=f"{path}:{line}", name=name
            )
        )
    for name in rolled.carried:
        terminal.say(_("carried over: {name}").format(name=name))
    for problem in rolled.stale:
        terminal.say(_("please check: {message}").format(message=problem.message))
    changes = sum(turn.new is not None for turn in rolled.turns) - len(refused)
    open_ = sum(turn.new is None for turn in rolled.turns) + len(rolled.stale)
    terminal.say(
        _("{changes} changes, {open} things to decide").format(changes=changes, open=open_)
    )


def _line(rolling: "Rolling", turn: "Turn") -> str:
    """One change with its place: ``plan.yaml:2:4: 2027 → 2028 (year)``."""
    from planforge.source.excerpt import safe

    text = rolling.subject.source.text
    start, _end = rolling.subject.span(turn.node, turn.start, turn.end)
    line, column = text.position(start)
    place = f"{text.path}:{line}:{column}"
    if turn.new is None:
        return safe(
            _("{place}: {old}? {reason}").format(place=place, old=turn.old, reason=turn.reason)
        )
    return safe(
        _("{place}: {old} → {new} ({reason})").format(
            place=place, old=turn.old, new=turn.new, reason=turn.reason
        )
    )
