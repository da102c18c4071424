"""What a conversion did, for people who want to look it over."""

from __future__ import annotations

import json
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field
from msgspec.structs import replace

from planforge.language import _, mark

from .converter import Options, prose_converter
from .together import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .conversion import Conversion
    from .persons import Named
    from .written import Script

STATES: Final = {
    "converted": mark("converted"),
    "already there": mark("in that script already"),
    "unchanged": mark("nothing to convert"),
    "failed": mark("not converted, because something is wrong"),
}

SUFFIXES: Final = (".md", ".json")
"""What the name of a report ends in."""
# Characters shown on either side of a place.
_AROUND: Final = 4


class Report(Struct):
    """What was done in one file.

    Attributes:
        path: The file.
        vocabulary: What the characters alone would give, what stands there now → how often.
        doubtful: Text around a place, the plain answer, the chosen one → how often: places where
            word boundaries decided, worth a look.
        protected: Word of the glossary → how often.
        names: Name, how it is written → how often.
        script: What the file was written in; ``mixed`` is worth a look.
        state: A key of `STATES`.
        problems: Why it was not converted, as `planforge.record.Record` has it.
    """

    path: str
    vocabulary: Counter[tuple[str, str]] = field(default_factory=Counter)
    doubtful: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    protected: Counter[str] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    script: Script = "either"
    state: str = "converted"
    problems: list[dict[str, Any]] = field(default_factory=list)

    def watching(
        self, convert: Callable[[str], str], target: str, options: Options
    ) -> Callable[[str], str]:
        """``convert``, which also writes down what it does."""
        plain = prose_converter(target, Options(word_boundaries=False, vocabulary="none"))
        bounded = prose_converter(target, replace(options, vocabulary="none"))

        def watched(text: str) -> str:
            converted = convert(text)
            results = (apart(result) for result in (plain(text), bounded(text), converted))
            for one in zip(*results, strict=True):
                self._compare(*one)
            return converted

        return watched

    def _compare(self, plain: str, by_words: str, converted: str) -> None:
        """Write down where three conversions of one text differ."""
        for _start, old, new in _differences(by_words, converted):
            self.vocabulary[old, new] += 1
        for start, old, new in _differences(plain, by_words):
            around = by_words[max(0, start - _AROUND) : start + len(new) + _AROUND]
            self.doubtful[around, old, new] += 1

    def name(self, word: str, person: Named) -> None:
        """Write down that ``word`` was taken for a person."""
        self.names[word, person.written] += 1
        if person.plain not in {"", person.written}:
            self.doubtful[person.written, person.plain, person.written] += 1

    def as_data(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "path": self.path,
            "state": self.state,
            "problems": self.problems,
            "script": self.script,
            "vocabulary": [
                {"from": old, "to": new, "count": n} for (old, new), n in _by_count(self.vocabulary)
            ],
            "doubtful": [
                {"text": text, "plain": old, "chosen": new, "count": n}
                for (text, old, new), n in _by_count(self.doubtful)
            ],
            "protected": [{"word": word, "count": n} for word, n in _by_count(self.protected)],
            "names": [
                {"name": old, "written": new, "count": n} for (old, new), n in _by_count(self.names)
            ],
        }


def state(script: Script, there: Script, *, changed: bool) -> str:
    """What became of a file in ``script`` whose target is written in ``there``."""
    if changed:
        return "converted"
    return "already there" if script == there else "unchanged"


def watched(path: str, conversion: Conversion) -> tuple[Report, Conversion]:
    """A new report, and the conversion that writes it."""
    report = Report(path)
    return report, replace(conversion, report=report)


def as_bytes(path: str, reports: list[Report]) -> bytes:
    """The reports as JSON where ``path`` ends so, else as a Markdown page."""
    return (_as_json if path.lower().endswith(".json") else _as_markdown)(reports)


def _as_json(reports: list[Report]) -> bytes:
    """The reports as JSON with totals."""
    data = {"files": [one.as_data() for one in reports], "totals": _totals(reports)}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _as_markdown(reports: list[Report]) -> bytes:
    """The reports as a Markdown page."""
    heading = _("Conversion")
    lines = [f"# {heading}", ""]
    lines += [
        "- " + _("{state}: {count}").format(state=_(STATES[state]), count=count)
        for state, count in _totals(reports).items()
    ]
    for one in reports:
        lines += ["", f"## {one.path}", "", f"- {_(STATES[one.state])}"]
        lines += [f"- {line}" for line in _lines(one)]
    return ("\n".join(lines) + "\n").encode()


def _lines(one: Report) -> Iterator[str]:
    for problem in one.problems:
        place = f"{problem['line']}:{problem['column']} " if "line" in problem else ""
        yield place + problem["message"]
    if one.script == "mixed":
        yield _("worth a look: simplified and traditional characters are mixed")
    for (old, new), count in _by_count(one.vocabulary):
        yield _("vocabulary: {old} → {new} ({count})").format(old=old, new=new, count=count)
    for (text, old, new), count in _by_count(one.doubtful):
        yield _("worth a look: …{text}… ({new}, not {old}; {count})").format(
            text=text, new=new, old=old, count=count
        )
    for word, count in _by_count(one.protected):
        yield _("protected: {word} ({count})").format(word=word, count=count)
    for (old, new), count in _by_count(one.names):
        yield _("name: {old} → {new} ({count})").format(old=old, new=new, count=count)


def _totals(reports: list[Report]) -> dict[str, int]:
    return dict(sorted(Counter(one.state for one in reports).items()))


def _by_count(counter: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))


def _differences(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Places where two conversions of one text differ: offset in ``new``, old and new words."""
    if old == new:
        return
    if len(old) == len(new):
        yield from _same_length(old, new)
        return
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield c, old[a:b], new[c:d]


def _same_length(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    start = -1
    for at, (a, b) in enumerate(zip(old + "\0", new + "\0", strict=True)):
        if a != b and start < 0:
            start = at
        elif a == b and start >= 0:
            yield start, old[start:at], new[start:at]
            start = -1
