"""`planforge convert`: simplified to traditional characters and back."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.record import Record
    from planforge.script.conversion import Conversion
    from planforge.script.report import Report

    from .converting import Converted

EXAMPLES: Final = (
    "planforge convert 工作计划.yaml --to tw\n"
    "planforge convert 计划/ --to hk -o 繁体/ --report 转换.md\n"
    "planforge convert 計畫.docx --to cn -o 计划.docx\n"
    "planforge convert 工作计划.yaml --to tw --check"
)


def convert(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("PATH"),
            help=mark("YAML, Markdown, text and Word files, folders of them, or -"),
            show_default=False,
        ),
    ],
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
            help=mark(
                "Write down what was changed and what is worth a look (.md or .json), or a line of"
                " JSON for each file as it is finished (.jsonl)"
            ),
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
    jobs: options.Jobs = "",
    cluster: options.Cluster = "",
    resume: options.Resume = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every file was converted, 1 when some failed, 2 when all failed."""
    from planforge import outputs
    from planforge.script import report as reports
    from planforge.script.file import SUFFIXES

    from . import run_report
    from .converting import Check, Convert, Place  # loads the converter

    _one_way(in_place=in_place, output=output, check=check, names=names)
    by_line = run_report.is_asked(report, reports.SUFFIXES)
    page = "" if by_line else report
    conversion = _conversion(
        to, fast=fast, vocabulary=vocabulary, glossary=glossary, comments=comments, quiet=quiet
    )
    destination = outputs.Destination(output, SUFFIXES, replaced=SUFFIXES)
    place = Place(destination, to, in_place or check, conversion if names else None)
    work = Convert(
        conversion,
        encoding=encoding,
        in_place=in_place,
        backup=not no_backup,
        force=force,
        make_folders=destination.makes_folders,
        report=bool(page),
        quiet=quiet,
    )
    written: list[Report] = []
    unchanged = regionless = 0

    def done(one: "Converted") -> None:
        nonlocal unchanged, regionless
        unchanged += one.unchanged
        regionless += one.regionless
        written.extend(filter(None, (one.report,)))

    def failed(one: "Record") -> None:
        if page:
            written.append(reports.Report(one.path, state="failed", problems=one.problems))

    code = each.for_each(
        paths,
        Check(conversion) if check else work,
        place,
        quiet=quiet,
        suffixes=SUFFIXES,
        jobs=options.processes(jobs),
        cluster=cluster,
        resume=resume,
        report=report if by_line else "",
        done=done,
        failed=failed,
    )
    if unchanged and not quiet:
        terminal.say(_("nothing to convert in {count} of them").format(count=unchanged))
    if regionless and not quiet:
        terminal.say(_region_missing(to, regionless))
    if page:
        outputs.deliver(page, reports.as_bytes(page, written), force=True)
    return code


def _region_missing(to: str, count: int) -> str:
    from planforge.script.targets import TARGETS

    if region := TARGETS[to].region:
        sentence = _(
            "plans without a region: {count}. Their headings and labels are printed in simplified"
            " characters; print with --region {region}, or write 地区: {region} in them"
        )
        return sentence.format(count=count, region=region)
    return _(
        "plans without a region that goes with hant: {count}. Their headings and labels are printed"
        " in simplified characters; print with --region tw, hk or mo"
    ).format(count=count)


def _one_way(*, in_place: bool, output: str, check: bool, names: bool) -> None:
    if sum((in_place, bool(output), check)) > 1:
        raise UserError(
            _("--in-place, --output and --check exclude each other"),
            _("choose one of them"),
        )
    if names and in_place:
        raise UserError(
            _("{one} and {other} do not go together").format(one="--names", other="--in-place"),
            _("give a folder with -o"),
        )


def _conversion(
    to: str, *, fast: bool, vocabulary: str, glossary: str, comments: bool, quiet: bool
) -> "Conversion":
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
