"""`planforge convert`: simplified to traditional characters and back."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input

EXAMPLES: Final = (
    "planforge convert 工作计划.yaml --to tw\n"
    "planforge convert 计划/ --to hk -o 繁体/\n"
    "planforge convert 計畫.md --to cn -o 计划.md"
)


def convert(
    paths: options.Paths,
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="hant|tw|hk|mo|cn",
            help=mark("Traditional script, that of Taiwan, Hong Kong or Macao, or simplified"),
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE|FOLDER"),
            help=mark("Where to write; beside the file when not given, - is standard output"),
        ),
    ] = "",
    fast: Annotated[
        bool,
        typer.Option("--fast", help=mark("Do not look for word boundaries first")),
    ] = False,
    vocabulary: Annotated[
        str,
        typer.Option(
            "--vocabulary",
            metavar="none|union|full",
            help=mark("Characters only, also reviewed union terms, or OpenCC's phrases too"),
        ),
    ] = "union",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every file was converted, 1 when some failed, 2 when all failed."""
    from planforge import outputs
    from planforge.files import read_file
    from planforge.script.converter import VOCABULARIES, Options
    from planforge.script.file import SUFFIXES, convert_file
    from planforge.script.targets import TARGETS

    options.one_of(to, tuple(TARGETS), "--to")
    level = options.one_of(vocabulary, VOCABULARIES, "--vocabulary")
    if level == "full" and not quiet:
        terminal.say(
            _("OpenCC's phrases replace many words, such as 支持 by 支援; please read the result")
        )
    how = Options(word_boundaries=not fast, vocabulary=level)
    destination = outputs.Destination(output, SUFFIXES, replaced=SUFFIXES)

    def work(found: Input) -> None:
        suffix = PurePath(found.path).suffix
        path = destination.place(found, suffix if output else f".{to}{suffix}")
        data = convert_file(found.path, read_file(found.path), to, how)
        anew = outputs.deliver(path, data, force=force)
        if path != outputs.STDOUT and not quiet:
            terminal.written(path, anew=anew)

    return each.for_each(paths, work, quiet=quiet, suffixes=SUFFIXES)
