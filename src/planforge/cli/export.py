"""`planforge export`: plans as data for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, Literal

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
    jobs: options.Jobs = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every plan was written, 1 when some failed, 2 when all failed."""
    from planforge import outputs

    chosen_keys = options.one_of(keys, options.KEY_LANGUAGES, "--keys")
    suffix = TARGETS[options.one_of(to, tuple(TARGETS), "--to")]
    destination = outputs.Destination(output, (suffix,))

    def place(found: Input) -> str:
        return output if output == outputs.STDOUT else destination.place(found, suffix)

    work = Export(chosen_keys, force=force, make_folders=destination.makes_folders, quiet=quiet)
    return each.for_each(paths, work, place, quiet=quiet, jobs=options.processes(jobs))


@dataclass(frozen=True)
class Export:
    """Writes a plan as data, in whichever process.

    Attributes:
        keys: Language of the keys.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
    """

    keys: Literal["zh", "en"]
    force: bool = False
    make_folders: bool = False
    quiet: bool = False

    def __call__(self, found: Input, path: str) -> None:
        """Write the plan of ``found`` to ``path``.

        Raises:
            UserError: The file cannot be read, or nothing can be written there.
            FileProblems: There is no plan in it.
        """
        from planforge import outputs, pipeline, plan_json

        plan, _source = pipeline.read_plan(found.path)
        data = plan_json.as_json(plan, self.keys)
        anew = outputs.deliver(path, data, force=self.force, make_folder=self.make_folders)
        if path != outputs.STDOUT and not self.quiet:
            terminal.written(path, anew=anew)
