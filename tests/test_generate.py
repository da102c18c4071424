from __future__ import annotations

import re
from pathlib import Path

from planforge.check import reference as checks
from planforge.generate import PAGES, SCHEMAS, main
from planforge.generate import RULES as FOLDER
from planforge.lint import manual
from planforge.lint.rule import RULES
from planforge.model import reference as keys

DOCS = Path(__file__).parents[1] / "docs"
# What is made stands behind the first marker, before the second where there is one.
MADE = re.compile(f"({keys.START}|{checks.START}).*?(?={checks.END}|\\Z)", re.DOTALL)


def test_the_generator_makes_the_committed_files_from_the_words_of_the_pages(
    tmp_path: Path,
) -> None:
    for name in PAGES:
        page = (DOCS / name).read_text(encoding="utf-8")
        words, parts = MADE.subn(r"\1", page)
        assert parts == 1
        assert len(words) < len(page) - 1000
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    main(tmp_path)
    for name in (*PAGES, *SCHEMAS):
        assert (tmp_path / name).read_bytes() == (DOCS / name).read_bytes()


def test_the_pages_of_the_rules_are_exactly_those_that_are_made_from_the_rules() -> None:
    made = dict(manual.pages())
    assert len(made) > len(RULES) > 20
    assert {path.name for path in (DOCS / FOLDER).glob("PF*.md")} == set(made) - {"README.md"}
    for name, text in made.items():
        assert (DOCS / FOLDER / name).read_text(encoding="utf-8") == text
