"""The words of a union that conversion leaves alone or replaces as it says."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from planforge.errors import FileProblems, UserError
from planforge.language import _
from planforge.source.encoding import decode
from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, Sequence, data

from .persons import Named, clear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.source.load import Source
    from planforge.source.nodes import Node
    from planforge.source.text import SourceText

_TABLES: Final = (".tsv", ".txt")
_YAML: Final = (".yaml", ".yml", "")
_COMMENT: Final = re.compile(r"^[ \t]*#.*", re.MULTILINE)

PROTECT: Final = ("protect", "保护", "保護")
REPLACE: Final = ("replace", "替换", "替換")


class Glossary(Struct, frozen=True, dict=True):
    """Words with an answer that no dictionary may change.

    Attributes:
        answers: Word → what stands for it; the word itself where it is protected.
        people: Those of the words that are people, and where they are.
    """

    answers: dict[str, str] = field(default_factory=dict)
    people: dict[str, Named] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Any of the words, the longest first; ``None`` when there are none."""
        words = sorted(filter(None, self.answers), key=len, reverse=True)
        short = [word for word in words if word in self.people and not self.people[word].where]
        expressions = [self._where(word) for word in words if word not in short]
        if short:
            longer = sum(len(word) > len(short[0]) for word in words)
            expressions.insert(longer, clear(short))
        return re.compile("|".join(expressions)) if expressions else None

    def _where(self, word: str) -> str:
        return self.people[word].where if word in self.people else re.escape(word)

    def with_protected(self, words: Iterable[str]) -> Glossary:
        """The same glossary with more protected words; an answer that is there stays."""
        more = {word: word for word in words}
        return replace(self, answers={**more, **self.answers}) if more else self

    def with_people(self, people: dict[str, Named]) -> Glossary:
        """The same glossary that also knows how people write their names."""
        new = {name: one for name, one in people.items() if name not in self.answers}
        written = {name: one.written for name, one in new.items()}
        return Glossary({**self.answers, **written}, {**self.people, **new}) if new else self


def read_glossary(path: str, data: bytes) -> Glossary:
    """The glossary in a file.

    YAML has ``protect`` (保护), a list of words, and ``replace`` (替换), words with what stands
    for them. A table with tabs has a word and its replacement in each line; a word alone is
    protected, and further columns are remarks.

    Args:
        path: The file as the user named it.
        data: Its bytes.

    Raises:
        FileProblems: Something in it does not belong there.
        UserError: It is named like something else.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in _TABLES:
        return Glossary(dict(_table(decode(path, data))))
    if suffix not in _YAML:
        raise UserError(
            _("{path} cannot be read as a glossary").format(path=path),
            hint=_("write YAML, or a table with tabs that is called .tsv"),
        )
    if not _COMMENT.sub("", decode(path, data).text).strip():
        return Glossary()
    source = load(path, data)
    answers: dict[str, str] = {}
    for key, value in source.root.pairs:
        if key.value in PROTECT and not isinstance(value, Mapping):
            items: list[Node] = value.items if isinstance(value, Sequence) else [value]
            answers |= {word: word for word in _words(source, items)}
        elif key.value in REPLACE and isinstance(value, Mapping):
            new = _words(source, [one for _key, one in value.pairs])
            answers |= dict(zip((one.value for one, _value in value.pairs), new, strict=True))
        else:
            raise _not_understood(source, key)
    return Glossary(answers)


def protected_in(plan: Mapping) -> list[str]:
    """The words that a plan protects itself, from the nodes of its file."""
    said = {key.value: value for key, value in plan.pairs if key.value in PROTECT}
    value = next((data(said[key]) for key in PROTECT if key in said), None)
    if isinstance(value, str):
        return [value]
    return [word for word in value or () if isinstance(word, str)]


def _table(source: SourceText) -> Iterator[tuple[str, str]]:
    done = 0
    for line in source.text.splitlines(keepends=True):
        begin, done = done, done + len(line)
        word, *others = (cell.strip() for cell in line.split("\t"))
        if not word and any(others):
            problem = source.problem(
                "PF004",
                _("this line says what to write, but not for which word"),
                begin,
                done,
                hint=_("write the word, a tab, and what stands for it"),
            )
            raise FileProblems([problem])
        if word and not word.startswith("#"):
            # Further columns are for remarks.
            yield word, (others[0] if others else "") or word


def _words(source: Source, nodes: list[Node]) -> list[str]:
    found = []
    for node in nodes:
        if not isinstance(node, Scalar) or not node.value:
            raise _not_understood(source, node)
        found.append(node.value)
    return found


def _not_understood(source: Source, node: Node) -> FileProblems:
    problem = source.text.problem(
        "PF004",
        _("this does not belong in a glossary"),
        node.start,
        node.end,
        hint=_("write protect with a list of words, and replace with pairs of words"),
    )
    return FileProblems([problem])
