"""The catalogues are complete, and say the same as the source."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from planforge import language
from planforge.language import DIRECTORY, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = pytest.mark.parametrize("name", [name for name in LANGUAGES.values() if name])
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def messages(name: str) -> list[Message]:
    with (DIRECTORY / name / "LC_MESSAGES" / "planforge.po").open("rb") as stream:
        found = [message for message in read_po(stream) if message.id]
    assert found
    return found


@pytest.fixture
def speaking() -> Iterator[None]:
    """The language of the process afterwards is what it was."""
    before = language.chosen()
    yield
    language.choose(before)


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("spoken", [spoken for spoken, name in LANGUAGES.items() if name])
def test_every_sentence_is_found_in_the_compiled_catalogue(spoken: str) -> None:
    language.choose(spoken)
    for message in messages(LANGUAGES[spoken]):
        assert language._(str(message.id)) == message.string
    assert language._("nobody ever says this") == "nobody ever says this"
    language.choose("en")
    assert language._("Stopped") == "Stopped"


@CATALOGUES
def test_every_sentence_is_translated(name: str) -> None:
    assert [m.id for m in messages(name) if not m.string or m.fuzzy] == []


@CATALOGUES
def test_a_translation_has_the_placeholders_of_its_sentence(name: str) -> None:
    for message in filter(lambda m: m.string, messages(name)):
        assert sorted(PLACEHOLDER.findall(str(message.string))) == sorted(
            PLACEHOLDER.findall(str(message.id))
        ), message.id


@CATALOGUES
def test_a_translation_begins_and_ends_like_its_sentence(name: str) -> None:
    for message in messages(name):
        sentence, translation = str(message.id), str(message.string)
        assert sentence.startswith("\n") == translation.startswith("\n"), sentence
        assert sentence.endswith("\n") == translation.endswith("\n"), sentence
        assert not translation.endswith("。") or sentence.endswith("."), sentence


def test_traditional_messages_hold_no_simplified_characters() -> None:
    simplified = set("们这为发东来会个时说国对长经学后过进动电")
    for message in messages("zh_Hant"):
        assert not simplified & set(str(message.string)), message.string


def test_the_catalogues_are_as_new_as_the_source() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "messages.py", "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (0, "")
