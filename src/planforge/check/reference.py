"""The table of checks in the documentation, made from their list and the page styles."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from planforge import styles

from .catalogue import entries
from .context import PLAIN

if TYPE_CHECKING:
    from planforge.styles import Style

    from .catalogue import Entry

START: Final = "<!-- checks: made by `python -m planforge.generate` -->\n"
END: Final = "<!-- end of checks -->\n"
_HEAD: Final = (
    "| code | looks at | in | at worst | figure | who demands it |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)


def renewed(text: str) -> str:
    """The page with the table as it should be; everything around it stays."""
    before, _start, rest = text.partition(START)
    _old, _end, after = rest.partition(END)
    return f"{before}{START}{table()}{END}{after}"


def table() -> str:
    """One row per check."""
    return _HEAD + "".join(_row(code, entry) for code, entry in entries().items())


def _row(code: str, entry: Entry) -> str:
    cells = (
        code,
        entry.about,
        " ".join(entry.styles),
        entry.severity,
        f"`{entry.figure}`" if entry.figure else "",
        "; ".join(_demand(entry, name) for name in _styles(entry)),
    )
    return f"| {' | '.join(cells)} |\n"


def _styles(entry: Entry) -> tuple[str, ...]:
    """The styles whose clause is shown: each where they differ, the first where all agree."""
    # A style for texts of any region has the words of theirs.
    named = tuple(name for name in entry.styles if entry.figure or name != PLAIN)
    said = {name: _demand(entry, name).partition(": ")[2] for name in named}
    alike = len(set(said.values())) == 1
    return named[:1] if alike else named


def _demand(entry: Entry, name: str) -> str:
    if not entry.figure:
        text, strength = entry.clause_in(name), str(entry.strength_in(name) or "")
    else:
        text, strength = _of_figure(styles.load(name), entry.figure)
    return f"{name}: {text} {strength}".replace("  ", " ").strip()


def _of_figure(style: Style, figure: str) -> tuple[str, str]:
    """Clause and strength of the innermost part on the way to a figure."""
    clause, strength = "", ""
    steps = figure.split(".")
    for depth in range(1, len(steps) + 1):
        part = attrgetter(".".join(steps[:depth]))(style)
        part = part[0] if isinstance(part, tuple) else part
        if getattr(part, "strength", None):
            clause, strength = part.clause, part.strength
    return clause, strength
