"""The reviewed vocabulary against words whose right form is known for each region."""

from __future__ import annotations

import csv
import itertools
import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from planforge.script.conversion import Conversion
from planforge.script.converter import Options
from planforge.script.targets import TARGETS
from planforge.script.vocabulary import regional_words, surnames, vocabulary
from planforge.script.written import script_of

DATA = Path(__file__).parents[1] / "data"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SIMPLIFIED_PLANS = 27
COLUMNS = {"tw": "expected_tw", "hk": "expected_hk", "mo": "expected_hk", "hant": "expected_t"}

# Words on whose border the segmenter itself is wrong, one of 699: 方便面 is a word of its own.
KNOWN_TRAPS = {"方便面向", "地税制茶", "三年制茶", "乒乓球台账"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert found
    return found


def accepted(pattern: str) -> set[str]:
    """Every text that ``{a|b}`` stands for."""
    parts = re.split(r"\{([^}]*)\}", pattern)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return {"".join(one) for one in itertools.product(*choices)}


@pytest.mark.parametrize("target", COLUMNS)
def test_union_words_are_right_for_every_region(target: str) -> None:
    terms = [(row["source"], row[COLUMNS[target]]) for row in rows("union-terms.tsv")]
    wrong = {
        source: got
        for source, expected in terms
        if (got := Conversion(target).text(source)) not in accepted(expected)
    }
    assert wrong == {}


def test_words_that_meet_do_not_become_other_words() -> None:
    wrong = {
        example
        for row in rows("conversion-traps.tsv")
        for example in row["examples"].split()
        if row["correct"] in "發髮困製徵簽採紮鬆錶緻"
        and row["wrong"] not in "了干采系制征签扎"
        and row["wrong"] in Conversion("tw").text(example)
    }
    assert wrong <= KNOWN_TRAPS


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("范主席", "范主席"),
        ("由范丽同志牵头", "由范麗同志牽頭"),
        ("请于晓明老师主持", "請于曉明老師主持"),
        ("余主席", "余主席"),
        ("由后主任负责", "由后主任負責"),
        ("规范老师行为", "規範老師行為"),
        ("模范主任", "模範主任"),
        ("后勤主任", "後勤主任"),
        ("位于主席台", "位於主席臺"),
        ("会后书记讲话", "會後書記講話"),
        ("服务于老师", "服務於老師"),
        ("由于主任缺席", "由於主任缺席"),
        ("党主席", "黨主席"),
        ("党委员会", "黨委員會"),
        ("党书记和党主任", "黨書記和黨主任"),
        ("后工会主席", "後工會主席"),
    ],
)
def test_surnames_with_a_title_stay_surnames(simplified: str, traditional: str) -> None:
    assert Conversion("tw").text(simplified) == traditional


def test_what_is_said_of_a_word_holds_in_compounds() -> None:
    text = "计划经济、教学计划、信息管理、个人信息、网络安全、短信息、汇报会"
    assert Conversion("tw").text(text) == (
        "計畫經濟、教學計畫、資訊管理、個人資訊、網路安全、短訊息、彙報會"
    )
    assert Conversion("hk").text("汇报会") == "匯報會"


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("从源头发力", "從源頭發力"),
        ("考察干部", "考察幹部"),
        ("芒果干", "芒果乾"),
        ("十几周", "十幾週"),
        ("内卷", "內捲"),
        ("50元后", "50元後"),
        ("吃面", "吃麵"),
        ("不准迟到，不准确", "不准遲到，不準確"),
        ("行政复议", "行政復議"),
        ("并名列前茅", "並名列前茅"),
    ],
)
def test_words_found_by_mining_pairs_are_right(simplified: str, traditional: str) -> None:
    assert Conversion("tw").text(simplified) == traditional


@pytest.mark.parametrize("target", COLUMNS)
def test_the_home_of_a_bride_is_written_with_the_character_that_everybody_writes(
    target: str,
) -> None:
    text = "当好职工“娘家人”，常回娘家看望老娘和姑娘"
    assert "孃" not in Conversion(target).text(text)


@pytest.mark.parametrize("target", COLUMNS)
@pytest.mark.parametrize(
    "text",
    [
        "文件会签后印发",
        "公文会签表",
        "签合同",
        "签责任书",
        "签领表",
        "应签尽签",
        "逐级签",
        "补签面签",
        "免签",
    ],
)
def test_to_sign_is_no_lot(target: str, text: str) -> None:
    assert "簽" in Conversion(target).text(text)
    assert "籤" not in Conversion(target).text(text)


@pytest.mark.parametrize("target", COLUMNS)
def test_lots_and_labels_are_not_signed(target: str) -> None:
    text = "标签、书签、抽签、中签、牙签、标签页、索引签、上上签"
    assert "簽" not in Conversion(target).text(text)


@pytest.mark.parametrize("target", COLUMNS)
def test_to_sign_across_a_border_of_words_stays_to_sign(target: str) -> None:
    text = "工会签订、委员会签字、大会签名、教代会签到、职代会签署"
    assert Conversion(target).text(text).count("簽") == text.count("签")


@pytest.mark.parametrize("target", COLUMNS)
@pytest.mark.parametrize("text", ["斗米", "子丑寅卯", "丑年", "抓斗", "年终冲账", "冲减", "冲抵"])
def test_measures_signs_and_offsets_are_no_fights_disgraces_and_rushes(
    target: str, text: str
) -> None:
    assert not set(Conversion(target).text(text)) & set("鬥醜衝")


def test_taiwan_keeps_all_its_books_with_the_same_character_and_they_come_back() -> None:
    text = "记账、报账、对账、转账、入账、结账、做账、总账、账单、坏账、冲账、日内到账、财务账"
    assert "賬" not in Conversion("tw").text(text)
    known = text.removesuffix("、财务账")
    assert Conversion("cn").text(Conversion("tw").text(known)) == known
    assert Conversion("cn").text("帳篷和蚊帳") == "帐篷和蚊帐"


def test_no_entry_leaves_a_simplified_character_in_traditional_text() -> None:
    for target in COLUMNS:
        assert script_of("".join(vocabulary(target).words.values())) == "traditional"


def test_the_wording_of_documents_and_slogans_stays() -> None:
    text = "按《年度计划》和“网络安全”要求，做好网络工作计划"
    assert Conversion("tw").text(text) == "按《年度計劃》和“網絡安全”要求，做好網路工作計畫"


def test_regional_words_come_back_as_those_of_the_mainland() -> None:
    text = "做好年度工作计划、网络、信息、软件、短信、台账、账户和汇报"
    for target in COLUMNS:
        assert Conversion("cn").text(Conversion(target).text(text)) == text


@pytest.mark.parametrize("target", COLUMNS)
def test_real_plans_come_back_as_they_were(target: str) -> None:
    folder = Path(os.environ.get("PLANFORGE_CORPUS", CORPUS)) / "plans"
    if not folder.is_dir():
        pytest.skip("the corpus of real plans is not here")
    plans = [path.read_text("utf-8") for path in sorted(folder.glob("00[123]-*.txt"))]
    assert len(plans) == SIMPLIFIED_PLANS
    there, back = Conversion(target), Conversion("cn")
    lost = [
        (old, new)
        for plan in plans
        for old, new in zip(plan, back.text(there.text(plan)), strict=True)
        if old != new
    ]
    # The plans write 台帐 and 建帐 for 台账 and 建账; the way back mends them.
    assert set(lost) <= {("帐", "账")}


def test_without_vocabulary_only_characters_change() -> None:
    assert Conversion("tw", Options(vocabulary="none")).text("网络计划") == "網絡計劃"


def test_the_full_vocabulary_is_opencc_s_own() -> None:
    assert Conversion("tw", Options(vocabulary="full")).text("支持") == "支援"


def test_the_full_vocabulary_leaves_the_wording_of_documents_and_slogans_too() -> None:
    full = Options(vocabulary="full")
    text = "《中华人民共和国网络安全法》、《软件信息条例》，“人工智能支持”，人工智能支持"
    for options in (full, replace(full, word_boundaries=False)):
        assert Conversion("tw", options).text(text) == (
            "《中華人民共和國網絡安全法》、《軟件信息條例》，“人工智能支持”，人工智慧支援"
        )
    assert Conversion("cn", full).text("《軟體》與“支援”、軟體") == "《软体》与“支援”、软件"


def test_every_entry_has_a_reason_and_a_known_target() -> None:
    targets = set(TARGETS)
    for row in rows("../../templates/vocabulary/words.tsv"):
        assert row["reason"]
        assert row["kind"] in {"script", "variant", "word"}
        assert set(row["targets"].split()) <= targets
    for row in rows("../../templates/vocabulary/characters.tsv"):
        assert row["reason"]
        assert row["target"] in targets
    assert vocabulary("tw").words["计划"] == "計畫"
    assert regional_words()["計畫"] == "计划"
    assert not surnames()["后"].anywhere
