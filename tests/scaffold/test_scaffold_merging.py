from __future__ import annotations

from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.recognise import plan_from_text
from planforge.scaffold import Answers, kinds, merged, scaffold
from planforge.source.load import load

FRAME = """\
# 说明
版本: 1
标题: 新计划
类型: 学校

# 目标要数得出来
工作目标:
  - 入会率达到98%

# 任务
重点任务:
  - 学习
落款:
  日期: 2027-01-08
"""

OLD = """\
青禾县第二中学工会2026年工作计划
一、主要工作
（一）慰问
（二）文体
二、评优办法
各组推荐一人。
三、保障措施
专款专用。
"""

MERGED = """\
# 说明
# 以下取自去年的文件 去年.txt，请逐条改成今年的。
# 去年的标题：青禾县第二中学工会2026年工作计划
版本: 1
标题: 新计划
类型: 学校

# 去年的文件没有这一部分；需要时去掉每行开头的“# ”，改成自己的。
# # 目标要数得出来
# 工作目标:
#   - 入会率达到98%

# 任务
重点任务:
  标题: 主要工作
  子项:
    - 慰问
    - 文体
落款:
  日期: 2027-01-08
其他章节:
  - 标题: 评优办法
    位于: 重点任务
    内容: 各组推荐一人。
保障措施: 专款专用。
"""


def test_the_old_plan_stands_in_the_frame_and_what_it_lacks_is_guidance() -> None:
    old = plan_from_text("去年.txt", OLD.encode())
    assert merged(FRAME, old.yaml, "去年.txt") == MERGED


def test_every_scaffold_takes_an_old_plan_and_stays_valid() -> None:
    old = plan_from_text("去年.txt", OLD.encode()).yaml
    answers = Answers(period="2027", organization="青禾县第二中学工会", superior="", author="")
    assert kinds()
    for kind in kinds():
        frame = scaffold(kind, answers, keys="en", region="cn", convert=None)
        plan = validate(load(kind, merged(frame, old, "去年.txt").encode()), load_catalogue())
        assert plan.tasks is not None
        assert [item.text for item in plan.tasks.items] == ["慰问", "文体"]
        assert plan.safeguards is not None
        assert plan.safeguards.text == "专款专用。"
        assert "2027" in plan.title
