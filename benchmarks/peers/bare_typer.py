"""The least a typer program can be: two commands that do nothing, set up as planforge is."""

from __future__ import annotations

import typer

program = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@program.command()
def one(path: str = "", number: int = 1) -> None:
    """Do nothing with a word and a number."""


@program.command()
def two() -> None:
    """Do nothing."""


program()
