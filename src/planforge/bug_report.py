"""The log file that is left behind when planforge itself is at fault."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PACKAGES: Final = (
    "icalendar",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "msgspec",
    "opencc",
    "openpyxl",
    "platformdirs",
    "pydantic",
    "python-docx",
    "rapidfuzz",
    "rich",
    "rjieba",
    "ruamel.yaml",
    "ruamel.yaml.clib",
    "typer",
)
"""Everything planforge is built on."""


def write(error: BaseException, arguments: Sequence[str]) -> Path | None:
    """The log file; ``None`` when it can be written nowhere.

    It holds versions, the platform, the words of the call and the traceback, and nothing of the
    content of any plan but what the error itself says.
    """
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    text = report(error, arguments, now)
    for folder in _folders():
        path = folder / f"planforge-{now:%Y%m%d-%H%M%S}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None


def report(error: BaseException, arguments: Sequence[str], now: dt.datetime) -> str:
    """The words of the log file."""
    lines = [
        f"time: {now:%Y-%m-%d %H:%M:%S %z}",
        f"planforge: {__version__}",
        f"python: {platform.python_version()} ({sys.executable})",
        f"platform: {platform.platform()}",
        *(f"{name}: {installed_version(name) or 'missing'}" for name in PACKAGES),
        f"arguments: {list(arguments)}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(lines)


def installed_version(package: str) -> str:
    """The version of an installed package; empty when it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _folders() -> Iterable[Path]:
    import platformdirs  # not needed when the report is only composed

    yield Path(platformdirs.user_log_dir("planforge", appauthor=False))
    yield Path(tempfile.gettempdir())
