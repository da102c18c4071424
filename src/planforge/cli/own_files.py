"""`--style` with a Word file, `--form`: how each document is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _

from . import layout, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planforge.model.plan import Plan
    from planforge.writers.docx.own import WordFile
    from planforge.writers.docx.own.report import Row

    Maker = Callable[[Plan, str], bytes]

FROM_WORD: Final = ("docx", "pdf")


def maker(style: str, form: str, region: str, formats: Sequence[str], *, quiet: bool) -> Maker:
    """The function that makes the bytes of a document from a plan and the name of a format.

    A mistake in the call is told here, once, and not once per plan.

    Args:
        style: Name or file of a page style, or a Word file.
        form: A Word file with tags.
        region: Code of a region.
        formats: The formats asked for.
        quiet: Do not report what of a Word file was used.

    Raises:
        UserError: The style or form is missing or cannot be used for these formats.
        FileProblems: The tags of the form are wrong.
    """
    if form and style:
        raise UserError(
            _("{one} and {other} do not go together").format(one="--form", other="--style"),
            _("a form has styles of its own"),
        )
    if form:
        return _form_maker(form, region, formats)
    return _style_maker(style, region, formats, quiet=quiet)


def _style_maker(style: str, region: str, formats: Sequence[str], *, quiet: bool) -> Maker:
    from planforge import pipeline, styles

    given = None
    if styles.is_word(style):
        only_word(formats, "--style")
        given = _opened(style)
    elif style:
        styles.load(style)

    def make(plan: Plan, name: str) -> bytes:
        wanted = style or plan.layout.style
        # Text has no pages: there a Word file that the plan names changes nothing.
        if not styles.is_word(wanted) or name not in FROM_WORD:
            return pipeline.render_plan(plan, name, style=style, region=region)
        file = given or _opened(wanted)
        written = pipeline.render_in(file, plan, region=region)
        if not quiet:
            report(file, written.rows)
        return _finished(written.data, name, plan, region)

    return make


def _opened(path: str) -> WordFile:
    from planforge.writers.docx.own import open_word

    return open_word(path)


def _form_maker(form: str, region: str, formats: Sequence[str]) -> Maker:
    """The function that fills in a form; the form is looked through here, once."""
    from planforge import forms, pipeline
    from planforge.writers.docx.own import open_word

    only_word(formats, "--form")
    file = open_word(form)
    forms.check(file).demand()
    forms.load_engine()

    def make(plan: Plan, name: str) -> bytes:
        return _finished(pipeline.fill_form(file, plan, region=region), name, plan, region)

    return make


def _finished(data: bytes, name: str, plan: Plan, region: str) -> bytes:
    """The Word document, or a PDF of it."""
    if name != "pdf":
        return data
    from planforge import pipeline
    from planforge.writers import pdf

    _document, page = pipeline.composed(plan, region=region)
    return pdf.from_word([data], page)[0]


def list_needs(form: str, plans: Sequence[Plan], region: str) -> int:
    """0 after telling what a form needs, 1 when something in it is wrong.

    Args:
        form: The Word file with tags.
        plans: At most one, whose values are shown beside the names.
        region: Code of a region.

    Raises:
        UserError: The form is missing or no Word file.
    """
    from planforge import forms, pipeline
    from planforge.source.visible import safe
    from planforge.writers.docx.own import open_word

    checked = forms.check(open_word(form))
    given = pipeline.form_values(plans[0], region=region) if plans else None
    table = [
        (need.name, _("yes") if need.known else _("no"), need.value, need.where, need.about)
        for need in forms.needs(checked, given)
    ]
    heads = (_("name"), _("known"), _("in the plan"), _("where"), _("about"))
    shown = [place for place, _head in enumerate(heads) if plans or place != _VALUE]
    rows = [[row[place] for place in shown] for row in (heads, *table)]
    widths = [max(map(layout.columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(layout.pad(*pair) for pair in zip(row, widths, strict=True))
        terminal.write(safe(line.rstrip()) + "\n")
    terminal.show(checked.problems())
    return ExitCode.FINDINGS if checked.faults else ExitCode.OK


_VALUE: Final = 2


def only_word(formats: Sequence[str], option: str) -> None:
    """Nothing, when only Word documents, or PDF made of them, are asked for.

    Raises:
        UserError: Another format is asked for.
    """
    if others := [name for name in formats if name not in FROM_WORD]:
        raise UserError(
            _("{option} with a Word file makes Word documents, not {format}").format(
                option=option, format=others[0]
            ),
            _("leave out --format"),
        )


def report(file: WordFile, rows: Sequence[Row]) -> None:
    """Say what of the file was used, as far as this run has not said it yet."""
    roles = max(layout.columns(row.role) for row in rows)
    names = max(layout.columns(row.style) for row in rows)
    terminal.say_new(
        _("from {path}:").format(path=file.path),
        [
            f"  {layout.pad(row.role, roles)}  {layout.pad(row.style, names)}  {row.how}"
            for row in rows
        ],
    )
