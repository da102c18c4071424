"""Conversion of prose by OpenCC on word boundaries."""

from __future__ import annotations

import importlib.metadata
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planforge.errors import UserError
from planforge.language import _

from .protected import PROSE, convert_between
from .targets import TARGETS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

# Characters without meaning of their own, one of which marks the word boundaries. The first
# that a text does not contain is used: damaged pages do contain private-use characters.
_SEPARATORS: Final = tuple(map(chr, (*range(0xFDD0, 0xFDF0), 0x1F, 0x1E, 0x1D, 0x1C)))


def convert_text(
    text: str,
    target: str,
    *,
    word_boundaries: bool = True,
    protected: re.Pattern[str] = PROSE,
) -> str:
    """``text`` in the script of ``target``, addresses and template tags left as they are.

    Args:
        text: Any text without NUL.
        target: A key of `planforge.script.targets.TARGETS`.
        word_boundaries: Cut simplified text into words first. OpenCC's own segmentation finds
            dictionary entries across word borders (不断|发挥 becomes 不斷髮揮).
        protected: What is left alone.

    Raises:
        UserError: The text contains NUL, or OpenCC is not the official package.
    """
    convert = prose_converter(target, word_boundaries=word_boundaries)
    return convert_between(text, convert, protected)


def prose_converter(target: str, *, word_boundaries: bool = True) -> Callable[[str], str]:
    """A function that converts plain prose to ``target``, protecting nothing.

    Raises:
        UserError: The target is unknown, or OpenCC is not the official package.
    """
    if target not in TARGETS:
        raise UserError(
            _("there is no target called {name}").format(name=target),
            hint=_("targets: {names}").format(names=", ".join(TARGETS)),
        )
    configuration, from_simplified = TARGETS[target]
    engine = _engine(configuration)

    def convert(text: str) -> str:
        if "\0" in text:
            # OpenCC 1.4 stops at NUL and silently drops the rest.
            raise UserError(_("the text contains a NUL character and cannot be converted"))
        if text.isascii():
            return text
        separator = next((mark for mark in _SEPARATORS if mark not in text), "")
        segmented = word_boundaries and from_simplified and separator
        converted: str = engine.convert(separator.join(_cut(text)) if segmented else text)
        return converted.replace(separator, "") if segmented else converted

    return convert


def _cut(text: str) -> list[str]:
    import rjieba  # noqa: PLC0415  loaded only when something is converted

    words: list[str] = rjieba.cut(text)
    return words


@cache
def _engine(configuration: str) -> Any:
    try:
        from opencc import OpenCC  # noqa: PLC0415  loaded only when something is converted

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
