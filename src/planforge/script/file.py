"""One file in another script, by its kind."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _
from planforge.source.encoding import decode

from .converter import DEFAULT, convert_text
from .markdown import convert_markdown
from .plan_file import convert_yaml

if TYPE_CHECKING:
    from .converter import Options

SUFFIXES: Final = (".yaml", ".yml", ".md", ".markdown", ".txt")


def convert_file(path: str, data: bytes, target: str, options: Options = DEFAULT) -> bytes:
    """The file in the script of ``target``, as UTF-8; a byte order mark and line ends stay.

    Args:
        path: Its name; the suffix tells what it is.
        data: Its bytes, in any encoding that is read.
        target: A key of `planforge.script.targets.TARGETS`.
        options: How it is converted.

    Raises:
        FileProblems: The file is no text, or a YAML file is not YAML.
        UserError: The kind of file cannot be converted, or the target is unknown.
    """
    source = decode(path, data)
    suffix = PurePath(path).suffix.lower()
    if suffix in {".yaml", ".yml"}:
        text = convert_yaml(path, source.text, target, options)
    elif suffix in {".md", ".markdown"}:
        text = convert_markdown(source.text, target, options)
    elif suffix == ".txt":
        text = convert_text(source.text, target, options)
    else:
        raise UserError(
            _("{path} cannot be converted").format(path=path),
            hint=_("convert reads {suffixes}").format(suffixes=" ".join(SUFFIXES)),
        )
    mark = "\ufeff" if source.encoding == "utf-8-sig" else ""
    return (mark + text).encode()
