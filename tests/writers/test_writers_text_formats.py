from __future__ import annotations

import subprocess
import sys

import pytest

from planforge.document.tree import Document, Paragraph, Properties
from planforge.errors import UserError
from planforge.styles.loading import load
from planforge.writers import FORMATS, find, is_untouched, writer


def test_the_suffix_of_a_format_is_its_name() -> None:
    assert {name: entry.suffix for name, entry in FORMATS.items()} == {
        "docx": ".docx",
        "md": ".md",
        "html": ".html",
        "txt": ".txt",
        "pdf": ".pdf",
    }


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    for ask in (find, writer):
        with pytest.raises(UserError) as caught:
            ask("rtf")
        assert caught.value.message == "there is no format rtf"
        assert caught.value.hint == "Known are docx, md, html, txt, pdf"


# A PDF needs LibreOffice; it has tests of its own that ask for it.
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_every_format_can_be_written_and_recognised(name: str) -> None:
    document = Document(Properties("题", "", "", "zh-CN", "cn", "gb"), "题", (Paragraph("甲"),))
    data = writer(name)(document, load("gb"))
    assert data == writer(name)(document, load("gb"))
    assert is_untouched(name, data) is (name != "txt")


def test_the_list_of_formats_loads_no_library() -> None:
    code = (
        "import sys, planforge.writers\n"
        "print(sorted({'jinja2', 'docx', 'lxml', 'pydantic'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert answer.stdout == "[]\n"
