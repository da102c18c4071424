"""`planforge diff`: what changed from one plan to another."""

from typing import Annotated, Final

import typer

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import options, terminal

EXAMPLES: Final = (
    "planforge diff 2027年计划.yaml 2028年计划.yaml\n"
    "planforge diff 旧.yaml 新.yaml -f docx -o 对照表.docx"
)
FORMATS: Final = ("text", "json", "docx", "md", "html", "txt", "pdf")


def diff(
    old: Annotated[str, typer.Argument(metavar=mark("OLD"), help=mark("The old plan"))],
    new: Annotated[str, typer.Argument(metavar=mark("NEW"), help=mark("The new plan"))],
    *,
    to: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar=mark("FORMAT"),
            help=mark("text, json, docx, md, html, txt or pdf"),
        ),
    ] = "text",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar=mark("FILE"), help=mark("Where to write it")),
    ] = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when the plans were compared, whether they differ or not."""
    from planforge import outputs, pipeline
    from planforge.compare import differences, report

    kind = options.one_of(to, FORMATS, "--format")
    before, _source = pipeline.read_plan(old)
    after, _source = pipeline.read_plan(new)
    found = differences(before, after)
    if kind in {"text", "json"}:
        text = report.plain(found) if kind == "text" else report.as_json(old, new, found)
        data = text.encode()
    else:
        from planforge import styles, writers  # a comparison in the terminal needs neither

        document = report.document(before, after, found)
        data = writers.writer(kind)(document, styles.load(document.properties.style))
    target = output or outputs.STDOUT
    if target == outputs.STDOUT and kind in {"docx", "pdf"}:
        raise UserError(
            _("{format} cannot be written to the terminal").format(format=kind),
            _("say with -o where to write it"),
        )
    anew = outputs.deliver(target, data, force=force)
    if target != outputs.STDOUT and not quiet:
        terminal.written(target, anew=anew)
    return ExitCode.OK
