"""A form of the user filled in from a plan."""

from __future__ import annotations

import html
import io
import re
import traceback
import zipfile
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError
from lxml import etree

from planforge.bounded import TooMuchError
from planforge.errors import FileProblems, UserError
from planforge.language import _
from planforge.writers.docx import package
from planforge.writers.docx.fingerprint import PART, fingerprint_part

from .checking import problem
from .places import SHOWN, spots
from .sandbox import Form
from .values import TOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.writers.docx.own import WordFile

    from .words import Words

    Engine = Callable[[bytes, Form, Words, tuple[str, ...]], bytes]

LARGEST_PART: Final = 4 * 1024 * 1024
"""Bytes of text in a form; the patterns of docxtpl take long over more."""

_TEMPLATE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)
_DOCUMENT: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_CUSTOM: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_FAILED: Final = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


def fill(file: WordFile, given: Words) -> bytes:
    """The form with its tags filled in; the same values and form give the same bytes.

    Args:
        file: The form, already looked through with `planforge.forms.check`.
        given: What is filled in, from `planforge.forms.values`.

    Raises:
        UserError: docxtpl is not installed, or the form makes more than can be meant.
        FileProblems: A tag cannot be filled in; names the place.
    """
    filled = load_engine()
    environment = Form()
    try:
        return stamped(filled(_plain(file), environment, given, tuple(TOP.names)))
    except TooMuchError:
        raise file.refused(_("this form makes more text than can be meant seriously")) from None
    except etree.XMLSyntaxError:
        raise file.refused(
            _("its tags cut a paragraph or a table apart"),
            _("begin and end each block in one paragraph, or both with {%p, {%tr or {%tc"),
        ) from None
    except _FAILED as error:
        where = _place(error, environment, file)
        what = _("this cannot be filled in: {reason}").format(reason=error)
        raise FileProblems([problem(file.path, where, "", what)]) from error


def load_engine() -> Engine:
    """The function that fills in.

    Raises:
        UserError: docxtpl is not installed.
    """
    try:
        from .engine import filled  # it may be missing
    except ModuleNotFoundError as error:
        if error.name != "docxtpl":
            raise
        raise UserError(
            _("--form needs docxtpl, which is not installed"),
            _('install it with: pip install "planforge[forms]"'),
        ) from None
    return filled


def _plain(file: WordFile) -> bytes:
    """The form as an ordinary document, its parts read within their limits."""
    if "macroEnabled" in file.content_type(file.main)[0]:
        raise file.refused(
            _("a form with macros cannot be filled in"), _("save it as .docx without macros")
        )
    parts = {name: file.part(name) for name in file.names if not name.endswith("/")}
    if any(len(data) > LARGEST_PART for name, data in parts.items() if name.endswith(".xml")):
        raise file.refused(_("the file unpacks to more than planforge reads"))
    types = parts[package.CONTENT_TYPES]
    parts[package.CONTENT_TYPES] = types.replace(_TEMPLATE.encode(), _DOCUMENT.encode())
    return package.packed(parts)


def stamped(data: bytes) -> bytes:
    """The file with the mark that tells whether somebody has edited it since."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if PART not in parts:
        parts[package.CONTENT_TYPES] = _with(
            parts[package.CONTENT_TYPES], "Override", PartName=f"/{PART}", ContentType=_CUSTOM
        )
        parts["_rels/.rels"] = _with(
            parts["_rels/.rels"], "Relationship", Id="planforge", Type=_RELATION, Target=PART
        )
    parts[PART] = b""
    parts[PART] = fingerprint_part(parts)
    return package.packed(parts)


def _with(part: bytes, name: str, **attributes: str) -> bytes:
    tree = etree.fromstring(part)
    made = etree.SubElement(tree, f"{{{etree.QName(tree).namespace}}}{name}")
    for key, said in attributes.items():
        made.set(key, said)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(error: Exception, environment: Form, file: WordFile) -> str:
    """The paragraph in which a tag failed: docxtpl puts each on a line of its own."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    source = environment.sources[-1].splitlines() if environment.sources else []
    number = (lines[-1] if lines else getattr(error, "lineno", 0)) or 0
    if not 0 < number <= len(source):
        return _("the form")
    words = html.unescape(re.sub("<[^>]*>", "", source[number - 1]))
    for spot in spots(file):
        if spot.text and (spot.text in words or words.strip() in spot.text):
            return spot.shown
    return _("{where} “{words}”").format(where=_("paragraph"), words=words[:SHOWN])
