"""Numbers written the way another one is written."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_BEFORE_REPUBLIC: Final = 1911
_TENS: Final = 10


def like(written: str, year: int) -> str:
    """A year as ``written`` writes its own: 2027, 二〇二七, 民國116, 116."""
    if written.startswith("民"):
        head = written.rstrip("0123456789")
        return f"{head}{year - _BEFORE_REPUBLIC}"
    if written.isascii():
        return str(year if len(written) > len("116") else year - _BEFORE_REPUBLIC)
    zero = next((character for character in "零○" if character in written), "〇")
    return "".join(_DIGITS[int(figure)] for figure in str(year)).replace("〇", zero)


def ordinal_like(written: str, number: int) -> str:
    """A number below a hundred, or any in figures, as ``written`` writes its own: 7, 七, 十二."""
    if written.isascii():
        return str(number)
    tens, ones = divmod(number, _TENS)
    if not tens:
        return _DIGITS[ones]
    if tens >= _TENS:
        return str(number)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
