"""A folder of plans and texts to compare with; its sketches are kept in the folder."""

from __future__ import annotations

import base64
import json
from array import array
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planforge import files, inputs
from planforge.errors import FileProblems, UserError
from planforge.language import _
from planforge.lint.paragraphs import MARK

from .grams import Grams
from .packing import text
from .sketch import Paragraph, Sketch, of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES: Final = (".yaml", ".yml", ".txt", ".md", ".docx")
KEPT: Final = ".planforge-index.json"
_VERSION: Final = 1
_PLANS: Final = (".yaml", ".yml")


def index(folder: Path) -> tuple[Sketch, ...]:
    """The sketches of every plan, text and Word file in a folder and below it.

    They are written to ``.planforge-index.json`` in the folder, where it may be written, and only
    files that have changed are read again. Files that cannot be read are left out.

    Raises:
        UserError: There is no such folder, or nothing in it.
    """
    if not folder.is_dir():
        raise UserError(_("there is no folder {path}").format(path=folder))
    kept = _kept(folder)
    now: dict[str, dict[str, Any]] = {}
    for found in inputs.find([str(folder)], SUFFIXES):
        path = Path(found.path)
        name = path.relative_to(folder).as_posix()
        stat = path.stat()
        state = [stat.st_size, stat.st_mtime_ns]
        old = kept.get(name)
        if old and old["state"] == state:
            now[name] = old
        elif one := _sketch(found.path):
            now[name] = {"state": state, **_packed(one)}
    if not now:
        raise UserError(_("the folder {path} has no plans or texts").format(path=folder))
    if now != kept:
        _keep(folder, now)
    return tuple(_unpacked(str(folder / name), entry) for name, entry in now.items())


def _sketch(path: str) -> Sketch | None:
    with suppress(UserError, FileProblems):
        data = files.read_file(path)
        return of_text(path, "\n".join(_texts(path, data)))
    return None


def _texts(path: str, data: bytes) -> Iterator[str]:
    if Path(path).suffix.lower() in _PLANS:
        from planforge.lint.passages import WORDS, passages
        from planforge.source.load import load

        for passage in passages(load(path, data).root):
            if passage.role in WORDS:
                yield passage.node.value
        return
    from planforge.readers import read  # loads what the kind of file needs

    yield from (line.text for line in read(path, data))


def _kept(folder: Path) -> dict[str, dict[str, Any]]:
    """What was kept the last time; nothing where that cannot be used."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        data = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        if data["version"] == _VERSION:
            entries: dict[str, dict[str, Any]] = data["files"]
            for entry in entries.values():
                _unpacked("", entry)
            return entries
    return {}


def _keep(folder: Path, entries: dict[str, dict[str, Any]]) -> None:
    text = json.dumps({"version": _VERSION, "files": entries}, ensure_ascii=False, indent=0)
    with suppress(OSError, UserError):
        files.write_atomically(folder / KEPT, text.encode())


def _packed(one: Sketch) -> dict[str, Any]:
    return {
        "bound": one.grams.bound,
        "grams": text(one.grams.hashes.tobytes()),
        "paragraphs": text(b"".join(paragraph.print for paragraph in one.paragraphs)),
    }


def _unpacked(path: str, entry: dict[str, Any]) -> Sketch:
    hashes = array("I", base64.b64decode(entry["grams"]))
    marks = base64.b64decode(entry["paragraphs"])
    prints = (marks[at : at + MARK] for at in range(0, len(marks), MARK))
    return Sketch(
        path,
        "",
        Grams(int(entry["bound"]), hashes),
        tuple(Paragraph(one, 0, 0, 0, 0) for one in prints),
    )
