"""One conversion: where to, how, and what is left alone."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from .converter import DEFAULT, Options, prose_converter, target_called
from .glossary import Glossary
from .persons import named
from .protected import answered, pieces
from .regional import regional_converter
from .together import together
from .written import Script, except_traditional_lines, script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .report import Report


class Conversion(Struct, frozen=True, dict=True):
    """Everything that decides how a text is converted.

    Attributes:
        target: A key of `planforge.script.targets.TARGETS`.
        options: How plain prose is converted.
        glossary: The user's own words.
        comments: Whether comments of YAML files are converted too.
        report: Where to write down what happened; ``None`` when nobody asks.
        script: What the text is written in, as far as is known.
    """

    target: str
    options: Options = DEFAULT
    glossary: Glossary = field(default_factory=Glossary)
    comments: bool = False
    report: Report | None = None
    script: Script = "either"

    def text(self, text: str) -> str:
        """``text`` converted, except addresses, tags and the words of the glossary.

        Raises:
            UserError: The text contains NUL, or the target is unknown.
        """
        return self.texts([text])[0]

    def texts(self, texts: Sequence[str]) -> list[str]:
        """Each of ``texts`` as `text` converts it; many at once take half the time.

        Raises:
            UserError: One of them contains NUL, or the target is unknown.
        """
        cut = pieces(texts)
        if (words := self.glossary.pattern) is not None:
            cut = [answered(one, words.finditer, self._answer) for one in cut]
        prose = iter(together([piece for one in cut for piece in one[::2]], self.prose))
        for one in cut:
            one[::2] = islice(prose, len(one[::2]))
        return list(map("".join, cut))

    @cached_property
    def prose(self) -> Callable[[str], str]:
        """Converts plain prose, protecting nothing; also several texts `together`."""
        if self.script == self.there:
            if self.there == "simplified":
                return str
            return regional_converter(self.target, self.options)
        convert = prose_converter(self.target, self.options)
        if self.report is not None:
            convert = self.report.watching(convert, self.target, self.options)
        if self.script == "mixed" and self.there == "traditional":
            return except_traditional_lines(convert)
        return convert

    @property
    def there(self) -> Script:
        """The script that the target is written in."""
        return "traditional" if target_called(self.target).from_simplified else "simplified"

    def reading(self, text: str) -> Conversion:
        """The same conversion for ``text``: what is in the target's script stays in it.

        Simplified characters in a traditional text would else be looked for where there are
        none: the 后 of 皇太后 is no 後.
        """
        script = script_of(text)
        if self.report is not None and self.report.script == "either":
            self.report.script = script
        return replace(self, script=script)

    def protecting(self, words: Iterable[str]) -> Conversion:
        """The same conversion that also leaves ``words`` alone."""
        return replace(self, glossary=self.glossary.with_protected(words))

    def naming(self, values: Iterable[str]) -> Conversion:
        """The same conversion that writes people as they write themselves, wherever they stand.

        Args:
            values: What the fields say that name people.
        """
        if self.there == "simplified" or self.script == "traditional":
            return self
        found = named(values, prose_converter(self.target, self.options))
        return replace(self, glossary=self.glossary.with_people(found)) if found else self

    def _answer(self, word: str) -> str:
        answer = self.glossary.answers[word]
        if self.report is not None and (person := self.glossary.people.get(word)):
            self.report.name(word, person)
        elif self.report is not None:
            self.report.protected[word] += 1
        return answer
