"""`planforge export`: plans as data for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge.language import mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input

TARGETS: Final = {"json": ".json"}

EXAMPLES: Final = (
    "planforge export 工作计划.yaml --to json\nplanforge export 计划/ --to json -o 数据/"
)


def export(
    paths: options.Paths,
    *,
    to: Annotated[
        str, typer.Option("--to", metavar="json", help=mark("Kind of data"), show_default=True)
    ] = "json",
    keys: options.KeyLanguage = "en",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE|FOLDER"),
            help=mark("Where to write; - is standard output"),
        ),
    ] = "-",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every plan was written, 1 when some failed, 2 when all failed."""
    from planforge import outputs, pipeline, plan_json

    chosen_keys = options.one_of(keys, options.KEY_LANGUAGES, "--keys")
    suffix = TARGETS[options.one_of(to, tuple(TARGETS), "--to")]
    destination = outputs.Destination(output, (suffix,))

    def work(found: Input) -> None:
        plan, _source = pipeline.read_plan(found.path)
        path = output if output == outputs.STDOUT else destination.place(found, suffix)
        anew = outputs.deliver(path, plan_json.as_json(plan, chosen_keys), force=force)
        if path != outputs.STDOUT and not quiet:
            terminal.written(path, anew=anew)

    return each.for_each(paths, work, quiet=quiet)
