"""`planforge new`: a plan file to start from."""

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import options, terminal
from .layout import pad

if TYPE_CHECKING:
    from planforge.beginning import Wishes

EXAMPLES: Final = (
    "planforge new --list\n"
    "planforge new 学校\n"
    "planforge new 学校 --from 去年工作计划.docx\n"
    "planforge new 医院 --no-ask --org 云岭区人民医院工会 --year 2027 -o 计划.yaml"
)


def new(
    kind: Annotated[
        str,
        typer.Argument(
            metavar=mark("KIND"), help=mark("Kind of organization, such as 学校 or school")
        ),
    ] = "",
    *,
    list_kinds: Annotated[
        bool, typer.Option("--list", help=mark("List the kinds and stop"))
    ] = False,
    org: Annotated[
        str, typer.Option("--org", metavar=mark("NAME"), help=mark("Full name of the union"))
    ] = "",
    superior: Annotated[
        str, typer.Option("--superior", metavar=mark("NAME"), help=mark("The union above it"))
    ] = "",
    year: Annotated[
        str, typer.Option("--year", metavar="2027", help=mark("Year of the plan"))
    ] = "",
    school_year: Annotated[
        str, typer.Option("--school-year", metavar="2026-2027", help=mark("School year"))
    ] = "",
    term: Annotated[
        str, typer.Option("--term", metavar="1|2", help=mark("Term of the school year"))
    ] = "",
    region: Annotated[
        str,
        typer.Option(
            "--region", metavar="cn|tw|hk|mo", help=mark("Mainland, Taiwan, Hong Kong or Macao")
        ),
    ] = "",
    keys: options.KeyLanguage = "zh",
    ask: Annotated[
        bool | None,
        typer.Option("--ask/--no-ask", help=mark("Ask what is missing, or take the usual")),
    ] = None,
    data: Annotated[
        str,
        typer.Option(
            "--data", metavar=mark("FILE"), help=mark("File with answers: 单位, 上级, 期间, 地区")
        ),
    ] = "",
    old: Annotated[
        str,
        typer.Option(
            "--from",
            metavar=mark("FILE"),
            help=mark("Last year's document (Word, text, Markdown, web page) to start from"),
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar=mark("FILE"), help=mark("Name of the plan file")),
    ] = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when the file was written."""
    from planforge import beginning, outputs

    if list_kinds:
        for key, name in beginning.kinds():
            terminal.write(f"{pad(name, 12)} {key}\n" if name != key else f"{key}\n")
        return ExitCode.OK
    chosen_keys = options.one_of(keys, options.KEY_LANGUAGES, "--keys")
    if output and not force:
        # Better told before all questions are answered than after.
        outputs.must_be_new(output)
    asking = sys.stdin.isatty() and sys.stderr.isatty() if ask is None else ask
    given = {
        "kind": kind,
        "organization": org,
        "superior": superior,
        "period": beginning.period(year, school_year, term),
        "region": region,
    }
    imported, said, notes = beginning.last_year(old) if old else ("", {}, [])
    wishes = said | beginning.wishes({k: v for k, v in given.items() if v}, data)
    if asking:
        wishes = _ask(wishes)
    text, name = beginning.begin(wishes, chosen_keys, (old, imported) if old else None)
    path = output or f"{outputs.safe_name(name)}.yaml"
    if not force:
        outputs.must_be_new(path)
    outputs.deliver(path, text.encode(), force=force)
    if not quiet:
        for note in notes:
            terminal.say(_("{path}: {message}").format(path=old, message=note))
    if path != outputs.STDOUT and not quiet:
        terminal.written(path)
        terminal.say(_("Next:"))
        terminal.say(_("1. open {path} in an editor and change what is yours").format(path=path))
        terminal.say(_("2. planforge render {path}").format(path=_quoted(path)))
    return ExitCode.OK


def _ask(wishes: "Wishes") -> "Wishes":
    """The wishes with an answer to every question that is still open."""
    from planforge import beginning

    while (question := beginning.next_question(wishes)) is not None:
        line = question.prompt
        if question.example:
            line += _(" (for example {example})").format(example=question.example)
        if no_answer := question.default or question.unanswered:
            line += _(" (just Enter: {default})").format(default=no_answer)
        answer = terminal.ask(line) or question.default
        if not (answer or no_answer):
            terminal.fail(UserError(_("this has to be answered")))
            continue
        try:
            question.check(answer)
        except ValueError as error:
            terminal.fail(UserError(str(error), getattr(error, "hint", "")))
        else:
            wishes = beginning.wishes(wishes | {question.name: answer})
    return wishes


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
