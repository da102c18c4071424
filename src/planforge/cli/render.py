"""`planforge render`: plans to documents."""

# Annotations that are strings would be compiled twice, by the library that makes options of them.
from collections.abc import Sequence
from typing import Annotated, Final, TypeVar

import typer

from planforge import outputs
from planforge.errors import UserError
from planforge.language import _, mark

from . import each, options, own_files

EXAMPLES: Final = (
    "planforge render 工作计划.yaml\n"
    "planforge render 工作计划.yaml -f docx -f pdf\n"
    "planforge render 计划/ -o 成品/\n"
    "planforge render 工作计划.yaml --style 本单位.docx\n"
    "planforge render 工作计划.yaml --form 上报表.docx -o 上报表-2027.docx\n"
    "planforge render 工作计划.yaml --set 标题=青禾县总工会工作计划 -o 送审稿.docx"
)
T = TypeVar("T")


def render(
    paths: options.MaybePaths = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar=mark("FORMAT"),
            help=mark("docx, pdf, md, html or txt; may be given several times (default: docx)"),
        ),
    ] = None,
    output: options.Output = "",
    style: Annotated[
        str,
        typer.Option(
            "--style",
            metavar=mark("NAME|FILE"),
            help=mark("Page style: gb, tw, hk …, or a Word file of yours"),
        ),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--form",
            metavar=mark("FILE"),
            help=mark("Fill in a Word form of yours that has tags such as {{ 标题 }}"),
        ),
    ] = "",
    list_: Annotated[
        bool,
        typer.Option("--list", help=mark("Only show what the form needs")),
    ] = False,
    region: Annotated[
        str,
        typer.Option(
            "--region", metavar="cn|tw|hk|mo", help=mark("Region whose words and layout are used")
        ),
    ] = "",
    setting: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar=mark("KEY=VALUE"),
            help=mark("Use another value than the file, such as 标题=…; may be repeated"),
        ),
    ] = None,
    jobs: options.Jobs = "",
    cluster: options.Cluster = "",
    resume: options.Resume = "",
    report: options.Report = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every document was made, 1 when some failed, 2 when all failed."""
    from planforge import catalogue, writers

    from . import run_report
    from .rendering import Place, Render, maker  # loads the model

    names = _formats(formats or [], output)
    suffixes = tuple(writers.find(name).suffix for name in names)
    destination = outputs.Destination(output, suffixes)
    _check_output(destination, names)
    # A mistake in the call is told once, not once per file.
    run_report.is_asked(report)
    if region:
        region = catalogue.region_code(region)
    if list_:
        return _list(form, paths or (), setting or (), region)
    work = Render(
        names,
        tuple(setting or ()),
        style=style,
        form=form,
        region=region,
        force=force,
        make_folders=destination.makes_folders,
        quiet=quiet,
    )
    maker(work)
    return each.for_each(
        _given(paths, "PATH"),
        work,
        Place(destination, suffixes),
        quiet=quiet,
        jobs=options.processes(jobs),
        cluster=cluster,
        resume=resume,
        report=report,
    )


def _list(form: str, paths: Sequence[str], setting: Sequence[str], region: str) -> int:
    """Show what a form needs, beside what one plan says."""
    from planforge import pipeline

    if len(paths) > 1:
        raise UserError(_("--list shows one plan at a time"))
    plans = [pipeline.read_plan(path, setting)[0] for path in paths]
    return own_files.list_needs(_given(form, "--form"), plans, region)


def _given(value: T | None, name: str) -> T:
    """``value``, which may not be missing this time."""
    if not value:
        raise UserError(
            _("{missing} is missing").format(missing=_(name)),
            _("“{call}” shows how it is called").format(call="planforge render --help"),
        )
    return value


def _formats(asked: list[str], output: str) -> tuple[str, ...]:
    """The formats asked for, each once; else the one that the name of the output means."""
    from planforge.writers import FORMATS

    for name in asked:
        options.one_of(name, tuple(FORMATS), "--format")
    by_name = [name for name, known in FORMATS.items() if output.lower().endswith(known.suffix)]
    return tuple(dict.fromkeys(asked or by_name or ["docx"]))


def _check_output(destination: outputs.Destination, names: tuple[str, ...]) -> None:
    """Refuse one file for several formats."""
    output = destination.output
    if len(names) > 1 and (output == "-" or (output and not destination.is_folder)):
        raise UserError(
            _("{output} cannot hold several formats").format(output=output),
            _("give a folder with -o"),
        )
