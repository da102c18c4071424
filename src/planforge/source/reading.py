"""What comes of reading a text once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .engine import SyntaxFault
from .finding import TooLarge
from .nodes import Scalar

if TYPE_CHECKING:
    from .finding import Finding
    from .nodes import Node
    from .parse import Parser

#: The context of a fault that is none to YAML: the whole file is one text.
ROOT: Final = "root"


class Read(Struct, frozen=True):
    """What came of a text.

    Attributes:
        root: Its nodes; None when something is wrong.
        findings: Everything wrong with its syntax.
        doubts: What can be read, but was surely meant otherwise.
    """

    root: Node | None
    findings: list[Finding]
    doubts: list[Finding]


def run(parser: Parser) -> SyntaxFault | None:
    """Why the parser gave up; ``None`` when it reached the end."""
    try:
        parser.run()
    except TooLarge as error:
        parser.findings.append(error.finding)
    except SyntaxFault as error:
        return error
    root = parser.root
    if type(root) is Scalar and not root.is_null:
        return SyntaxFault(root.end, ROOT, root.start)
    return None
