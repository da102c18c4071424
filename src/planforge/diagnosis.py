"""What `planforge doctor` finds out: versions, programs, fonts, and what their absence changes."""

from __future__ import annotations

import importlib
import platform
import sys
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from . import __version__, fonts, language, resources
from .bug_report import PACKAGES, installed_version
from .errors import PlanforgeError
from .language import _
from .office import program

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG_OPENCC: Final = ("opencc-python-reimplemented", "opencc-py", "opencc-python")
"""Packages that install another module under the name ``opencc``."""


class Finding(Struct, frozen=True):
    """One line of the report.

    Attributes:
        good: Whether everything is as it should be.
        subject: What was looked at.
        result: What was found.
        effect: What changes because of it; empty when nothing does.
    """

    good: bool
    subject: str
    result: str
    effect: str = ""


def examine() -> Iterator[Finding]:
    """Every finding, as it is made."""
    yield Finding(good=True, subject="planforge", result=__version__)
    yield Finding(
        good=True, subject="Python", result=f"{platform.python_version()} ({sys.executable})"
    )
    yield Finding(good=True, subject=_("system"), result=platform.platform())
    yield from _packages()
    yield _opencc()
    yield _yaml_parser()
    yield _libreoffice()
    yield from _styles()
    yield from _fonts()
    yield from _folders()
    yield Finding(good=True, subject=_("language of messages"), result=language.chosen())


def _packages() -> Iterator[Finding]:
    for name in PACKAGES:
        version = installed_version(name)
        effect = "" if version else _("run: pip install {names}").format(names=name)
        yield Finding(bool(version), name, version or _("not installed"), effect)


def _opencc() -> Finding:
    subject = _("OpenCC, the official package")
    wrong = [name for name in WRONG_OPENCC if installed_version(name)]
    if wrong:
        names = " ".join(wrong)
        return Finding(
            good=False,
            subject=subject,
            result=_("{names} stands in its place").format(names=names),
            effect=_("conversion to traditional Chinese fails; run: pip uninstall {names}").format(
                names=names
            ),
        )
    try:
        from .script.conversion import Conversion  # slow, needed only here

        works = Conversion("hant").text("发展") == "發展"
    except PlanforgeError:
        works = False
    effect = "" if works else _("conversion to traditional Chinese fails")
    return Finding(works, subject, _("works") if works else _("does not work"), effect)


def _yaml_parser() -> Finding:
    try:
        importlib.import_module("ruamel.yaml.cyaml")
    except ImportError:
        effect = _("plan files cannot be read; run: pip install {names}").format(
            names="ruamel.yaml.clib"
        )
        return Finding(good=False, subject=_("YAML parser"), result=_("missing"), effect=effect)
    return Finding(good=True, subject=_("YAML parser"), result=_("works"))


def _libreoffice() -> Finding:
    found = program.find()
    version = program.version(found) if found else ""
    if version:
        return Finding(good=True, subject="LibreOffice", result=version)
    effect = _("no PDF can be made; Word documents are not affected")
    return Finding(good=False, subject="LibreOffice", result=_("not found"), effect=effect)


def _styles() -> Iterator[Finding]:
    """What each page style follows; the one of Hong Kong says that it follows nothing."""
    from . import styles  # slow, needed only here

    for name in resources.names("styles", ".yaml"):
        style = styles.load(name)
        subject = _("page style {name}").format(name=name)
        yield Finding(good=True, subject=subject, result=f"{style.title}：{style.about}")


def _fonts() -> Iterator[Finding]:
    from . import styles  # slow, needed only here

    wanted = {
        font.name: font.chain[1:]
        for name in resources.names("styles", ".yaml")
        for font in styles.load(name).fonts.values()
    }
    found = fonts.find(wanted.items())
    if found is None:
        yield Finding(
            good=False,
            subject=_("fonts"),
            result=_("cannot be listed on this computer"),
            effect=_("look at the fonts of a document in Word or WPS"),
        )
        return
    for font in found:
        subject = _("font {name}").format(name=font.name)
        if font.installed:
            yield Finding(good=True, subject=subject, result=_("installed"))
        else:
            effect = (
                _("{name} is shown instead; lines and pages may break elsewhere").format(
                    name=font.substitute
                )
                if font.substitute
                else _("another font is shown; lines and pages may break elsewhere")
            )
            yield Finding(good=False, subject=subject, result=_("missing"), effect=effect)


def _folders() -> Iterator[Finding]:
    for folder in resources.folders():
        there = folder.is_dir()
        result = str(folder.resolve())
        effect = "" if there else _("planforge must be installed anew")
        yield Finding(there, _("templates"), result, effect)
