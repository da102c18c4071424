"""What a document needs is given back at once, so that a thousand of them need no more than one."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest

from planforge.ooxml.package import Package
from planforge.ooxml.style_sheet import StyleSheet
from planforge.readers import read
from planforge.readers.docx.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[weakref.ref[Any]]:
    """What holds the parts of the files that are opened."""
    found: list[weakref.ref[Any]] = []

    def watch(kind: Any) -> None:
        initialise = kind.__init__

        def noted(self: Any, *arguments: Any) -> None:
            found.append(weakref.ref(self))
            initialise(self, *arguments)

        monkeypatch.setattr(kind, "__init__", noted)

    watch(Package)
    watch(StyleSheet)
    watch(Words)
    return found


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Nothing is given back but what nobody holds any more."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_nothing_of_a_word_file_is_held_when_its_lines_are_there(
    raw: Any, opened: list[weakref.ref[Any]]
) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    field = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    lines = read("旧.docx", raw(raw.listed("甲", 1) + field, numbering=numbering))
    assert [line.text for line in lines] == ["甲"]
    assert [one() for one in opened] == [None] * 3
