"""The bytes of a file, and what the user should know about them."""

from __future__ import annotations


class Rendered(bytes):
    """The bytes of a file, with notices.

    Attributes:
        notices: Sentences about how the file was made; empty when there is nothing to say.
    """

    notices: tuple[str, ...] = ()

    @classmethod
    def with_notices(cls, data: bytes, notices: tuple[str, ...]) -> Rendered:
        """``data`` with ``notices``."""
        made = cls(data)
        made.notices = notices
        return made


def notices(data: bytes) -> tuple[str, ...]:
    """What the user should know about ``data``; empty for plain bytes."""
    return data.notices if isinstance(data, Rendered) else ()
