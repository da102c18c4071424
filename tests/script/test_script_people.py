"""People by their labels, their titles and the shape of their names, in every kind of file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import pytest

from planforge.model.plan import Plan
from planforge.pipeline import composed
from planforge.recognise import grids
from planforge.resources import read
from planforge.script.conversion import Conversion
from planforge.script.file import convert_file
from planforge.script.markdown import convert_markdown
from planforge.script.names import keys
from planforge.script.persons import persons
from planforge.script.plan_file import convert_yaml
from planforge.script.report import watched
from planforge.script.vocabulary import people_words, surnames

FIELDS = Path(__file__).parents[1] / "data" / "people-in-fields.tsv"
# Short for 沈阳铁路 and the like, and a given name that no list has.
KNOWN_WRONG = {"沈铁", "沈抚办", "斗尕加"}


def in_field(value: str, rest: str = "") -> str:
    """What becomes of the owner of a task, and of the text behind it."""
    text = f'重点任务:\n- 责任人: "{value}"\n  内容: "{rest}"\n'
    lines = convert_yaml("a.yaml", text, Conversion("tw")).splitlines()
    return "|".join(line.split('"')[1] for line in lines[1:]).rstrip("|")


def in_text(text: str) -> str:
    """What becomes of a plain text."""
    return convert_file("a.txt", text.encode(), Conversion("tw")).decode()


def test_people_and_departments_in_fields_are_told_apart() -> None:
    with FIELDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = {row["field"] for row in rows if in_field(row["field"]) not in row["tw"].split("|")}
    assert wrong == KNOWN_WRONG


def test_every_label_that_names_people_elsewhere_is_a_label_here() -> None:
    known = set(people_words("label"))
    owners = set(grids._OTHER["owner"].split())
    assert owners <= known
    assert {name for name in keys() if not name.isascii()} <= known


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("责任人：范建国", "責任人：范建國"),
        ("走访（责任人：于丽、余发；期限：每月）", "走訪（責任人：于麗、余發；期限：每月）"),
        ("组　长：范丽（副主席）", "組　長：范麗（副主席）"),
        ("副组长： 后永强、谷里", "副組長： 后永強、谷里"),
        ("成员:于洋 余波", "成員:于洋 余波"),
        ("联系人：范丽，电话12345", "聯繫人：范麗，電話12345"),
        ("工会主席：于海；审核：余芳。", "工會主席：于海；審核：余芳。"),
        ("負責人：于丽", "負責人：于麗"),
        ("成员：\n　　于海、范丽", "成員：\n　　于海、范麗"),
        ("时间：于每月5日前", "時間：於每月5日前"),
        ("责任人：工会，于每月5日前", "責任人：工會，於每月5日前"),
    ],
)
def test_a_label_in_a_text_names_people(line: str, written: str) -> None:
    assert in_text(f"{line}\n") == f"{written}\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("工会主席于海", "工會主席于海"),
        ("党支部书记范丽丽", "黨支部書記范麗麗"),
        ("校长于建国、副校长余发展", "校長于建國、副校長余發展"),
        ("组织部于海", "組織部于海"),
        ("于海负责、范丽配合", "于海負責、范麗配合"),
        ("由于海燕和范涛牵头", "由于海燕和范濤牽頭"),
        ("余　芳", "余　芳"),
        ("余总、于院士、范某、小于", "余總、于院士、范某、小于"),
        ("党委员会、余下工作、于会后", "黨委員會、餘下工作、於會後"),
        ("沈发根、范后勤、余岳", "沈發根、范後勤、余岳"),
    ],
)
def test_titles_departments_and_duties_stand_beside_a_name(value: str, written: str) -> None:
    assert in_field(value) == written


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("工会副主席余发展、委员范丽丽出席", "工會副主席余發展、委員范麗麗出席"),
        ("组长于海负责全面工作", "組長于海負責全面工作"),
        ("设在工会，联系人范丽。", "設在工會，聯繫人范麗。"),
        ("主席于会后讲话", "主席於會後講話"),
        ("主任周末值班，书记后续跟进", "主任週末值班，書記後續跟進"),
        ("主席范围内，经理余下工作", "主席範圍內，經理餘下工作"),
        ("书记于年初、主任于年末布置", "書記於年初、主任於年末佈置"),
    ],
)
def test_a_name_behind_a_title_is_known_in_sentences(sentence: str, written: str) -> None:
    assert Conversion("tw").text(sentence) == written


@pytest.mark.parametrize(
    ("department", "sentence", "written"),
    [
        ("党工团", "党工团联合活动", "黨工團|黨工團聯合活動"),
        ("云平台", "建设云平台", "雲平臺|建設雲平臺"),
        ("后厨", "后厨卫生", "後廚|後廚衛生"),
        ("党支书", "党支书带头", "黨支書|黨支書帶頭"),
        ("干训", "干训工作", "幹訓|幹訓工作"),
        ("征迁", "征迁工作", "徵遷|徵遷工作"),
    ],
)
def test_departments_are_no_people(department: str, sentence: str, written: str) -> None:
    assert in_field(department, sentence) == written


@pytest.mark.parametrize(
    ("owner", "sentence", "written"),
    [
        ("于发展", "有利于发展", "于發展|有利於發展"),
        ("余波", "余波未平", "余波|餘波未平"),
        ("于和", "由于和谐，于和负责", "于和|由於和諧，于和負責"),
        ("主席后军", "后军跟上", "主席后軍|後軍跟上"),
        ("范丽香", "由范丽香牵头", "范麗香|由范麗香牽頭"),
    ],
)
def test_what_a_field_tells_does_not_change_words_of_the_text(
    owner: str, sentence: str, written: str
) -> None:
    assert in_field(owner, sentence) == written


def test_a_name_that_may_be_a_word_is_reported() -> None:
    report, way = watched("a.txt", Conversion("tw"))
    convert_file("a.txt", "成员：于洋、范丽、台建军".encode(), way)
    assert dict(report.names) == {
        ("于洋", "于洋"): 1,
        ("范丽", "范麗"): 1,
        ("台建军", "台建軍"): 1,
    }
    assert set(report.doubtful) == {("于洋", "於洋", "于洋"), ("台建軍", "臺建軍", "台建軍")}


def test_tables_of_markdown_and_text_name_people() -> None:
    table = "| 事项 | 责任人 |\n| --- | --- |\n| 走访 | 范丽 |\n| 后厨 | 后厨 |\n"
    written = "| 事項 | 責任人 |\n| --- | --- |\n| 走訪 | 范麗 |\n| 後廚 | 後廚 |\n"
    assert convert_markdown(table, Conversion("tw")) == written
    assert in_text("事项 | 负责人\n-----+-----\n走访 | 余发\n\n余发言\n") == (
        "事項 | 負責人\n-----+-----\n走訪 | 余發\n\n餘發言\n"
    )


def test_cells_beside_and_below_a_label_name_people_in_word_files() -> None:
    document = docx.Document()
    document.add_paragraph("责任人：范建国")
    form = document.add_table(2, 2)
    head = document.add_table(2, 3)
    head.cell(0, 0).merge(head.cell(0, 1)).text = "事项"
    for cell, text in (
        (form.cell(0, 0), "负 责 人"),
        (form.cell(0, 1), "于丽、余发"),
        (head.cell(0, 2), "责任人/部门"),
        (head.cell(1, 2), "叶斗、后厨"),
    ):
        cell.text = text
    file = io.BytesIO()
    document.save(file)
    written = docx.Document(io.BytesIO(convert_file("a.docx", file.getvalue(), Conversion("tw"))))
    assert written.paragraphs[0].text == "責任人：范建國"
    assert written.tables[0].cell(0, 1).text == "于麗、余發"
    assert written.tables[1].cell(1, 2).text == "葉斗、後廚"


def test_the_tables_and_sentences_of_a_plan_name_people_when_it_is_printed_elsewhere() -> None:
    data = {
        "标题": "计划",
        "其他章节": [
            {"标题": "分工", "表格": {"列": ["事项", "责任人"], "行": [["走访", "范丽"]]}},
            {"标题": "联系", "内容": "联系人：于洋，电话1。"},
        ],
    }
    document, _page = composed(Plan.model_validate(data), region="tw")
    assert "范麗" in str(document)
    assert "聯絡人：于洋" in str(document) or "聯繫人：于洋" in str(document)


def test_a_table_of_a_plan_file_names_people() -> None:
    text = "表格: {列: [事项, 责任人], 行: [[走访, 范丽], [后厨, 后厨]]}\n"
    assert convert_yaml("a.yaml", text, Conversion("tw")) == (
        "表格: {列: [事項, 責任人], 行: [[走訪, 范麗], [後廚, 後廚]]}\n"
    )


def test_a_traditional_text_keeps_its_names() -> None:
    text = "負責人：鍾于后、余建軍\n組長：范麗\n"
    assert in_text(text) == text


def test_every_surname_that_is_told_of_begins_a_person() -> None:
    assert all(list(persons(f"组长：{surname}建军")) for surname in surnames())


@pytest.mark.parametrize("table", ["people", "surnames", "given_names"])
def test_every_entry_of_the_tables_of_names_has_a_reason(table: str) -> None:
    lines = read(f"vocabulary/{table}.tsv").decode().splitlines()
    assert all(all(line.split("\t")) and line.count("\t") == lines[0].count("\t") for line in lines)
