"""Addresses and paths that stand directly beside Chinese prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.script import protected
from planforge.script.conversion import Conversion


def converted(text: str) -> str:
    return Conversion("tw").text(text)


@pytest.mark.parametrize(
    "address",
    [
        "www.acftu.org/计划/台账.html",
        "https://acftu.org/计划/台账.html",
        "https://工会.cn/台账",
        "http://192.168.1.10:8080/台账",
        "smb://服务器/共享/台账",
        r"D:\工会\台账.docx",
        r"C:\工会 文件\台账 表.docx",
        r"\\server\共享\台账.docx",
        r"\\服务器\共享\台账",
        "/home/工会/台账.md",
        "./附件/台账.xlsx",
        "附件/台账.xlsx",
        "附件/台账（试行）.docx",
        "附件/台账(试行).docx",
        "zhanghui@工会.cn",
    ],
)
def test_an_address_directly_behind_prose_stays(address: str) -> None:
    assert converted(f"后勤请见{address}") == f"後勤請見{address}"
    assert converted(f"发展：{address}。发展") == f"發展：{address}。發展"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.acftu.org",
        "www.acftu.org",
        "https://工会.cn",
        "http://192.168.1.10:8080",
        "http://oa",
        "https://www.acftu.org/台账/index.html",
        r"D:\工会\台账.docx",
        "/home/工会/台账.md",
        "附件/台账.xlsx",
        "gonghui@example.org",
        "zhanghui@工会.cn",
    ],
)
def test_prose_directly_behind_a_host_or_the_ending_of_a_file_is_converted(address: str) -> None:
    assert converted(f"请登录，见{address}查询发展台账") == f"請登錄，見{address}查詢發展臺帳"
    assert converted(f"后勤见{address}发展") == f"後勤見{address}發展"


def test_chinese_in_the_path_of_an_address_belongs_to_it_up_to_punctuation() -> None:
    text = "（https://a.cn/计划的发展，发展）“https://a.cn/计划”发展(https://a.cn/计划)发展"
    assert converted(text) == (
        "（https://a.cn/计划的发展，發展）“https://a.cn/计划”發展(https://a.cn/计划)發展"
    )


def test_prose_before_an_address_that_cannot_be_taken_for_a_folder_is_converted() -> None:
    assert (
        converted("登录www.a.cn/台账、文档在/home/台账.md")
        == "登錄www.a.cn/台账、文檔在/home/台账.md"
    )
    assert converted("登录/home/台账.md里的发展") == "登錄/home/台账.md裡的發展"


def test_two_paths_with_a_word_between_them_are_two() -> None:
    assert converted("见附件/台账.xlsx与附件/发展.docx") == "見附件/台账.xlsx與附件/发展.docx"


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("发展/后勤/干部", "發展/後勤/幹部"),
        ("微信/QQ/邮件/网站", "微信/QQ/郵件/網站"),
        ("网站/微信www.acftu.org/发展", "網站/微信www.acftu.org/发展"),
        ("请@所有人参与", "請@所有人參與"),
        ("完成率<A类企业的发展>B类", "完成率<A類企業的發展>B類"),
        ("‹a 发展>", "‹a 發展>"),
        ("完成率<A 类企业>", "完成率<A 類企業>"),
    ],
)
def test_slashes_signs_and_angle_brackets_of_prose_are_no_addresses(
    prose: str, expected: str
) -> None:
    assert converted(prose) == expected


@pytest.mark.parametrize("tag", ["<b>", "</b>", "<br/>", "<img src=发.png alt='发' />", "<a b>"])
def test_html_tags_directly_beside_prose_stay(tag: str) -> None:
    assert converted(f"发{tag}发") == f"發{tag}發"


_PIECES = [
    "发",
    "，",
    "\n",
    " ",
    "/",
    "附件/",
    ".docx",
    "www.a.cn",
    "http://",
    "D:\\",
    "@",
    "<a",
    ">",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES)))
def test_looking_only_at_lines_with_a_chance_misses_no_address(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [match.span() for match in protected.places_in_prose(text)]
    assert found == [match.span() for match in protected.PROSE.finditer(text)]
