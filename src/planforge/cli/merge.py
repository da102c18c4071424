"""`planforge merge`: many unions' plans in one calendar, one workbook, one document."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _, listed, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.agenda import Matter
    from planforge.inputs import Input
    from planforge.merge import Filed, Sent, Several
    from planforge.writers.ics import Events

EXAMPLES: Final = (
    "planforge merge 各基层工会/ -o 全县汇总.xlsx --expected 应报名单.txt\n"
    "planforge merge 各基层工会/ -o 全县日历.ics\n"
    "planforge merge 各基层工会/ -o 汇编.docx --title 青禾县2027年工会工作计划汇编"
)
DOCUMENTS: Final = {".docx": "docx", ".md": "md", ".html": "html", ".txt": "txt", ".pdf": "pdf"}
KINDS: Final = (".xlsx", ".ics", *DOCUMENTS)
ZONE: Final = "Asia/Shanghai"


def merge(
    paths: options.Paths,
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE"),
            help=mark("Where to write: .xlsx, .ics, .docx, .md, .html, .txt or .pdf"),
        ),
    ],
    expected: Annotated[
        str,
        typer.Option(
            "--expected",
            metavar=mark("FILE"),
            help=mark("Names of the unions that were to send a plan, one in a line"),
        ),
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar=mark("TEXT"), help=mark("Title"))] = "",
    jobs: options.Jobs = "",
    force: options.Force = False,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when every plan is in it, 1 when some could not be read, 2 when none could."""
    from planforge import outputs

    suffix = Path(output).suffix.lower()
    if suffix not in KINDS:
        raise UserError(
            _("{output} is named like another kind of file").format(output=output),
            _("let the name end in {suffixes}").format(suffixes=listed(KINDS)),
        )
    names = _names(expected)
    processes = options.processes(jobs)
    data: bytes | None
    if suffix == ".ics":
        name = title or Path(output).stem
        code, data = _calendar(paths, names, name, processes, quiet=quiet)
    else:
        code, data = _collected(paths, suffix, names, title, processes, quiet=quiet)
    if data is None:
        return code
    anew = outputs.deliver(output, data, force=force)
    if not quiet:
        terminal.written(output, anew=anew)
    return code


def _names(path: str) -> tuple[str, ...]:
    """The lines of a list that say something."""
    if not path:
        return ()
    from planforge import files
    from planforge.source.encoding import decode

    lines = decode(path, files.read_file(path)).text.splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _collected(
    paths: list[str], suffix: str, names: tuple[str, ...], title: str, jobs: int, *, quiet: bool
) -> tuple[int, bytes | None]:
    from planforge.merge import collection

    gathered: list[Sent] = []
    code = each.for_each(
        paths, Gather(), each.nowhere, quiet=quiet, jobs=jobs, done=gathered.append
    )
    if not gathered:
        return code, None
    plans = collection(gathered, names)
    if not quiet:
        _tell(plans.several, plans.missing)
    if suffix == ".xlsx":
        from planforge.merge.workbook import workbook  # loads openpyxl

        return code, workbook(plans, title)
    from planforge import styles, writers
    from planforge.merge.document import document

    made = document(plans, title)
    return code, writers.writer(DOCUMENTS[suffix])(made, styles.load(made.properties.style))


def _calendar(
    paths: list[str], names: tuple[str, ...], title: str, jobs: int, *, quiet: bool
) -> tuple[int, bytes | None]:
    from planforge.merge import missing, replaced, several
    from planforge.writers.ics import joined

    parts: list[tuple[Filed, Events]] = []
    code = each.for_each(paths, Schedule(), each.nowhere, quiet=quiet, jobs=jobs, done=parts.append)
    if not parts:
        return code, None
    filed = [one for one, _events in parts]
    doubled = several(filed)
    if not quiet:
        _tell(doubled, missing(filed, names))
    old = replaced(doubled)
    return code, joined((made for one, made in parts if one.path not in old), title, ZONE)


def _tell(several: "Sequence[Several]", missing: Sequence[str]) -> None:
    """Who has sent more than one plan, and who none."""
    from planforge.source.visible import safe

    for one in several:
        for old, new in one.replaced:
            terminal.say(
                _("{union}: {old} left out, {new} is its newer version").format(
                    union=safe(one.union), old=old.path, new=new.path
                )
            )
        if len(one.counted) > 1:
            paths = listed([plan.path for plan in one.counted])
            terminal.say(
                _("{union} has sent several plans, all of them count: {paths}").format(
                    union=safe(one.union), paths=paths
                )
            )
    if missing:
        terminal.say(_("no plan from: {names}").format(names=listed(missing)))


class Gather(Struct, frozen=True):
    """Keeps what a collection needs of a plan, in whichever process."""

    def __call__(self, found: "Input", _place: None) -> "Sent":
        """What is kept.

        Raises:
            UserError: The file cannot be read.
            FileProblems: There is no plan in it.
        """
        from planforge import files, pipeline
        from planforge import merge as merging

        plan, source = pipeline.read_plan(found.path)
        return merging.sent(found.path, plan, source, files.changed(found.path))


class Schedule(Struct, frozen=True):
    """Makes the events of a plan, in whichever process."""

    def __call__(self, found: "Input", _place: None) -> "tuple[Filed, Events]":
        """Who filed it, and its events; raises what `Gather` raises."""
        from planforge import files, pipeline
        from planforge.agenda.choosing import line
        from planforge.merge import filed
        from planforge.writers.ics import events

        plan, source = pipeline.read_plan(found.path)
        changed = files.changed(found.path)

        def place(matter: "Matter") -> str:
            return f"{found.path}:{line(matter, source)}"

        return filed(found.path, plan, changed), events(plan, changed, source=place)
