"""Text that does nothing to a terminal but to be read there."""

from __future__ import annotations

from typing import Final

from planforge.patterns import pattern

# Controls, and marks that turn or hide the text around them.
_UNSAFE: Final = pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)


def safe(text: str) -> str:
    """``text`` with every control character made visible."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: _visible(match[0]), text)


def _visible(character: str) -> str:
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004  the controls have pictures of their own
        return chr(0x2400 + code)
    return f"<U+{code:04X}>"


def safe_lines(text: str) -> str:
    """``text`` with every control character made visible but the ends of its lines."""
    return "\n".join(map(safe, text.split("\n")))
