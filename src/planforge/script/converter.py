"""Conversion of prose by OpenCC on word boundaries."""

from __future__ import annotations

import importlib.metadata
import re
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Any, Final, Literal

from planforge.errors import UserError
from planforge.language import _

from .targets import TARGETS
from .vocabulary import regional_words, vocabulary
from .words import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Characters without meaning of their own, one of which marks the word boundaries. The first
# that a text does not contain is used: damaged pages do contain private-use characters.
_SEPARATORS: Final = tuple(map(chr, (*range(0xFDD0, 0xFDF0), 0x1F, 0x1E, 0x1D, 0x1C)))


Level = Literal["none", "union", "full"]
VOCABULARIES: Final[tuple[Level, ...]] = ("none", "union", "full")


@dataclass(frozen=True, slots=True)
class Options:
    """How text is converted.

    Attributes:
        word_boundaries: Cut simplified text into words first. OpenCC's own segmentation finds
            dictionary entries across word borders (不断|发挥 becomes 不斷髮揮).
        vocabulary: ``none``: characters only; ``union``: also the reviewed vocabulary; ``full``:
            OpenCC's phrase tables too, which replace many words.
    """

    word_boundaries: bool = True
    vocabulary: Level = "union"


DEFAULT: Final = Options()


def prose_converter(target: str, options: Options = DEFAULT) -> Callable[[str], str]:
    """A function that converts plain prose to ``target``, protecting nothing.

    Raises:
        UserError: The target is unknown, or OpenCC is not the official package.
    """
    if target not in TARGETS:
        raise UserError(
            _("there is no target called {name}").format(name=target),
            hint=_("targets: {names}").format(names=", ".join(TARGETS)),
        )
    known = TARGETS[target]
    phrases = options.vocabulary == "full"
    engine = _engine(known.phrases if phrases else known.configuration)
    steps = _simplify if not known.from_simplified else _traditional
    return partial(steps, engine, target, options)


def _traditional(engine: Any, target: str, options: Options, text: str) -> str:
    """Simplified ``text`` in traditional characters."""
    _check(text)
    if text.isascii():
        return text
    use_vocabulary = options.vocabulary != "none"
    characters = vocabulary(target).characters if use_vocabulary else {}
    marks = tuple(islice((mark for mark in _SEPARATORS if mark not in text), 2))
    if not options.word_boundaries or len(marks) < len(("between words", "for a word")):
        return _with_characters(engine.convert(text), characters)
    separator, answered = marks
    words, answers = cut(text, target, answered if use_vocabulary else "")
    converted = engine.convert(separator.join(words)).replace(separator, "")
    between = _with_characters(converted, characters).split(answered)
    return "".join(chain.from_iterable(zip_longest(between, answers, fillvalue="")))


def _with_characters(text: str, characters: Mapping[int, str]) -> str:
    # Most targets have none, and translating costs as much as a third of the conversion.
    return text.translate(characters) if characters else text


def _simplify(engine: Any, target: str, options: Options, text: str) -> str:
    """Traditional ``text`` in simplified characters, regional words in those of the mainland."""
    _check(text)
    if text.isascii():
        return text
    if options.vocabulary == "union":
        words = regional_words()
        text = _regional().sub(lambda match: words.get(match[0], match[0]), text)
    use_vocabulary = options.vocabulary != "none"
    return _with_characters(
        engine.convert(text), vocabulary(target).characters if use_vocabulary else {}
    )


@cache
def _regional() -> re.Pattern[str]:
    """Regional words, and whole quotations: their wording stays."""
    words = sorted(regional_words(), key=len, reverse=True)
    return re.compile("《[^《》]*》|" + "|".join(map(re.escape, words)))


def _check(text: str) -> None:
    if "\0" in text:
        # OpenCC 1.4 stops at NUL and silently drops the rest.
        raise UserError(_("the text contains a NUL character and cannot be converted"))


@cache
def _engine(configuration: str) -> Any:
    try:
        from opencc import OpenCC  # loaded only when something is converted

        # The Python binding's default maps 605 characters to ones that few fonts have.
        return OpenCC(configuration, include_tofu_risk_dictionaries=False)
    except (ImportError, TypeError) as error:
        installed = [
            name
            for name in ("opencc", "opencc-py", "opencc-python-reimplemented")
            if _is_installed(name)
        ]
        raise UserError(
            _("another package stands in the place of OpenCC: {names}").format(
                names=", ".join(installed) or "-"
            ),
            hint=_("run: pip uninstall {names}; pip install opencc").format(
                names=" ".join(installed)
            ),
        ) from error


def _is_installed(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
