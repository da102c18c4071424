"""Progress written into plan files: nothing but the keys that change does."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.agenda import Matter, Nature, matters
from planforge.agenda.marking import marked
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source.load import Source, load

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
WORDS: Final = st.text("签到表照片、，：: #'\"{}[]-%&*a1\n", min_size=1, max_size=20).filter(
    lambda text: text.strip() == text
)


def every_matter(source: Source) -> tuple[Matter, ...]:
    return matters(validate(source, load_catalogue()))


def test_there_are_examples_with_work_to_mark() -> None:
    assert sum(len(every_matter(load(str(path)))) for path in EXAMPLES) > 100


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@given(evidence=WORDS, data=st.data())
@settings(max_examples=15, deadline=None)
def test_only_the_marked_matter_changes(path: Path, evidence: str, data: st.DataObject) -> None:
    source = load(str(path))
    before = every_matter(source)
    number = data.draw(
        st.sampled_from(
            [n for n, m in enumerate(before) if m.nature in {Nature.TASK, Nature.ACTIVITY}]
        )
    )
    if before[number].loc[-1] == "text":
        return
    new = marked(source, before[number].loc, {"status": "已完成", "evidence": evidence})
    after = every_matter(new)
    assert len(after) == len(before)
    assert [a for n, a in enumerate(after) if n != number] == [
        b for n, b in enumerate(before) if n != number
    ]
    assert (after[number].status, after[number].evidence) == ("done", evidence)
    assert after[number].title == before[number].title
    again = marked(new, after[number].loc, {"status": "已完成", "evidence": evidence})
    assert again.text.text == new.text.text
    comments = [line for line in source.text.text.splitlines() if line.lstrip().startswith("#")]
    kept = new.text.text.splitlines()
    assert all(comment in kept for comment in comments)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("重点任务:\n  - 慰问  # 一月\n", "重点任务:\n  - 内容: 慰问  # 一月\n    状态: 已完成\n"),
        ("重点任务: [慰问, 走访]\n", "重点任务: [{内容: 慰问, 状态: 已完成}, 走访]\n"),
        (
            "重点任务:\n  - |\n    慰问\n    走访\n",
            "重点任务:\n  - 内容: |\n      慰问\n      走访\n    状态: 已完成\n",
        ),
        (
            "重点任务:\n  - |\n    慰问\n    走访",
            "重点任务:\n  - 内容: |-\n      慰问\n      走访\n    状态: 已完成",
        ),
        ("重点任务:\n- &a 慰问\n", "重点任务:\n- 内容: &a 慰问\n  状态: 已完成\n"),
        ("tasks:\n- title: 慰问\n", "tasks:\n- title: 慰问\n  status: 已完成\n"),
        ("重點任務:\n- 標題: 慰問\n", "重點任務:\n- 標題: 慰問\n  狀態: 已完成\n"),
        (
            "月度安排:\n  3月: 慰问, 走访\n",
            "月度安排:\n  3月: [{名称: '慰问, 走访', 状态: 已完成}]\n",
        ),
    ],
)
def test_keys_are_written_in_the_style_and_language_of_the_file(
    written: str, expected: str
) -> None:
    heads = {"tasks": "title: x\n", "重點任務": "標題: x\n"}
    head = next((h for key, h in heads.items() if written.startswith(key)), "标题: x\n期间: 2027\n")
    source = load("plan.yaml", (head + written).encode())
    new = marked(source, every_matter(source)[0].loc, {"status": "已完成"})
    assert new.text.text == head + expected
