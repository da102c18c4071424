"""What a check found in a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from planforge.errors import Severity
    from planforge.styles.figure import Strength


class Place(Struct, frozen=True):
    """Where in a document something stands.

    Attributes:
        headings: The headings above it, the outermost first.
        paragraph: Number of the paragraph, 1-based, tables and empty ones counted; 0 for what
            is in no paragraph.
        words: The first words of the paragraph.
    """

    headings: tuple[str, ...] = ()
    paragraph: int = 0
    words: str = ""


class Finding(Struct, frozen=True):
    """One fault, with every place that has it.

    Attributes:
        code: ``PG`` and three digits, the number of the check.
        message: One sentence in the user's language.
        severity: How bad it is; only what is demanded can be an error.
        clause: What demands it; empty where only practice does.
        strength: How much that demands; ``None`` where nobody says.
        found: The figure in the document; empty where the message says it all.
        wanted: The figure of the style; empty where the message says it all.
        hint: What to do about it.
        places: Where; empty for the whole document.
    """

    code: str
    message: str
    severity: Severity
    clause: str = ""
    strength: Strength | None = None
    found: str = ""
    wanted: str = ""
    hint: str = ""
    places: tuple[Place, ...] = field(default=())
