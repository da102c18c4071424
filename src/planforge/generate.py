"""Writes what is made from the model: the format pages and the JSON Schemas in ``docs``.

Run in a checkout as ``python -m planforge.generate [FOLDER]``; a test fails while a committed
file is older than the model.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .catalogue import load_catalogue
from .model.reference import renewed
from .model.schema import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model.reference import Language
    from .model.schema import KeyLanguage

PAGES: Final[dict[str, Language]] = {
    "plan-format.md": "en",
    "plan-format.zh-CN.md": "zh-CN",
}
SCHEMAS: Final[dict[str, KeyLanguage]] = {
    "schema/plan.en.schema.json": "en",
    "schema/plan.zh.schema.json": "zh",
}


def made(docs: Path) -> Iterator[tuple[Path, str]]:
    """Every generated file of the folder ``docs`` with the text it should have."""
    for name, language in PAGES.items():
        page = docs / name
        yield page, renewed(page.read_text(encoding="utf-8"), language)
    for name, keys in SCHEMAS.items():
        yield docs / name, to_json(keys, load_catalogue())


def main(docs: Path) -> None:
    """Write the generated files of the folder ``docs``."""
    for path, text in made(docs):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
