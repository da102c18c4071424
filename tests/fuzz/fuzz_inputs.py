"""Inputs for fuzzing: seeds, and seeds that were cut, joined and filled with odd pieces."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
MOST_BYTES: Final = 60_000
"""A larger input says nothing more and takes time."""

YAML_PIECES: Final = (
    *("\t", "\r\n", "\r", "\n", "\u2028", "\x85", ": ", "- ", "? ", "&a ", "*a", "<<: ", "|\n  "),
    *(">-\n  ", "|+2\n", "'", '"', "{", "}", "[", "]", ",", "\\x41", '"\\ud800"', "\\", "# "),
    *("---\n", "...\n", "%YAML 9.9\n", "!!binary ", "!x ", "\ufeff", "\x00", "\x1b[31m", "~"),
    *("  ", "    ", "null", "是", "2027", "2027-02-30", "9999999999999999999999", "1e999", "½"),
    *("标题: ", "期间: ", "重点任务:\n", "子项: ", "月度安排:\n", "13月", "工作目标: ", "≥98%"),
    *("2027-2028学年", "2027年第3季度", "，", "：", "（", "。。", "第十届", "10月8日（星期一）"),
    *("# planforge: disable=all\n", "𠮷", "\u0301", "\u202e", "地区: 台湾\n", "版本: 99\n"),
)
WORDS: Final = (
    *(
        "2027",
        "2027年",
        "二〇二七年",
        "第十届",
        "10月8日（星期五）",
        "今年",
        "明年",
        "去年底",
        "，",
        ",",
    ),
    *(
        "。。",
        "3月",
        "国庆节",
        "十五五",
        "建党106周年",
        "2月29日",
        "学年",
        "一、",
        "98%",
        "100万元",
    ),
    *(
        "ＡＢ１２",
        "后台",
        "頭髮",
        "𠮷",
        "(",
        "“",
        '"',
        "……",
        "  ",
        "\u3000",
        "每周一",
        "暑假",
        "；。",
    ),
)
"""Words that leave most plans what they are."""
PAGE_PIECES: Final = (
    *("<p>", "</p>", "<table>", "<tr>", "<td rowspan=65535 colspan=-1>", "</table>", "<ol>"),
    *("<li value=99999999999>", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&bogus;", "<"),
    *("<script>", "</script>", "<svg>", "<template>", "<plaintext>", "\0", "<b", "一、", "style='"),
    *("<meta charset=utf-7>", "<meta charset=gb18030>", "mso-list:l0 level9 lfo1", "<o:p>"),
)
TEXT_PIECES: Final = (
    *("\n", "\r\n", "\t", "　", "一、", "（一）", "1.", "①", "- ", "| a |", "|---|", "# ", "```"),
    *("2027年", "3月：", "附件：1.", "责任人：", "\x1b]0;x\x07", "\u202e", "\0", "\ufffd", "𠮷"),
    *(
        "\ue000",
        "\ufdd0",
        "\x1f",
        "\u2028",
        "后台",
        "頭髮",
        "乾隆",
        "<b>",
        "[x](y)",
        "---\n",
        "：：",
    ),
)
XML_PIECES: Final = (
    *("<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tc>", 'w:val="-1"', 'w:id="x"'),
    *('w:val="99999999999"', "&#0;", "&#x1F600;", "&a;", "<!DOCTYPE x [", "../..", "Target=", "<"),
    *('TargetMode="External"', "<c t='inlineStr'>", "<f>1/0</f>", "<v>1e999</v>", "#REF!", "\x00"),
    *("<mergeCell ref='A1:XFD1048576'/>", "r='A0'", "r='ZZZZ9'", "<sheet/>", "s='-1'", "t='d'"),
)


class Cut(NamedTuple):
    """Takes ``length`` characters out at ``place``, modulo the whole, and puts ``piece`` there."""

    place: int
    length: int
    piece: str


def cuts(pieces: tuple[str, ...], most: int = 8) -> st.SearchStrategy[list[Cut]]:
    """Some changes to a text."""
    # Without the pieces that break a structure, long cuts would break it too.
    long = () if pieces is WORDS else (5, 20, 100, 1000)
    lengths = st.sampled_from((0, 0, 1, 2, *long))
    piece = st.sampled_from(("", *pieces)) | st.text(max_size=4)
    return st.lists(st.builds(Cut, st.integers(0, MOST_BYTES), lengths, piece), max_size=most)


def changed(text: str, made: list[Cut]) -> str:
    """The text with the changes, one after the other."""
    for place, length, piece in made:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + length :]
    return text


def texts(seeds: list[str], pieces: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Texts in encodings that people use, sometimes with bytes that fit none."""
    assert seeds
    encoding = st.sampled_from(("utf-8",) * 6 + ("gb18030", "big5", "utf-16", "utf-8-sig"))
    made = st.builds(changed, _one_of(seeds), cuts(pieces))
    joined = st.lists(st.sampled_from(pieces), max_size=40).map("".join)
    return st.builds(_encoded, made | joined, encoding, st.just(b"") | st.binary(max_size=4))


def packages(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """Zip archives with changed parts, with parts gone or twice, and with changed bytes."""
    assert seeds
    seed = _one_of(seeds)
    part = st.builds(_repacked, seed, st.integers(0, 200), cuts(XML_PIECES, 5), st.integers(0, 9))
    damage = st.lists(
        st.tuples(st.integers(0, MOST_BYTES), st.integers(0, 40), st.binary(max_size=8)), max_size=5
    )
    return part | st.builds(_damaged, seed, damage)


def _one_of(seeds: list[T]) -> st.SearchStrategy[T]:
    # By number: messages of Hypothesis would else show all seeds.
    return st.integers(0, len(seeds) - 1).map(lambda number: seeds[number])


def files(*patterns: str) -> list[Path]:
    """The files of the project that these patterns mean, none of them large."""
    found = sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())
    assert found
    return [path for path in found if path.stat().st_size <= MOST_BYTES]


def read_all(*patterns: str) -> list[str]:
    """Their texts."""
    return [path.read_bytes().decode(errors="replace") for path in files(*patterns)]


def _encoded(text: str, encoding: str, end: bytes) -> bytes:
    return text.encode(encoding, "replace")[:MOST_BYTES] + end


# What becomes of a part, beside its changes; less than all of these is nothing.
_UTF8, _ANY_PART, _CLIMBING, _GONE = 5, 6, 8, 9


@cache
def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error):
        return {}


def _repacked(data: bytes, number: int, made: list[Cut], how: int) -> bytes:
    parts = dict(_parts(data))
    if not parts:
        return data
    # Most parts of a package hold nothing of interest.
    names = sorted(parts, key=lambda name: (-_weight(name), name))
    name = names[number % (min(len(names), 3) if how < _ANY_PART else len(names))]
    text = changed(parts[name].decode("latin-1"), made)
    parts[name] = text.encode("utf-8", "replace") if made and how == _UTF8 else _latin(text)
    if how == _GONE:
        del parts[name]
    if how == _CLIMBING:
        parts["../../" + name] = parts.pop(name)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return target.getvalue()


def _weight(name: str) -> int:
    important: tuple[Callable[[str], bool], ...] = (
        lambda one: one.startswith(("word/document", "xl/worksheets", "xl/shared")),
        lambda one: one.endswith((".xml", ".rels")),
    )
    return sum(test(name) for test in important)


def _latin(text: str) -> bytes:
    return b"".join(
        c.encode("latin-1") if ord(c) <= 0xFF else c.encode("utf-8", "replace") for c in text
    )


def _damaged(data: bytes, made: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, piece in made:
        at = place % (len(data) + 1)
        data = data[:at] + piece + data[at + length :]
    return data
