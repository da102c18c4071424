from __future__ import annotations

import pytest

from planforge.model.plan import BODY
from planforge.recognise import headings


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("指导思想", "guiding_ideology"),
        ("指導思想：", "guiding_ideology"),
        ("2027年工作目标", "targets"),
        ("20xx年主要工作", "tasks"),
        ("今年的重点工作", "tasks"),
        ("具体月份工作安排：", "schedule"),
        ("【保障措施】", "safeguards"),
        ("关于指导思想的说明", ""),
        ("加强组织领导，落实责任", ""),
        ("加强组织领导", ""),
        ("工会经费收支预算", "budget"),
        ("评议方法及步骤。", "stages"),
        ("上半年主要工作情况", "review"),
        ("逐月活動安排表", "schedule"),
        ("切实做好主要工作的各项准备和后续落实的一系列事情", ""),
        ("", ""),
        ("下一步工作打算", "tasks"),
        ("2027年工作计划", "tasks"),
        ("工作項目", "tasks"),
        ("落实各项工作", ""),
        ("全面做好重点工作", "tasks"),
        ("创建目标", "targets"),
        ("計畫目標", "targets"),
        ("完成年度目标", ""),
        ("形势与年度总目标", ""),
        ("現狀分析", "review"),
        ("总的要求", "guiding_ideology"),
        ("季度工作安排", "schedule"),
        ("本學期具體活動", "schedule"),
        ("开展各项活动", ""),
        ("財政預算", "budget"),
        ("有关要求", "safeguards"),
    ],
)
def test_a_heading_is_known_by_its_whole_words(heading: str, key: str) -> None:
    assert headings.section(heading) == key


def test_every_word_of_the_data_file_belongs_to_a_section_of_the_plan() -> None:
    known = headings.vocabulary()
    assert known.words
    assert known.qualifiers
    assert known.columns
    assert set(known.words.values()) | set(known.patterns) <= set(BODY)
