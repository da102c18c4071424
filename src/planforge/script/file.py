"""One file in another script, by its kind."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems, UserError
from planforge.inputs import STDIN
from planforge.language import _
from planforge.source.encoding import decode
from planforge.source.limits import Limits

from .labelled import in_text
from .markdown import convert_markdown
from .plan_file import convert_yaml

if TYPE_CHECKING:
    from planforge.source.text import SourceText

    from .conversion import Conversion

# The local file header that a ZIP archive begins with.
_ZIP: Final = b"PK\x03\x04"

_PLANS: Final = (".yaml", ".yml")
SUFFIXES: Final = (*_PLANS, ".md", ".markdown", ".txt", ".docx")


def convert_file(path: str, data: bytes, conversion: Conversion, encoding: str = "") -> bytes:
    """The file converted; text is UTF-8, its byte order mark and line ends stay.

    Args:
        path: Its name; the suffix tells what it is. For ``-`` its content does.
        data: Its bytes, in any encoding that is read.
        conversion: Where to and how.
        encoding: Another encoding of the text than UTF-8.

    Raises:
        FileProblems: The file is no text, or a YAML file is not YAML.
        UserError: The kind of file cannot be converted, the target is unknown, or a character
            does not exist in the encoding.
    """
    suffix = _suffix(path, data)
    if suffix not in SUFFIXES:
        raise UserError(
            _("{path} cannot be converted").format(path=path),
            hint=_("convert reads {suffixes}").format(suffixes=" ".join(SUFFIXES)),
        )
    if suffix == ".docx":
        from .word_file import convert_word  # loads lxml

        return convert_word(path, data, conversion)
    if suffix in _PLANS and len(data) > Limits().size:
        raise UserError(
            _("{path} is larger than {limit} MB").format(
                path=path, limit=f"{Limits().size / 1e6:g}"
            )
        )
    source = _decoded(path, data)
    if suffix in _PLANS:
        text = convert_yaml(path, source.text, conversion)
    elif suffix == ".txt":
        conversion = conversion.reading(source.text).naming(in_text(source.text))
        text = conversion.text(source.text)
    else:
        text = convert_markdown(source.text, conversion)
    if encoding:
        return _encoded(path, text, encoding)
    mark = "\ufeff" if source.encoding == "utf-8-sig" else ""
    return (mark + text).encode()


def is_plan(path: str) -> bool:
    """Whether a file is read as a plan, by its name."""
    return PurePath(path).suffix.lower() in _PLANS


def _suffix(path: str, data: bytes) -> str:
    """How the file ends; standard input as what is in it: a Word file, a plan, or a plain text."""
    if path != STDIN:
        return PurePath(path).suffix.lower()
    if data.startswith(_ZIP):
        return ".docx"
    # A plain text may well look like YAML, but not like a plan.
    from planforge.model.plan import Plan
    from planforge.source.load import load

    try:
        source = load(STDIN, data)
    except (FileProblems, UserError):
        return ".txt"
    known = Plan.fields_by_key()
    return ".yaml" if any(key.value in known for key, _value in source.root.pairs) else ".txt"


def text_of(path: str, data: bytes) -> str:
    """What `convert_file` reads of a file: its text, or the paragraphs of a Word file.

    Raises:
        FileProblems: The file is no text.
        UserError: It is a damaged Word file.
    """
    if _suffix(path, data) == ".docx":
        from .word_file import text_of as text_of_word  # loads lxml

        return text_of_word(path, data)
    return _decoded(path, data).text


def _decoded(path: str, data: bytes) -> SourceText:
    """The text of the file; Big5 too, which plan files may not be in, but old texts are."""
    try:
        return decode(path, data)
    except FileProblems as problems:
        try:
            # What is no text at all fails here too, or has control characters.
            return decode(path, data.decode("big5-hkscs").encode())
        except (UnicodeDecodeError, FileProblems):
            raise problems from None


def _encoded(path: str, text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise UserError(
            _("{path}: the character {character} does not exist in {encoding}").format(
                path=path, character=text[error.start], encoding=encoding
            ),
            hint=_("the keys of a plan stay as they are; leave out --encoding, or write gb18030")
            if is_plan(path)
            else _("leave out --encoding, or convert to another script"),
        ) from error
    except LookupError as error:
        raise UserError(_("there is no encoding {name}").format(name=encoding)) from error
