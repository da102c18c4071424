"""The commands: one line each; a command's module is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
import typer.core
import typer.main
from msgspec import Struct

from planforge.language import mark

from . import options  # noqa: TC001  the library reads annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROGRAM: Final = "planforge"


class Summary(Struct, frozen=True):
    """One command in the list of commands.

    Attributes:
        function: ``module:function`` inside `planforge.cli`.
        text: What the command does, untranslated.
    """

    function: str
    text: str


COMMANDS: Final = {
    "new": Summary("new:new", mark("Write a new plan file that renders at once")),
    "import": Summary("import_:import_", mark("Turn last year's text into a plan file")),
    "lint": Summary("lint:lint", mark("Check plan files and list what is wrong")),
    "rule": Summary("rule:rule", mark("List the rules of lint, or explain one")),
    "render": Summary("render:render", mark("Make Word, Markdown, HTML or text documents")),
    "convert": Summary(
        "convert:convert", mark("Change simplified characters into traditional ones or back")
    ),
    "export": Summary("export:export", mark("Write plans as data for other programs")),
    "roll": Summary("roll:roll", mark("Make next year's plan from this year's")),
    "diff": Summary("diff:diff", mark("Say what changed from one plan to another")),
    "status": Summary("status:status", mark("Show what is done, due and late")),
    "done": Summary("done:done", mark("Mark things of a plan as done")),
    "summary": Summary("summary:summary", mark("Write the report of the year")),
    "merge": Summary("merge:merge", mark("Bring many plans together in one file")),
    "check": Summary("check:check", mark("Check Word files against a page style")),
    "schema": Summary("schema:schema", mark("Print the JSON Schema that editors use")),
    "doctor": Summary("doctor:doctor", mark("Show versions, fonts, and what is missing")),
}


class Command(typer.core.TyperCommand):
    """A command with planforge's own help page."""

    def get_help(self, ctx: Any) -> str:
        """The help page in the language of the user."""
        from . import help_page  # most runs show none

        return help_page.page(self, ctx)


class Group(typer.core.TyperGroup):
    """The program: finds a command by importing its module."""

    def get_help(self, ctx: Any) -> str:
        """The help page in the language of the user."""
        from . import help_page  # most runs show none

        summaries = [(name, summary.text) for name, summary in COMMANDS.items()]
        return help_page.page(self, ctx, commands=summaries)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  the library passes it
        """Names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  the library passes it
        """The command of that name; ``None`` when there is none."""
        return _load(cmd_name) if cmd_name in COMMANDS else None


def call(arguments: Sequence[str]) -> object:
    """What the command returns that ``arguments`` call; the help page when there are none."""
    first, *others = arguments or ("--help",)
    if first not in COMMANDS:
        return _program()(args=[first, *others], prog_name=PROGRAM, standalone_mode=False)
    # Straight to the command: the options of the program would load pydantic for any help page.
    return _load(first)(args=others, prog_name=f"{PROGRAM} {first}", standalone_mode=False)


def _program() -> Callable[..., Any]:
    program = _typer(add_completion=True)
    program.callback(
        cls=Group,
        help=mark("Trade-union work plans: from one YAML file to Word, Markdown, HTML and text"),
        epilog="planforge new 学校 -o plan.yaml\nplanforge render plan.yaml",
    )(_options)
    return typer.main.get_command(program)


def _options(*, lang: options.Lang = "", version: options.Version = False) -> None:
    """Take the options that stand before the command."""


def _load(name: str) -> Any:
    module_name, _colon, function = COMMANDS[name].function.partition(":")
    module = import_module(f".{module_name}", __package__)
    alone = _typer(add_completion=False)
    alone.command(name, cls=Command, help=COMMANDS[name].text, epilog=module.EXAMPLES)(
        getattr(module, function)
    )
    return typer.main.get_command(alone)


def _typer(*, add_completion: bool) -> typer.Typer:
    # rich doubles the start-up time, and its frames break Chinese lines.
    return typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=add_completion,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
