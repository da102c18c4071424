"""One conversion: where to, how, and what is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .converter import DEFAULT, Options, prose_converter
from .glossary import Glossary
from .names import convert_names
from .protected import PROSE, convert_between

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from .report import Report


@dataclass(frozen=True)
class Conversion:
    """Everything that decides how a text is converted.

    Attributes:
        target: A key of `planforge.script.targets.TARGETS`.
        options: How plain prose is converted.
        glossary: The user's own words.
        comments: Whether comments of YAML files are converted too.
        report: Where to write down what happened; ``None`` when nobody asks.
    """

    target: str
    options: Options = DEFAULT
    glossary: Glossary = field(default_factory=Glossary)
    comments: bool = False
    report: Report | None = None

    def text(self, text: str, protected: re.Pattern[str] = PROSE) -> str:
        """``text`` converted, except addresses, tags and the words of the glossary.

        Raises:
            UserError: The text contains NUL, or the target is unknown.
        """
        if (words := self.glossary.pattern) is None:
            return convert_between(text, self.prose, protected)
        return convert_between(
            text,
            lambda part: convert_between(part, self.prose, words, self._answer),
            protected,
        )

    def names(self, text: str) -> str:
        """A field that names people: surnames are written as people of that name write them."""
        if (words := self.glossary.pattern) is None:
            return convert_names(text, self.target, self.prose, self.report)
        return convert_between(
            text,
            lambda part: convert_names(part, self.target, self.prose, self.report),
            words,
            self._answer,
        )

    @cached_property
    def prose(self) -> Callable[[str], str]:
        """Converts plain prose, protecting nothing."""
        convert = prose_converter(self.target, self.options)
        if self.report is None:
            return convert
        return self.report.watching(convert, self.target, self.options)

    def protecting(self, words: Iterable[str]) -> Conversion:
        """The same conversion that also leaves ``words`` alone."""
        return replace(self, glossary=self.glossary.with_protected(words))

    def _answer(self, word: str) -> str:
        answer = self.glossary.answers[word]
        if self.report is not None:
            self.report.protected[word] += 1
        return answer
