from __future__ import annotations

from pathlib import Path

from planforge.generate import PAGES, SCHEMAS, main
from planforge.model.reference import START

DOCS = Path(__file__).parents[1] / "docs"


def test_the_generator_makes_the_committed_files_from_the_words_of_the_pages(
    tmp_path: Path,
) -> None:
    for name in PAGES:
        words = (DOCS / name).read_text(encoding="utf-8").partition(START)[0]
        (tmp_path / name).write_text(words + START, encoding="utf-8")
    main(tmp_path)
    for name in (*PAGES, *SCHEMAS):
        assert (tmp_path / name).read_bytes() == (DOCS / name).read_bytes()
