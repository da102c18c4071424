"""Every kind of damage that real plans have: seen in an import, and mended, proposed or told."""

from __future__ import annotations

import pytest

from planforge.recognise import Imported, plan_from_text

TITLE = "青禾县第二中学工会2027年工作计划"


def imported(*lines: str, repair: bool = True) -> Imported:
    return plan_from_text("旧计划.txt", "\n".join((TITLE, *lines)).encode(), repair=repair)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("1、維護女教職工權益,創(chuàng)建先進。", "維護女教職工權益,創建先進。"),
        ("1、慰问的.职工代表", "慰问的职工代表"),
        ("1、关心职工的'生活", "关心职工的生活"),
        ("1、贡献智慧 and 力量", "贡献智慧和力量"),
        ("1、推进民-主管理", "推进民主管理"),
        ("1、布置  会场", "布置 会场"),
        ("1、布置\ue5e5\ue5e5会场", "布置 会场"),
        ("\uf06c布置会场", "●布置会场"),
    ],
)
def test_what_is_certain_is_mended_and_listed(line: str, mended: str) -> None:
    found = imported("一、主要工作", line, "2、总结")
    assert any(text.endswith(f" {mended}") for text in found.yaml.split("\n"))
    assert len(found.changes) == 1
    assert "# 已修复（行号是原文的行号）：\n#   第 3 行：" in found.yaml
    assert "正文一字未删" not in found.yaml
    assert line not in found.yaml.partition("版本: 1")[2]
    assert [note.line for note in imported("一、主要工作", line, "2、总结", repair=False).notes][-1]


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ("1、打下基矗", "# 疑为：1、打下基础。"),
        ("1、按时评眩", "# 疑为：1、按时评选。"),
        ("1、坚定不够地贯彻", "# 疑为：1、坚定不移地贯彻"),
        ("1、发挥职工的用心性", "# 疑为：1、发挥职工的积极性"),
        ("1、走仿困难职工", "# 疑为：1、走访困难职工"),
        ("1、建设中的的问题", "# 疑为：1、建设中的问题"),
        ("1、春节前的慶;顒蛹拔繂柟ぷ。", "# 疑为：1、春节前的慶祝活動及慰問工作。"),
        ("1、合同签订率达96，继续推进", "# 疑为：1、合同签订率达96%，继续推进"),
        ("1、经费达到万元", "# “万元”：可能丢了数字或百分号"),
        ("1、产值比上年增长倍", "# “增长”：可能丢了数字或百分号"),
        ("1、学习党的、十九届精神", "# “党的”：有被删掉的词句"),
        ("1、以“”重要思想统领", "# “”：有被删掉的词句"),
        ("1、保障参^v^、监督权", "# “^v^”：有被删掉的词句"),
        ("1、加强建设?团结职工", "# “?”：有多出来或写错的符号"),
        ("1、保健活动。,切实维护", "# “。,”：有多出来或写错的符号"),
        ("1、建立以重�", "# “�”：有认不出的字符"),
        ("1、读书活动。励志天下", "# 疑为：1、读书活动。"),
    ],
)
def test_what_is_doubtful_is_proposed_beside_the_line_and_not_changed(
    line: str, comment: str
) -> None:
    found = imported("一、主要工作", line, "2、总结")
    lines = found.yaml.split("\n")
    at = next(n for n, text in enumerate(lines) if text.strip() == comment)
    assert line.removeprefix("1、") in lines[at + 1]
    assert found.changes == ()
    assert "# 疑为" not in imported("一、主要工作", line, repair=False).yaml


def test_a_heading_read_one_byte_off_is_proposed_whole() -> None:
    found = imported("一、主要工作", "。ㄒ唬┰鰪娙齻意識", "（二）服務", "（三）總結")
    assert "    # 疑为：（一）增強三個意識\n    - 内容: 。ㄒ唬┰鰪娙齻意識\n" in found.yaml


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("20xx年办三件事", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("xx年办三件事", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("____年办三件事", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("20计划办三件事", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("帮扶x人", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("某某同志负责", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("建设平安##", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("**市总工会", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("庆祝第__个教师节", "有空着没填的年份、数字或名称（如 20xx、__）"),
        ("学习全总xx大精神", "有被删掉的词句"),
    ],
)
def test_a_blank_to_fill_in_is_told_with_its_line(line: str, told: str) -> None:
    found = imported("一、主要工作", f"1、{line}", "2、总结", repair=False)
    assert (3, told) in [(note.line, note.zh) for note in found.notes]


@pytest.mark.parametrize(
    ("lines", "at", "told"),
    [
        (("1、学习", "2、慰问", "1、比赛"), 4, "编号重新从 1 开始，上面可能缺了一个小标题"),
        (("4、学习", "5、慰问"), 2, "编号不是从 1 开始，前面可能缺了内容"),
        (("一、学习", "三、慰问"), 3, "编号跳号或重号，可能缺了内容"),
        (("一、学习", "二、慰问", "二、比赛"), 4, "编号跳号或重号，可能缺了内容"),
    ],
)
def test_lost_numbers_and_headings_are_told(lines: tuple[str, ...], at: int, told: str) -> None:
    assert (at, told) in [(note.line, note.zh) for note in imported(*lines).notes]


def test_a_lost_heading_is_marked_beside_the_entry() -> None:
    found = imported("1、学习", "2、慰问", "1、比赛", "2、总结")
    assert "    # 上面可能缺了一个小标题\n    - 比赛\n" in found.yaml


BROKEN = "充分发挥工会桥梁纽带作用，团结动员全体教职工围绕学校中心工作建功立业，推进校园民"


def test_a_broken_paragraph_is_joined_and_every_character_knows_its_line() -> None:
    found = imported("一、主要工作", f"1、{BROKEN}", "主管理，办好实事。", "2、总结")
    whole = f"{BROKEN}主管理，办好实事。"
    assert f"- {whole}\n" in found.yaml
    assert [(c.place, c.words) for c in found.changes] == [(3, "")]
    places = [(found.yaml[o.start : o.end], o.line) for o in found.origins if o.line in {3, 4}]
    assert places == [(BROKEN, 3), ("主管理，办好实事。", 4)]
    assert [fate.line for fate in found.lines] == [1, 2, 3, 4, 5]


def test_a_heading_without_a_final_mark_is_not_taken_for_a_broken_paragraph() -> None:
    found = imported("一、主要工作", "1、加强学习", "每月一次，人人参加。", "2、总结")
    assert found.changes == ()


def test_lines_of_the_page_are_left_out_and_listed() -> None:
    found = imported(
        "一、主要工作", "1、学习", "2、慰问", "【工会工作计划】相关文章：", "下一篇：返回列表"
    )
    assert "返回列表" not in found.yaml
    dropped = [note.line for note in found.notes if note.zh == "网页留下的文字，没有收入"]
    assert dropped == [5, 6]
