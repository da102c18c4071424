"""`--style` with a Word file, `--form`: how each document is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planforge.errors import UserError
from planforge.language import _

from . import layout, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planforge.model.plan import Plan
    from planforge.writers.docx.own import WordFile
    from planforge.writers.docx.own.report import Row

    Maker = Callable[[Plan, str], bytes]

# The same as in `planforge.writers.docx.own`, which is slow to import.
WORD: tuple[str, ...] = (".docx", ".dotx", ".docm", ".dotm")


def maker(style: str, region: str, formats: Sequence[str], *, quiet: bool) -> Maker:
    """The function that makes the bytes of a document from a plan and the name of a format.

    A mistake in the call is told here, once, and not once per plan.

    Args:
        style: Name or file of a page style, or a Word file.
        region: Code of a region.
        formats: The formats asked for.
        quiet: Do not report what of a Word file was used.

    Raises:
        UserError: The style is missing or cannot be used for these formats.
    """
    from planforge import pipeline, styles

    if not style.lower().endswith(WORD):
        if style:
            styles.load(style)
        return partial(pipeline.render_plan, style=style, region=region)
    only_word(formats, "--style")
    from planforge.writers.docx.own import open_word

    file = open_word(style)
    told: set[Row] = set()

    def make(plan: Plan, _format: str) -> bytes:
        written = pipeline.render_in(file, plan, region=region)
        fresh = [row for row in written.rows if row not in told]
        if fresh and not quiet:
            report(file, fresh)
        told.update(fresh)
        return written.data

    return make


def only_word(formats: Sequence[str], option: str) -> None:
    """Nothing, when only Word documents are asked for.

    Raises:
        UserError: Another format is asked for.
    """
    if others := [name for name in formats if name != "docx"]:
        raise UserError(
            _("{option} with a Word file makes Word documents, not {format}").format(
                option=option, format=others[0]
            ),
            _("leave out --format"),
        )


def report(file: WordFile, rows: Sequence[Row]) -> None:
    """Say what of the file was used."""
    terminal.say(_("from {path}:").format(path=file.path))
    roles = max(layout.columns(row.role) for row in rows)
    names = max(layout.columns(row.style) for row in rows)
    for row in rows:
        terminal.say(f"  {layout.pad(row.role, roles)}  {layout.pad(row.style, names)}  {row.how}")
