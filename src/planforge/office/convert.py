"""Word documents through LibreOffice to PDF."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planforge import fontconfig
from planforge.errors import UserError
from planforge.language import _

from . import program
from .running import copy_profile, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planforge.styles.text import Font

PROFILE: Final = Path(__file__).parent / "profile"
"""Settings and the macro that converts."""

MACRO: Final = "macro:///Standard.Planforge.Main"
JOBS: Final = "PLANFORGE_JOBS"
"""Tells the macro where the list of documents is."""

# A conversion takes 0.2 s and a start 1 s; the rest is room for slow computers.
SECONDS_TO_START: Final = 90
SECONDS_EACH: Final = 30


def to_pdf(documents: Sequence[bytes], fonts: Iterable[Font]) -> tuple[bytes, ...]:
    """A tagged PDF of each Word document, in their order, all made in one start of LibreOffice.

    A fresh profile in a temporary folder is used, so that neither the settings of the user nor
    a LibreOffice that is open stand in the way.

    Args:
        documents: Word documents as `planforge.writers.docx` writes them.
        fonts: The fonts they ask for. Where one is missing, the first of its stand-ins is used.

    Raises:
        UserError: There is no LibreOffice, or it does not make a PDF.
    """
    if not (soffice := program.find()):
        raise UserError(
            _("a PDF needs LibreOffice, which was not found on this computer"),
            _("install it from libreoffice.org, or save the Word document as PDF in Word or WPS"),
        )
    # LibreOffice on Windows may hold a file a moment longer.
    with tempfile.TemporaryDirectory(prefix="planforge-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copy_profile(PROFILE, folder / "profile")
        jobs = [folder / f"{number}.docx" for number in range(len(documents))]
        for job, data in zip(jobs, documents, strict=True):
            job.write_bytes(data)
        listed = folder / "jobs.txt"
        listed.write_text("".join(map(_line, jobs)), encoding="ascii")
        environment = os.environ | fontconfig.environment(fonts) | {JOBS: listed.as_uri()}
        command = [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            MACRO,
        ]
        run(command, environment, SECONDS_TO_START + SECONDS_EACH * len(jobs))
        return tuple(_made(job) for job in jobs)


def _line(job: Path) -> str:
    """URLs are ASCII, whatever the name of the user; paths on Windows are not."""
    places = (job, job.with_suffix(".pdf"), job.with_suffix(".error"))
    return "\t".join(place.as_uri() for place in places) + "\n"


def _made(job: Path) -> bytes:
    with contextlib.suppress(FileNotFoundError):
        if made := job.with_suffix(".pdf").read_bytes():
            return made
    reason = ""
    with contextlib.suppress(FileNotFoundError):
        reason = job.with_suffix(".error").read_text("utf-8", "replace").strip()
    raise UserError(
        _("LibreOffice made no PDF: {reason}").format(reason=" ".join(reason.split()))
        if reason
        else _("LibreOffice made no PDF"),
        _("try planforge doctor, or save the Word document as PDF in Word or WPS"),
    )
