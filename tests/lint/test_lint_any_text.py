"""Rules that look at texts come to terms with any text, and so do their fixes."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.lint import Found, lint, rules
from planforge.lint.mending import mend
from planforge.lint.preset import Part
from planforge.lint.rule import RULES
from planforge.source.load import load

rules.load()
CODES = sorted(c for c in RULES if c[:3] in {"PF4", "PF6"} or c in {"PF007", "PF008"})
ALL = (Part(rules=dict.fromkeys(CODES, "warning")),)
# What the rules look for, by chance side by side.
PARTS = st.sampled_from(
    [
        *"，。；：、！？,;:!?.“”‘’\"'《》「」『』（）()【】〔〕…—―-~ 　\n的年月日人元万%是要大届",
        *("20xx", "xx", "__", "**", "##", "某某", "x", "20", "2027", "7-12月", "20-30%", "18大"),
        *("一是", "二是", "四是", "（1）", "（3）", "①", "第一、", "1、", "首先、", "三月", "4月"),
        *(
            "(chuàng)",
            "。ㄒ唬┰鰪娙齻",
            ";顒",
            "锟斤拷",
            "\ufffd",
            "\ue46a",
            "\u200b",
            "\uf0b7",
            "基矗",
            "评眩",
        ),
        *(
            "小编",
            "相关文章：",
            "励志天下",
            "&nbsp;",
            "<br>",
            "</b>",
            "{{ 甲 }}",
            "待定",
            "TODO",
            "qc小组",
        ),
        *(
            "工会",
            "职工",
            "教师",
            "达到万元",
            "率达96",
            "占企业的43",
            "党的、",
            " and ",
            "三?八",
            "民-主",
            "≦",
        ),
        *(
            "和谐的",
            "活动。",
            "我校",
            "QC",
            "http://a.cn",
            "8:30",
            "3,000",
            "甲乙",
            "怎么办",
            "增长倍",
        ),
    ]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=12).map("".join).filter(str.strip)


def written(texts: list[str]) -> bytes:
    lines = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts[1:])
    title = json.dumps(texts[0].replace("\n", ""), ensure_ascii=False)
    return f"# 注\n标题: {title}\n重点任务:\n{lines}".encode()


def look(data: bytes) -> tuple[Found, ...]:
    return tuple(one for one in lint("plan.yaml", data, also=ALL) if one.problem.code in CODES)


@settings(deadline=None, max_examples=400)
@given(st.lists(TEXTS, min_size=2, max_size=4), st.booleans())
def test_every_text_can_be_looked_at_and_mended(texts: list[str], unsafe: bool) -> None:
    data = written(texts)
    source = load("plan.yaml", data)
    for one in look(data):
        problem = one.problem
        assert problem.line > 0
        assert source.text.line(problem.line) == problem.excerpt
    once = mend("plan.yaml", data, look, unsafe=unsafe)
    assert load("plan.yaml", once.data).data().keys() == source.data().keys()
    assert once.data.startswith("# 注\n标题: ".encode())
    assert not [one for one in once.left if one.fix and (one.fix.safe or unsafe)]
    assert mend("plan.yaml", once.data, look, unsafe=unsafe).data == once.data
