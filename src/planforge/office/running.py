"""One run of LibreOffice, with a profile of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from planforge.errors import UserError
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def copy_profile(profile: Path, folder: Path) -> None:
    """A copy that may be written to, even when the original may not."""
    for path in profile.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(profile)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())


def run(command: Sequence[str], environment: Mapping[str, str], seconds: float) -> None:
    """Run LibreOffice to its end.

    Args:
        command: The program and its arguments.
        environment: All variables that it sees.
        seconds: How long it may take; then it is ended.

    Raises:
        UserError: It cannot be started, or does not finish in time.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  a program of this computer, fixed arguments
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UserError(
            _("LibreOffice cannot be started: {reason}").format(reason=error.strerror)
        ) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise UserError(
            _("LibreOffice did not finish within {seconds} seconds").format(seconds=int(seconds)),
            _("try fewer plans at a time, or save the Word document as PDF in Word or WPS"),
        ) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: the real one is a child of ``soffice``."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603  a fixed program
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607  found on the PATH
            capture_output=True,
            check=False,
        )
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
