"""A section of the plan to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from .outline import Node

CUSTOM: Final = "sections"


class Part(Struct):
    """One section.

    Attributes:
        key: English key of the section; ``sections`` for one that planforge does not know.
        data: What is written below its Chinese key.
        nodes: What it was made from.
        layout: What must be set so that it is printed as it stood: keys and values of 版式.
        guessed: Whether it was told by its content, not by the words of a heading.
        raised: Whether it stood inside another section.
    """

    key: str
    data: Any
    nodes: list[Node] = field(default_factory=list)
    layout: dict[str, str] = field(default_factory=dict)
    guessed: bool = False
    raised: bool = False
