"""Options that several commands have. Help texts are ids, translated on the help page."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeVar

import typer

from planforge import __version__
from planforge.errors import UserError
from planforge.language import LANGUAGES, _, listed, mark

if TYPE_CHECKING:
    from collections.abc import Collection

T = TypeVar("T", bound=str)

KEY_LANGUAGES: Final[tuple[Literal["zh", "en"], ...]] = ("zh", "en")


def _known_language(value: str) -> str:
    # The language itself was chosen before anything was said; see `planforge.cli.run`.
    if value and value not in LANGUAGES:
        raise UserError(
            _("there is no language {name}").format(name=value),
            _("languages: {names}").format(names=listed(LANGUAGES)),
        )
    return value


def _use_templates(value: str) -> str:
    if value:
        from planforge import resources

        resources.use(Path(value))
    return value


def _print_version(value: bool) -> None:  # noqa: FBT001  the library passes it
    if value:
        typer.echo(f"planforge {__version__}")
        raise typer.Exit


Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="zh-Hans|zh-Hant|en",
        callback=_known_language,
        is_eager=True,
        show_default=False,
        help=mark("Language of messages"),
    ),
]
Templates = Annotated[
    str,
    typer.Option(
        "--templates",
        metavar=mark("FOLDER"),
        callback=_use_templates,
        is_eager=True,
        help=mark("Your own templates and styles, used before the built-in ones"),
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=mark("Say only what went wrong"))]
Version = Annotated[
    bool,
    typer.Option(
        "--version", callback=_print_version, is_eager=True, help=mark("Print the version")
    ),
]
Jobs = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar=mark("NUMBER"),
        help=mark("Processes to work with (default: one per core when there are many files)"),
    ),
]
Cluster = Annotated[
    str,
    typer.Option(
        "--cluster",
        metavar="tcp://HOST:PORT",
        help=mark("Let a Dask cluster do the work; its workers see the same files"),
    ),
]
Resume = Annotated[
    str,
    typer.Option(
        "--resume",
        metavar=mark("MANIFEST"),
        help=mark("Note finished files here, and skip those noted before"),
    ),
]
Report = Annotated[
    str,
    typer.Option(
        "--report",
        metavar=mark("FILE.jsonl"),
        help=mark("Write a line of JSON for each file there as it is finished, then the totals"),
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar=mark("PATH"),
        help=mark("Plan files, folders, patterns such as *.yaml, or - for standard input"),
        show_default=False,
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar=mark("FILE|FOLDER"),
        help=mark("Where to write; beside the file when not given, - is standard output"),
    ),
]
MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=mark("PATH"),
        help=mark("Plan files, folders, patterns such as *.yaml, or - for standard input"),
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help=mark("Replace files that are already there"))]
KeyLanguage = Annotated[
    str,
    typer.Option("--keys", metavar="zh|en", help=mark("Language of the keys")),
]


def processes(value: str) -> int:
    """The number that ``--jobs`` gives; 0 when it was not given.

    Raises:
        UserError: It is no number from 1 on.
    """
    with suppress(ValueError):  # Python reads no number of thousands of figures
        if not value or (value.isdecimal() and int(value)):
            return int(value or 0)
    raise UserError(
        _("{option} cannot be {value}").format(option="--jobs", value=value),
        _("give a number from 1 on"),
    )


def one_of(value: str, choices: Collection[T], option: str) -> T:
    """``value``, which is one of ``choices``.

    Args:
        value: What the user wrote.
        choices: Everything that can be written.
        option: Name of the option, for the message.

    Raises:
        UserError: It is not; the nearest choice is suggested.
    """
    for choice in choices:
        if choice == value:
            return choice
    from planforge.model.nearest import nearest_or_all

    raise UserError(
        _("{option} cannot be {value}").format(option=option, value=value or "''"),
        nearest_or_all(value, choices),
    )
