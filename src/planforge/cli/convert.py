"""`planforge convert`: simplified to traditional characters and back."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.script.conversion import Conversion
    from planforge.script.report import Report

EXAMPLES: Final = (
    "planforge convert 工作计划.yaml --to tw\n"
    "planforge convert 计划/ --to hk -o 繁体/ --report 转换.md\n"
    "planforge convert 計畫.docx --to cn -o 计划.docx\n"
    "planforge convert 工作计划.yaml --to tw --check"
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
    output: options.Output = "",
    in_place: Annotated[
        bool, typer.Option("--in-place", help=mark("Replace the files, keeping the old as .bak"))
    ] = False,
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help=mark("With --in-place: keep no .bak"))
    ] = False,
    vocabulary: Annotated[
        str,
        typer.Option(
            "--vocabulary",
            metavar="none|union|full",
            help=mark("Characters only, also reviewed union terms, or OpenCC's phrases too"),
        ),
    ] = "union",
    glossary: Annotated[
        str,
        typer.Option(
            "--glossary",
            metavar=mark("FILE"),
            help=mark("Your own words: what to leave alone, what to replace (YAML or TSV)"),
        ),
    ] = "",
    comments: Annotated[
        bool, typer.Option("--comments", help=mark("Convert the comments of YAML files too"))
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help=mark("Convert the names of the files too"))
    ] = False,
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding",
            metavar=mark("NAME"),
            help=mark("Encoding of converted text files (default: UTF-8)"),
        ),
    ] = "",
    report: Annotated[
        str,
        typer.Option(
            "--report",
            metavar=mark("FILE"),
            help=mark("Write down what was changed and what is worth a look (.md or .json)"),
        ),
    ] = "",
    check: Annotated[
        bool,
        typer.Option("--check", help=mark("Write nothing; list what does not come back from cn")),
    ] = False,
    fast: Annotated[
        bool,
        typer.Option("--fast", help=mark("Do not look for word boundaries first")),
    ] = False,
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every file was converted, 1 when some failed, 2 when all failed."""
    from planforge import outputs
    from planforge.files import read_file
    from planforge.script import report as reports
    from planforge.script.file import SUFFIXES, convert_file

    _one_way(in_place=in_place, output=output, check=check)
    conversion = _conversion(
        to, fast=fast, vocabulary=vocabulary, glossary=glossary, comments=comments, quiet=quiet
    )
    written: list[Report] = []
    unchanged: list[str] = []
    destination = outputs.Destination(output, SUFFIXES, replaced=SUFFIXES)

    def work(found: Input) -> None:
        if destination.is_file:
            _same_kind(found.path, output)
        data = read_file(found.path)
        if check:
            _check(found.path, data, conversion)
            return
        one, how = reports.watched(found.path, conversion) if report else (None, conversion)
        result = convert_file(found.path, data, how, encoding)
        if in_place:
            path = found.path
            anew = result != data and outputs.replace(path, result, backup=not no_backup)
        else:
            suffix = PurePath(found.path).suffix
            path = destination.place(
                found, suffix if output else f".{to}{suffix}", conversion.text if names else str
            )
            anew = outputs.deliver(path, result, force=force)
        if result == data:
            unchanged.append(found.path)
        if one is not None:
            one.state = reports.state(one.script, conversion.there, changed=result != data)
            written.append(one)
        if path != outputs.STDOUT and not quiet:
            terminal.written(path, anew=anew)

    code = each.for_each(paths, work, quiet=quiet, suffixes=SUFFIXES)
    if unchanged and not quiet:
        terminal.say(
            _("{count} files were already in that script and stay as they are").format(
                count=len(unchanged)
            )
        )
    if report:
        outputs.deliver(report, reports.as_bytes(report, written), force=True)
    return code


def _same_kind(path: str, output: str) -> None:
    """Refuse to write a Word document under the name of a text, or the other way round."""
    ends = {PurePath(name).suffix.lower() for name in (path, output)}
    if len(ends) > 1 and ".docx" in ends:
        raise UserError(
            _("{output} is named like another kind of file").format(output=output),
            _("let the name end in {suffixes}, or give a folder").format(
                suffixes=PurePath(path).suffix
            ),
        )


def _one_way(*, in_place: bool, output: str, check: bool) -> None:
    if sum((in_place, bool(output), check)) > 1:
        raise UserError(
            _("--in-place, --output and --check exclude each other"),
            _("choose one of them"),
        )


def _conversion(
    to: str, *, fast: bool, vocabulary: str, glossary: str, comments: bool, quiet: bool
) -> Conversion:
    from planforge.files import read_file
    from planforge.script.conversion import Conversion
    from planforge.script.converter import VOCABULARIES, Options
    from planforge.script.glossary import Glossary, read_glossary
    from planforge.script.targets import TARGETS

    options.one_of(to, tuple(TARGETS), "--to")
    level = options.one_of(vocabulary, VOCABULARIES, "--vocabulary")
    if level == "full" and not quiet:
        terminal.say(_("many words are replaced, such as 支持 by 支援; please read the result"))
    words = read_glossary(glossary, read_file(glossary)) if glossary else Glossary()
    how = Options(word_boundaries=not fast, vocabulary=level)
    return Conversion(to, how, words, comments)


def _check(path: str, data: bytes, conversion: Conversion) -> None:
    """Say what does not come back.

    Raises:
        UserError: Something does not.
    """
    from planforge.script.check import losses

    found = losses(path, data, conversion)
    for loss in found:
        sentence = _("{path}:{line}: {before} comes back as {after}")
        terminal.say(
            sentence.format(path=path, line=loss.line, before=loss.before, after=loss.after)
        )
    if found:
        raise UserError(
            _("{path}: {count} lines do not come back").format(path=path, count=len(found)),
            _("protect the words with --glossary"),
        )
