"""The language of messages: gettext catalogues, chosen once per process.

English sentences in the source are the message ids. ``locale/zh_Hans`` is translated by hand,
``locale/zh_Hant`` is made from it by planforge's own converter. The words of the command-line
library (usage, options, missing argument) are translated in `planforge.cli`, because the library
asks no catalogue for most of them.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

DOMAIN: Final = "planforge"
DIRECTORY: Final = Path(__file__).parent / "locale"
LANGUAGES: Final = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant", "en": ""}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_chosen = "en"


def _(message: str) -> str:
    """The message in the chosen language; the English text itself where there is none."""
    return _catalogue.gettext(message)


def mark(message: str) -> str:
    """``message`` itself: an id that is translated later, where it is shown."""
    return message


def listed(names: Iterable[str]) -> str:
    """``names`` behind each other, as the chosen language separates them."""
    return _(", ").join(names)


def choose(language: str) -> None:
    """Make ``language`` (a key of `LANGUAGES`) the language of every later message."""
    global _catalogue, _chosen  # noqa: PLW0603  one process speaks one language
    name = LANGUAGES[language]
    _chosen = language
    _catalogue = (
        gettext.translation(DOMAIN, DIRECTORY, [name]) if name else gettext.NullTranslations()
    )


def chosen() -> str:
    """The language that messages are in, a key of `LANGUAGES`."""
    return _chosen


def preferred(environment: dict[str, str] | None = None) -> str:
    """The language a user expects: ``PLANFORGE_LANG``, else the locale, else simplified Chinese.

    ``C`` and ``POSIX`` locales say nothing about the user, so they mean Chinese too.
    """
    variables = os.environ if environment is None else environment
    if (asked := variables.get("PLANFORGE_LANG", "")) in LANGUAGES:
        return asked
    locale = next(
        (v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := variables.get(k))), ""
    ).replace("-", "_")
    if locale.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh-Hant"
    if locale.startswith("zh") or locale.partition(".")[0] in {"", "C", "POSIX"}:
        return "zh-Hans"
    return "en"
