"""Whether planforge would print a table just as it stood in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .keys import PLAN

if TYPE_CHECKING:
    from .tables import Grid


def prints(key: str, data: dict[str, Any], layout: dict[str, str], grid: Grid, region: str) -> bool:
    """Whether a section with ``data`` prints one table, with the very cells of ``grid``."""
    from planforge.catalogue import load_catalogue
    from planforge.document.compose import compose
    from planforge.document.tree import Table
    from planforge.errors import FileProblems
    from planforge.model.validate import validate
    from planforge.regions import load_region
    from planforge.source.emit import emit
    from planforge.source.load import load

    plan = {PLAN["title"]: "-", PLAN[key]: data, PLAN["layout"]: layout or None}
    try:
        read = validate(load("", emit(plan).encode()), load_catalogue())
    except FileProblems:
        return False
    tables = [b for b in compose(read, load_region(region)).blocks if isinstance(b, Table)]
    if len(tables) != 1:
        return False
    printed = [tuple(column.title for column in tables[0].columns), *tables[0].rows]
    return printed == [tuple(map(str, row)) for row in grid.rows]
