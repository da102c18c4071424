"""What planforge printed comes back as the plan that prints it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from planforge import scaffold, styles
from planforge.catalogue import load_catalogue
from planforge.document.compose import compose
from planforge.model.validate import validate
from planforge.readers import read
from planforge.recognise import plan_from_lines
from planforge.regions import load_region
from planforge.script.converter import prose_converter
from planforge.source.emit import emit
from planforge.source.load import load
from planforge.writers import writer

if TYPE_CHECKING:
    from planforge.document.tree import Document, Signature
    from planforge.model.plan import Plan
    from planforge.styles.model import Style

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
FORMATS = ("docx", "md", "txt")
# What print does not show, or shows like something else; docs/import.md lists the same.
EXCEPTIONS = {
    "every-key": "an unnumbered activity with points of its own",
    "macau-association": "a region that the text does not tell from another one",
}


def printed(name: str, data: bytes) -> tuple[Plan, Document, Style]:
    plan = validate(load(name, data), load_catalogue())
    region = load_region(plan.region)
    return plan, compose(plan, region), styles.load(plan.layout.style or region.style)


def come_back(form: str, document: Document, style: Style) -> tuple[Plan, Document, Style]:
    data = writer(form)(document, style)
    return printed("旧.yaml", plan_from_lines(f"旧.{form}", read(f"旧.{form}", data)).yaml.encode())


def is_the_same(form: str, document: Document, style: Style) -> bool:
    """Whether the same document comes back; in plain text, which shows no headings, its words."""
    _plan, again, _style = come_back(form, document, style)
    if form == "txt":
        written = writer("txt")
        return bool(written(document, style) == written(again, style))
    return bool(shown(document) == shown(again))


def shown(document: Document) -> Any:
    """Everything that is said; kind and style of a plan and the room for a seal are not."""
    parts = asdict(document) | {"properties": None, "signature": unsealed(document.signature)}
    if document.notice:
        parts["notice"] = replace(document.notice, signature=unsealed(document.notice.signature))
    return parts


def unsealed(signature: Signature | None) -> Signature | None:
    return signature and replace(signature, sealed=False)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back(path: Path, form: str) -> None:
    _plan, document, style = printed(path.name, path.read_bytes())
    assert is_the_same(form, document, style) is (path.stem not in EXCEPTIONS)


def test_the_exceptions_are_examples_and_stand_in_the_documentation() -> None:
    assert len(EXAMPLES) > 10
    assert set(EXCEPTIONS) <= {path.stem for path in EXAMPLES}
    page = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
    assert [what for what in EXCEPTIONS.values() if what not in page] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("region", ["cn", "tw", "hk", "mo"])
@pytest.mark.parametrize("kind", scaffold.kinds())
def test_a_scaffold_comes_back(kind: str, region: str, form: str) -> None:
    convert = None if region == "cn" else prose_converter(region)
    answers = scaffold.Answers(
        period="2027",
        organization=(convert or str)("青禾县第二中学工会"),
        superior=(convert or str)("青禾县总工会"),
        author="",
    )
    text = scaffold.scaffold(kind, answers, keys="zh", region=region, convert=convert)
    _plan, document, style = printed(kind, text.encode())
    assert is_the_same(form, document, style)


words = st.sampled_from(
    [
        "开好职工代表大会。",
        "慰问困难职工",
        "办好职工之家，添置图书。",
        "全员参加“安康杯”竞赛。",
        "奖金1.5万元",
        "按《工会法》换届",
        "举办培训班；组织考试",
        "组织健步走（不少于两次）",
        "会员入会率达到98%以上",
        "第三小组与二年级组结对",
    ]
)
titles = st.sampled_from(["加强学习", "服务职工", "民主管理", "文体活动", "安全生产", "队伍建设"])
sentences = st.lists(words, min_size=1, max_size=3).map("\n".join)
facts = st.fixed_dictionaries(
    {},
    optional={
        "责任人": st.sampled_from(["组织部", "工会办公室、女工委"]),
        "期限": st.sampled_from(["6月底前", "2027年3月8日"]),
        "频次": st.just("每季度一次"),
        "经费": st.just("2000元"),
    },
)
leaves = words | st.builds(lambda told, text: {"内容": text, **told}, facts, words)


def points(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(below, min_size=1, max_size=3)


def titled(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(lambda title, items: {"标题": title, "子项": items}, titles, points(below))


tasks = points(
    leaves
    | titled(leaves | titled(leaves))
    | st.builds(lambda t, x, told: {"标题": t, "内容": x, **told}, titles, sentences, facts)
)
activities = st.lists(
    words
    | st.builds(
        lambda name, place: {"名称": name, "日期": "3月8日", "地点": place},
        words,
        st.just("职工之家"),
    ),
    min_size=1,
    max_size=3,
)
months = st.lists(
    st.sampled_from(["1月", "2—3月", "4月", "七、八月", "9月", "10—12月"]),
    min_size=1,
    max_size=5,
    unique=True,
).map(lambda some: sorted(some, key=["1月", "2—3月", "4月", "七、八月", "9月", "10—12月"].index))


plans = st.fixed_dictionaries(
    {
        "标题": st.just("青禾县第二中学工会2027年工作计划"),
        "单位": st.just("青禾县第二中学工会"),
        "重点任务": tasks,
    },
    optional={
        "主送": st.just(["各年级组", "各工会小组"]),
        "前言": st.just("新学年工会工作从一线做起。"),
        "指导思想": sentences,
        "工作目标": points(words),
        "实施步骤": st.builds(
            lambda text: [
                {"名称": "动员", "时间": "3月", "内容": text},
                {"名称": "总结", "时间": "12月"},
            ],
            words,
        ),
        "月度安排": months.flatmap(
            lambda some: st.tuples(*[activities] * len(some)).map(
                lambda done: [{"月份": m, "活动": a} for m, a in zip(some, done, strict=True)]
            )
        ),
        "组织领导": st.just({"组长": "工会主席", "成员": ["各年级组长", "食堂代表"]}),
        "经费预算": st.just(
            [
                {"项目": "慰问", "数量": "20人", "单价": "100元", "金额": "2000元"},
                {"项目": "文体", "金额": "3000元", "来源": "会费"},
            ]
        ),
        "附件": st.just(
            [
                "活动安排表",
                {"标题": "评分办法", "内容": "满分一百分。", "子项": ["外观", "用时"]},
            ]
        ),
        "落款": st.just({"日期": "2027-01-08"}),
    },
)
ORDER = (
    *("标题", "单位", "主送", "前言", "指导思想", "工作目标", "重点任务", "实施步骤", "月度安排"),
    *("组织领导", "经费预算", "附件", "落款"),
)


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, max_examples=60)
@given(plan=plans)
def test_a_generated_plan_comes_back(form: str, plan: dict[str, Any]) -> None:
    ordered = {key: plan[key] for key in ORDER if key in plan}
    _plan, document, style = printed("计划.yaml", emit(ordered).encode())
    assert is_the_same(form, document, style)


def test_the_parts_of_a_plan_come_back_as_what_they_are() -> None:
    path = ROOT / "examples" / "every-key.yaml"
    _plan, document, style = printed(path.name, path.read_bytes())
    again, _document, _style = come_back("docx", document, style)
    assert again.organization is not None
    assert again.organization.name == "临江市白鹭洲造船有限公司工会"
    assert again.period is not None
    assert again.period.text == "2027"
    assert again.addressees == ("各车间分会", "各项目部工会小组")
    assert again.budget is not None
    assert [str(line.amount) for line in again.budget.lines] == ["65000元", "18000元"]
    assert again.leadership is not None
    assert again.leadership.head == ("公司工会主席",)
    assert again.leadership.deputies == ("分管生产副总经理", "工会副主席")
    assert again.targets is not None
    assert again.targets.items[0].goal is not None
    assert again.targets.items[0].goal.operator == ">="
    assert again.stages is not None
    assert [str(stage.when) for stage in again.stages.items] == ["1月—3月", "4月—10月", "11月—12月"]
    assert again.tasks is not None
    assert again.tasks.items[0].owner == "生产部、工会"
    assert str(again.tasks.items[0].due) == "5月底前"
    assert again.schedule is not None
    assert again.schedule.entries[0].theme == "暖冬"
    assert [one.heading for one in again.attachments] == ["技能大赛评分标准", "分会责任书样式"]
    assert again.signature is not None
    assert again.signature.approval.startswith("（2027年1月15日经公司工会")
