"""`planforge import`: old documents to plan files."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.language import mark

from . import each, options

if TYPE_CHECKING:
    from planforge.recognise.page import Report

EXAMPLES: Final = (
    "planforge import 去年工作计划.docx\n"
    "planforge import 去年工作计划.docx --repair --report 报告.md\n"
    "planforge import 网页.html --split\n"
    "planforge import 旧计划/ -o 新计划/"
)

WRITTEN: Final = ".yaml"
_REPORTS: Final = (".md", ".json")


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("PATH"),
            help=mark("Word, text, Markdown or web files, folders of them, or - for text"),
            show_default=False,
        ),
    ],
    *,
    output: options.Output = "",
    repair: Annotated[
        bool,
        typer.Option(
            "--repair",
            help=mark("Mend damage that is certain; propose the rest in comments beside the lines"),
        ),
    ] = False,
    split: Annotated[
        bool,
        typer.Option("--split", help=mark("Make a file of each plan where a page holds several")),
    ] = False,
    report: Annotated[
        str,
        typer.Option(
            "--report",
            metavar=mark("FILE"),
            help=mark(
                "Tell what became of every line, and what looks damaged (.md or .json), or write a"
                " line of JSON for each file as it is finished (.jsonl)"
            ),
        ),
    ] = "",
    jobs: options.Jobs = "",
    cluster: options.Cluster = "",
    resume: options.Resume = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every file was read, 1 when some failed, 2 when all failed."""
    from planforge import outputs
    from planforge.readers import SUFFIXES

    from . import run_report
    from .importing import Import  # loads the recognition in every process

    by_line = run_report.is_asked(report, _REPORTS)
    page = "" if by_line else report
    destination = outputs.Destination(output, (WRITTEN, ".yml"), SUFFIXES)
    work = Import(
        repair=repair,
        split=split,
        report=bool(page),
        force=force,
        make_folders=destination.makes_folders,
        quiet=quiet,
    )
    told: list[Report] = []
    code = each.for_each(
        paths,
        work,
        partial(destination.place, suffix=WRITTEN),
        quiet=quiet,
        suffixes=SUFFIXES,
        jobs=options.processes(jobs),
        cluster=cluster,
        resume=resume,
        report=report if by_line else "",
        done=told.extend,
    )
    if page:
        from planforge.recognise.page import as_bytes

        outputs.deliver(page, as_bytes(page, told), force=True)
    return code
