"""A value that cannot be used, with advice."""

from __future__ import annotations


class RefusedError(ValueError):
    """What a field refuses: one sentence, and what to write instead.

    Args:
        message: One sentence in the user's language.
        hint: What to do about it; empty when the message says enough.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
