"""Keep the message catalogues true to the source.

`python tools/messages.py` does three things:

1. collects every sentence in ``_()`` and ``mark()`` from ``src`` into ``zh_Hans/…/planforge.po``,
   keeping the translations and leaving new sentences empty;
2. makes ``zh_Hant/…/planforge.po`` from it with planforge's own converter;
3. compiles both.

With ``--check`` nothing is written; the exit code is 1 when something would change or a sentence
has no translation. Translate in ``zh_Hans`` only.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = ROOT / "src" / "planforge"
LOCALE: Final = SOURCE / "locale"
KEYWORDS: Final = {"_": None, "mark": None}
WIDTH: Final = 100


class Messages(Catalog):
    """A catalogue with a short header: Babel's own holds its version and the time of day."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs in order to read the file."""
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def main() -> int:
    """Exit code: 1 when ``--check`` finds something to do or a sentence is untranslated."""
    check = "--check" in sys.argv[1:]
    hans = updated()
    changed = [
        path
        for path, data in {**files("zh_Hans", hans), **files("zh_Hant", traditional(hans))}.items()
        if _is_new(path, data, write=not check)
    ]
    empty = [str(message.id) for message in hans if message.id and not message.string]
    for path in changed:
        print(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
    for sentence in empty:
        print(f"not translated: {sentence}")
    return 1 if empty or (check and changed) else 0


def updated() -> Catalog:
    """The sentences of the source, in order of their files, with the translations there are."""
    known = _known()
    catalog = Messages(locale="zh_Hans", fuzzy=False)
    for sentence, places in sorted(_sentences().items(), key=lambda pair: (pair[1], pair[0])):
        catalog.add(
            sentence,
            string=known.get(sentence, ""),
            locations=[(place, 0) for place in places],
            flags=["python-brace-format"] if "{" in sentence else [],
        )
    return catalog


def traditional(hans: Catalog) -> Catalog:
    """The same catalogue in traditional characters."""
    from planforge.script.conversion import Conversion  # only for this step

    catalog = Messages(locale="zh_Hant", fuzzy=False)
    for message in hans:
        if message.id:
            catalog.add(
                message.id,
                string=Conversion("tw").text(str(message.string)),
                locations=message.locations,
                flags=[flag for flag in message.flags if flag != "fuzzy"],
            )
    return catalog


def files(name: str, catalog: Catalog) -> dict[Path, bytes]:
    """The files of one language: the readable catalogue and the compiled one."""
    folder = LOCALE / name / "LC_MESSAGES"
    return {folder / "planforge.po": _po(catalog), folder / "planforge.mo": _mo(catalog)}


def _sentences() -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for name, _line, sentence, _comments, _context in extract_from_dir(
        SOURCE, [("**.py", "python")], keywords=KEYWORDS
    ):
        found.setdefault(str(sentence), set()).add(f"src/planforge/{name}".replace("\\", "/"))
    return {sentence: sorted(places) for sentence, places in found.items()}


def _known() -> dict[str, str]:
    path = LOCALE / "zh_Hans" / "LC_MESSAGES" / "planforge.po"
    if not path.exists():
        return {}
    with path.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream) if m.id and not m.fuzzy}


def _po(catalog: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalog, width=WIDTH, include_lineno=False)
    return stream.getvalue()


def _mo(catalog: Catalog) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def _is_new(path: Path, data: bytes, *, write: bool) -> bool:
    if path.exists() and path.read_bytes() == data:
        return False
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return True


if __name__ == "__main__":
    sys.exit(main())
