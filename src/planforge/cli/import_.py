"""`planforge import`: old documents to plan files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.errors import UserError
from planforge.language import _, mark

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
            metavar=mark("FILE.md|FILE.json"),
            help=mark("What became of every line, and what looks damaged"),
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

    from .importing import Import  # loads the recognition in every process

    if report and not report.lower().endswith(_REPORTS):
        raise UserError(
            _("{option} cannot be {value}").format(option="--report", value=report),
            _("give a file that ends in .md or .json"),
        )
    destination = outputs.Destination(output, (WRITTEN, ".yml"), SUFFIXES)
    work = Import(
        repair=repair,
        split=split,
        report=bool(report),
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
        done=told.extend,
    )
    if report:
        from planforge.recognise import page

        outputs.deliver(report, page.as_bytes(report, told), force=True)
    return code
