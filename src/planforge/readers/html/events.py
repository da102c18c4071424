"""What lxml tells while it parses a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .page import Page


class Events:
    """Hands the events of lxml to a page.

    Args:
        page: What takes them.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """An element begins."""
        named = {_text(key).lower(): _text(value) for key, value in attrib.items()}
        self._page.start(_text(tag).lower(), named)

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        self._page.end(_text(tag).lower())

    def data(self, data: str | bytes) -> None:
        """Characters of the page."""
        self._page.data(_text(data))

    def comment(self, text: str | bytes) -> None:
        """A comment; those in a page are words of its programmers."""

    def pi(self, target: str, data: str | None = None) -> None:
        """A processing instruction, which shows nothing."""

    def close(self) -> Page:
        """The page is at its end."""
        self._page.close()
        return self._page


def _text(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode("utf-8", "replace")
