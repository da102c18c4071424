"""Word files made by hand: exactly the XML that a test is about, and nothing else."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Lacking = Callable[[str], NoReturn]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }.items()
)
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Raw:
    """Makes Word files of pieces of XML."""

    def __call__(self, body: str, section: str = "", **parts: str) -> bytes:
        """A file whose body is ``body``; ``header1="…"`` is the part that ``rIdheader1`` names."""
        named = {
            f"word/{name}.xml": f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
            for name, content in parts.items()
            if (root := KINDS[name.rstrip("0123456789")])
        }
        rows = [
            f'<Relationship Id="rId{name}" Target="{name}.xml"'
            f' Type="{OFFICE}/relationships/{name.rstrip("0123456789")}"/>'
            for name in parts
        ]
        types = "".join(
            f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>'
            for name in named
            if (kind := name[5:-4].rstrip("0123456789"))
        )
        document = f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
        return self.packed(
            {
                "[Content_Types].xml": (
                    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                    '<Default Extension="rels" ContentType='
                    '"application/vnd.openxmlformats-package.relationships+xml"/>'
                    '<Default Extension="xml" ContentType="application/xml"/>'
                    '<Override PartName="/word/document.xml"'
                    f' ContentType="{TYPE}.document.main+xml"/>'
                    f"{types}</Types>"
                ),
                "_rels/.rels": self.relationships(
                    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument"'
                    ' Target="word/document.xml"/>'
                ),
                "word/document.xml": f"<w:document {NAMESPACES}>{document}</w:document>",
                "word/_rels/document.xml.rels": self.relationships("".join(rows)),
                **named,
            }
        )

    @staticmethod
    def relationships(rows: str) -> str:
        uri = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<Relationships xmlns="{uri}">{rows}</Relationships>'

    @staticmethod
    def packed(parts: dict[str, str]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return target.getvalue()

    @staticmethod
    def p(text: str = "", properties: str = "", run: str = "") -> str:
        """A paragraph with one run."""
        words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{words if text else ''}</w:p>"

    @staticmethod
    def listed(text: str, instance: int, depth: int = 0) -> str:
        """A paragraph of a list."""
        return Raw.p(
            text,
            f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>',
        )


@pytest.fixture(scope="session")
def raw() -> Raw:
    return Raw()


@pytest.fixture(scope="session")
def converted(
    tmp_path_factory: pytest.TempPathFactory, lacking: Lacking
) -> Callable[[Iterable[bytes], str, str], list[bytes]]:
    """What LibreOffice makes of files, all in one start."""

    def convert(files: Iterable[bytes], suffix: str, target: str) -> list[bytes]:
        soffice = shutil.which("soffice")
        if soffice is None:
            lacking("there is no LibreOffice")
        folder: Path = tmp_path_factory.mktemp("office")
        names = [folder / f"{number}.{suffix}" for number, _data in enumerate(files)]
        for name, data in zip(names, files, strict=True):
            name.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", target, "--outdir", str(folder / "made")]
        command += map(str, names)
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made = target.partition(":")[0]
        return [(folder / "made" / f"{name.stem}.{made}").read_bytes() for name in names]

    return convert
