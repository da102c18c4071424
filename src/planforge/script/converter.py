"""Conversion of prose by OpenCC on word boundaries."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from planforge.errors import UserError
from planforge.language import _

from .lexicon import Lexicon
from .targets import TARGETS, Target
from .vocabulary import outside_quotations, regional_words, replaced, vocabulary
from .words import by_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Level = Literal["none", "union", "full"]
VOCABULARIES: Final[tuple[Level, ...]] = ("none", "union", "full")


class Options(Struct, frozen=True):
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


def target_called(name: str) -> Target:
    """The target of that name.

    Raises:
        UserError: There is none.
    """
    if name not in TARGETS:
        raise UserError(
            _("there is no target called {name}").format(name=name),
            hint=_("targets: {names}").format(names=", ".join(TARGETS)),
        )
    return TARGETS[name]


def prose_converter(target: str, options: Options = DEFAULT) -> Callable[[str], str]:
    """A function that converts plain prose to ``target``, protecting nothing.

    Raises:
        UserError: The target is unknown, or OpenCC is not the official package.
    """
    known = target_called(target)
    phrases = options.vocabulary == "full"
    opencc = engine(known.phrases if phrases else known.configuration)
    steps = _simplify if not known.from_simplified else _traditional
    convert = partial(_checked, partial(steps, opencc, target, options))
    if not phrases:
        return convert
    # The phrase tables know no quotations, in which the wording stays.
    return partial(
        outside_quotations, convert, prose_converter(target, replace(options, vocabulary="union"))
    )


def _checked(convert: Callable[[str], str], text: str) -> str:
    refuse_nul(text)
    try:
        return convert(text)
    except UnicodeEncodeError as error:
        raise UserError(_("the text contains half a character and cannot be converted")) from error


def _traditional(opencc: Any, target: str, options: Options, text: str) -> str:
    """Simplified ``text`` in traditional characters."""
    if text.isascii():
        return text
    if not options.word_boundaries:
        return _characters(opencc, target, options, text)
    lexicon = _lexicon(opencc, target, options)
    return by_words(text, lexicon, target if options.vocabulary != "none" else "")


@cache
def _lexicon(opencc: Any, target: str, options: Options) -> Lexicon:
    return Lexicon(partial(_characters, opencc, target, options))


def _characters(opencc: Any, target: str, options: Options, text: str) -> str:
    """``text`` as OpenCC has it, but for the characters that the vocabulary knows better."""
    use_vocabulary = options.vocabulary != "none"
    return with_characters(
        opencc.convert(text), vocabulary(target).characters if use_vocabulary else {}
    )


def with_characters(text: str, characters: Mapping[int, str]) -> str:
    """``text`` with single characters replaced."""
    # They are few and rare: looking for each is much faster than translating every character.
    for old, new in characters.items():
        text = text.replace(chr(old), new)
    return text


def _simplify(opencc: Any, target: str, options: Options, text: str) -> str:
    """Traditional ``text`` in simplified characters, regional words in those of the mainland."""
    if text.isascii():
        return text
    if options.vocabulary == "union":
        text = replaced(text, regional_words(), regional_words(spelling=True))
    return _characters(opencc, target, options, text)


def refuse_nul(text: str) -> None:
    """Raise UserError where ``text`` contains NUL."""
    if "\0" in text:
        # OpenCC 1.4 stops at NUL and silently drops the rest.
        raise UserError(_("the text contains a NUL character and cannot be converted"))


@cache
def engine(configuration: str) -> Any:
    """The OpenCC converter of that configuration, made once.

    Raises:
        UserError: OpenCC is not the official package.
    """
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
    from importlib.metadata import PackageNotFoundError, version  # only to say what is wrong

    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True
