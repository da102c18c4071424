"""Where configuration files are: upwards from a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge import files

if TYPE_CHECKING:
    from pathlib import Path

NAMES: Final = {"planforge.toml": ("lint",), "pyproject.toml": ("tool", "planforge", "lint")}
"""Name of the file → the table of it; the first that has it counts."""
_MARK: Final = b"planforge"


def find(folder: Path) -> Path | None:
    """The configuration file for what lies in a folder: in it, or in the nearest above it."""
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and _is_meant(path):
                return path
    return None


def _is_meant(path: Path) -> bool:
    """Whether a file of that name is about planforge; reading it as TOML would take longer."""
    if path.name == "planforge.toml":
        return True
    data = files.read_file(path)
    if _MARK not in data:
        return False
    bare = data.replace(b'"', b"").replace(b" ", b"")
    return b"tool.planforge" in bare or b"planforge.lint" in bare
