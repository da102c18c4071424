"""Numbers: the list of the file where its headings have one, else ours."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from msgspec.structs import replace

from planforge.writers.docx.own import WordFile, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles import Style
    from planforge.writers.docx.own import Written

FORMATS = (
    ("chineseCounting", "第%1章 "),
    ("chineseCounting", "第%2节 "),
    ("decimal", "%3) "),
    ("decimalEnclosedCircle", "%4"),
    ("decimal", "(%5)"),
)


def with_list(kit: Any, depth: int = 5, *, linked: int = 3, start: int = 1) -> Any:
    """A file whose first headings are linked to one list."""
    file = kit.union_file()
    numbering = file.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{n + 2}"/>' if n < linked else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>'
        for n, (form, text) in enumerate(FORMATS[:depth])
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:nsid w:val="504C414E"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="77"/></w:num>')
    )
    for n in range(linked):
        properties = file.styles[f"Heading {n + 1}"].element.get_or_add_pPr()
        numbers = properties.get_or_add_numPr()
        numbers.get_or_add_numId().val = 88
        numbers.get_or_add_ilvl().val = n
    return file


def numbers(data: bytes) -> dict[str, tuple[str, str]]:
    """Text → instance and level that stand at the paragraph itself."""
    found: dict[str, tuple[str, str]] = {}
    for one in docx.Document(io.BytesIO(data)).paragraphs:
        for number in one._p.iter(qn("w:numPr")):
            instance, level = number.find(qn("w:numId")), number.find(qn("w:ilvl"))
            assert instance is not None
            assert level is not None
            found[one.text] = (instance.get(qn("w:val"), ""), level.get(qn("w:val"), ""))
    return found


def test_a_list_of_the_file_numbers_the_headings_by_itself(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    done = written(kit.saved(with_list(kit)))
    at = numbers(done.data)
    assert "重点任务" not in at
    assert "思想引领" not in at
    assert done.rows[-1].style == "第一章  第一节  1)  ① (1)"
    assert done.rows[-1].how == "the list of the file"


def test_points_join_the_list_of_the_file_at_their_level(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    at = numbers(written(kit.saved(with_list(kit))).data)
    assert at["每月一次。"] == ("88", "3")
    assert at["上半年一次。"] == ("88", "4")


def test_what_begins_again_gets_an_instance_of_its_own(
    kit: Any, written: Callable[[bytes], Written], part: Any
) -> None:
    data = written(kit.saved(with_list(kit))).data
    instance, _level = numbers(data)["二月第1项工作。"]
    tree = part(data, "word/numbering.xml")
    nums = {one.get(qn("w:numId")): one for one in tree.iter(qn("w:num"))}
    assert len(nums) == len(list(tree.iter(qn("w:num"))))
    (override,) = nums[instance].iter(qn("w:startOverride"))
    assert override.get(qn("w:val")) == "1"
    assert nums[instance].find(qn("w:abstractNumId")).get(qn("w:val")) == "77"


@pytest.mark.parametrize(
    "shape",
    [(5, 1, 1), (2, 2, 1), (5, 3, 0)],
    ids=["only chapters are numbered", "too few levels", "counts from zero"],
)
def test_a_list_that_will_not_do_is_left_alone_and_ours_is_added(
    kit: Any, written: Callable[[bytes], Written], part: Any, shape: tuple[int, int, int]
) -> None:
    depth, linked, start = shape
    file = with_list(kit, depth, linked=linked, start=start)
    done = written(kit.saved(file))
    assert done.rows[-1].style == "一、 （一） 1. （1） ①"
    assert done.rows[-1].how == "added, its headings have no list"
    at = numbers(done.data)
    instance = at["重点任务"][0]
    assert at["重点任务"] == (instance, "0")
    assert at["思想引领"] == (instance, "1")
    tree = part(done.data, "word/numbering.xml")
    abstracts = [one.get(qn("w:abstractNumId")) for one in tree.iter(qn("w:abstractNum"))]
    nsids = [one.get(qn("w:val")) for one in tree.iter(qn("w:nsid"))]
    assert len(abstracts) == len(set(abstracts)) > 1
    assert nsids.count("504C414E") == 1
    tags = [one.tag for one in tree]
    assert tags == sorted(tags, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_a_heading_that_is_not_numbered_is_taken_out_of_the_list(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    assert numbers(written(kit.saved(with_list(kit))).data)["一月"] == ("0", "1")


def test_our_list_is_indented_like_the_headings_of_the_file(
    union: bytes, written: Callable[[bytes], Written], part: Any
) -> None:
    data = written(union).data
    instance = numbers(data)["指导思想"][0]
    tree = part(data, "word/numbering.xml")
    num = next(one for one in tree.iter(qn("w:num")) if one.get(qn("w:numId")) == instance)
    wanted = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    abstract = next(
        one for one in tree.iter(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == wanted
    )
    first = abstract.find(qn("w:lvl")).find(qn("w:pPr")).find(qn("w:ind"))
    assert dict(first.attrib) == {qn("w:firstLine"): "600", qn("w:left"): "0"}


def test_a_file_without_a_numbering_part_gets_one(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    file = kit.union_file()
    part = file.part
    (rel,) = (r for r in part.rels.values() if r.reltype.endswith("/numbering"))
    del part.rels[rel.rId]
    done = written(kit.saved(file))
    assert docx.Document(io.BytesIO(done.data)).part.numbering_part is not None
    assert numbers(done.data)["指导思想"] == ("1", "0")


def with_patterns(kit: Any, patterns: tuple[str, ...], *, linked: int = 3) -> Any:
    """A file with a list whose first levels look like ``patterns``.

    The heading of its table of contents is based on that of a chapter, as in Word.
    """
    file = with_list(kit, linked=linked)
    abstract = file.part.numbering_part.element.find(
        "w:abstractNum[@w:abstractNumId='77']", {"w": nsmap["w"]}
    )
    for shown, pattern in zip(abstract.iter(qn("w:lvlText")), patterns, strict=False):
        shown.set(qn("w:val"), pattern)
    return file


def lines(done: Written) -> list[str]:
    """The lines of the table of contents, without page numbers."""
    found: Any = docx.Document(io.BytesIO(done.data)).paragraphs
    return [one.text.rstrip("\t") for one in found if one.style.name.startswith("toc ")]


def test_the_heading_of_the_contents_is_no_chapter(kit: Any, sample: Document, gb: Style) -> None:
    file = WordFile("本单位.docx", kit.saved(with_patterns(kit, ())))
    done = write(replace(sample, contents="目录"), gb, file)
    assert numbers(done.data)["目录"] == ("0", "0")
    assert "重点任务" not in numbers(done.data)
    styles: Any = docx.Document(io.BytesIO(done.data)).styles
    assert styles["TOC Heading"].base_style.name == "Heading 1"


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        ((), ["第二章 重点任务", "第一节 思想引领"]),
        (("%1、", "%1.%2"), ["二、重点任务", "二.一 思想引领"]),
        (("第%1章", "§%2"), ["第二章 重点任务", "§一 思想引领"]),
    ],
)
def test_the_contents_have_the_numbers_of_the_file(
    kit: Any, sample: Document, gb: Style, patterns: tuple[str, ...], expected: list[str]
) -> None:
    file = WordFile("本单位.docx", kit.saved(with_patterns(kit, patterns)))
    found = lines(write(replace(sample, contents="目录"), gb, file))
    assert [one for one in found if one.endswith(("重点任务", "思想引领"))] == expected


def test_the_contents_have_our_numbers_where_the_list_of_the_file_will_not_do(
    kit: Any, sample: Document, gb: Style
) -> None:
    file = WordFile("本单位.docx", kit.saved(with_patterns(kit, (), linked=1)))
    done = write(replace(sample, contents="目录"), gb, file)
    assert numbers(done.data)["目录"] == ("0", "0")
    assert "二、重点任务" in lines(done)
