from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from planforge import styles
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document

PARTS = ("document", "numbering", "styles", "settings", "fontTable", "footer1")


@pytest.mark.parametrize("name", ["gb", "tw", "hk"])
@pytest.mark.parametrize("part", PARTS)
def test_the_parts_of_the_sample_are_the_ones_that_were_looked_at(
    sample: Document,
    parts: Callable[[bytes], dict[str, bytes]],
    golden: Callable[[str, bytes], None],
    name: str,
    part: str,
) -> None:
    tree = etree.fromstring(parts(write(sample, styles.load(name)))[f"word/{part}.xml"])
    etree.indent(tree)
    golden(f"docx/{name}/{part}.xml", etree.tostring(tree, encoding="UTF-8") + b"\n")
