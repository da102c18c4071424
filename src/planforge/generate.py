"""Writes what is made from the model and the data: pages and JSON Schemas in ``docs``.

Run in a checkout as ``python -m planforge.generate [FOLDER]``; a test fails while a committed
file is older than what it is made from.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .catalogue import load_catalogue
from .check import reference as checks
from .lint import manual
from .model import reference as keys
from .model.schema import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .model.schema import KeyLanguage

# Page → how its generated part is made anew, the words around it kept.
PAGES: Final[dict[str, Callable[[str], str]]] = {
    "plan-format.md": partial(keys.renewed, language="en"),
    "plan-format.zh-CN.md": partial(keys.renewed, language="zh-CN"),
    "docx/checks.md": checks.renewed,
}
RULES: Final = "rules"
"""The folder of the pages of the rules of lint, made from ``templates/rules`` alone."""
SCHEMAS: Final[dict[str, KeyLanguage]] = {
    "schema/plan.en.schema.json": "en",
    "schema/plan.zh.schema.json": "zh",
}


def made(docs: Path) -> Iterator[tuple[Path, str]]:
    """Every generated file of the folder ``docs`` with the text it should have."""
    for name, renewed in PAGES.items():
        page = docs / name
        yield page, renewed(page.read_text(encoding="utf-8"))
    for name, language in SCHEMAS.items():
        yield docs / name, to_json(language, load_catalogue())
    for name, text in manual.pages():
        yield docs / RULES / name, text


def main(docs: Path) -> None:
    """Write the generated files of the folder ``docs``."""
    for path, text in made(docs):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
