"""Every form that real plans were found to have, as a plan file and as what the model holds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.model.item import Item
    from planforge.model.plan import Plan
    from planforge.model.schedule import Schedule

    PlanOf = Callable[[str], Plan]


def tasks(plan: Plan) -> tuple[Item, ...]:
    assert plan.tasks
    return plan.tasks.items


def schedule(plan: Plan) -> Schedule:
    assert plan.schedule
    return plan.schedule


def test_a_preamble_stands_before_any_heading(plan_of: PlanOf) -> None:
    plan = plan_of(
        "前言:\n- 临江市已经进入新的发展阶段。\n- 为做好今年工作，制定本计划。\n重点任务: [甲]\n"
    )
    assert plan.preamble
    assert plan.preamble.text.split("\n") == [
        "临江市已经进入新的发展阶段。",
        "为做好今年工作，制定本计划。",
    ]
    assert plan.preamble.items == ()
    assert plan.order == ("preamble", "tasks")


def test_guiding_ideology_has_a_heading_or_none(plan_of: PlanOf) -> None:
    usual = plan_of("指导思想: 以职工为本，主动作为。\n").guiding_ideology
    bare = plan_of("指导思想: {标题: '', 内容: 以职工为本，主动作为。}\n").guiding_ideology
    assert usual
    assert usual.heading is None
    assert bare
    assert bare.heading == ""


def test_targets_are_slogans_with_members_figures_or_one_sentence(plan_of: PlanOf) -> None:
    plan = plan_of(
        "工作目标:\n- 标题: 增强三个意识\n  子项: [大局意识, 服务意识, 创新意识]\n"
        "- 指标: 平均住院日\n  要求: ≦11天\n- 让职工的日子更有盼头。\n"
    )
    assert plan.targets
    slogan, figure, sentence = plan.targets.items
    assert [member.text for member in slogan.items] == ["大局意识", "服务意识", "创新意识"]
    assert figure.goal
    assert figure.goal.operator == "<="
    assert (figure.goal.low, figure.goal.unit) == (Decimal(11), "天")
    assert sentence.text == "让职工的日子更有盼头。"


def test_the_focus_stands_besides_the_targets(plan_of: PlanOf) -> None:
    plan = plan_of("工作目标: 争创先进。\n工作重点: 抓基层、打基础。\n")
    assert plan.targets
    assert plan.targets.text == "争创先进。"
    assert plan.focus
    assert plan.focus.text == "抓基层、打基础。"


def test_key_tasks_are_a_container_with_groups(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务:\n  标题: 主要工作\n  子项:\n  - 标题: 强化组织建设\n"
        "    子项: [发展新会员, 换届选举]\n"
    )
    assert plan.tasks
    assert plan.tasks.heading == "主要工作"
    assert [i.text for i in plan.tasks.items[0].items] == ["发展新会员", "换届选举"]


def test_key_tasks_stand_flat_without_a_container(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务:\n  标题: ''\n  子项:\n  - {标题: 抓学习, 内容: 每月一课。}\n  - 抓维权\n"
    )
    assert plan.tasks
    assert plan.tasks.heading == ""
    assert [i.title or i.text for i in plan.tasks.items] == ["抓学习", "抓维权"]


def test_a_review_is_a_paragraph_or_a_report_with_shortcomings(plan_of: PlanOf) -> None:
    short = plan_of("回顾: 上半年完成了换届。\n").review
    long = plan_of(
        "回顾:\n- {标题: 主要成绩, 子项: [建家验收, 帮扶到位]}\n"
        "- {标题: 存在不足, 内容: 覆盖面不够。}\n"
    ).review
    assert short
    assert short.text == "上半年完成了换届。"
    assert long
    assert [i.title for i in long.items] == ["主要成绩", "存在不足"]


def test_a_leading_group_has_a_head_deputies_members_and_an_office(plan_of: PlanOf) -> None:
    plan = plan_of(
        "组织领导:\n  领导小组: 民主评议领导小组\n  组长: 党支部书记\n"
        "  副组长: [工会主席, 副校长]\n"
        "  组员: 各教研组长、年级主任\n  办公室: 设在工会办公室\n  职责: [统筹协调]\n"
    )
    group = plan.leadership
    assert group
    assert (group.group, group.head, group.deputies) == (
        "民主评议领导小组",
        ("党支部书记",),
        ("工会主席", "副校长"),
    )
    assert group.members == ("各教研组长", "年级主任")
    assert group.duties[0].text == "统筹协调"


def test_a_rating_scheme_is_a_section_with_points_and_a_table(plan_of: PlanOf) -> None:
    plan = plan_of(
        "其他章节:\n- 标题: 评议内容\n  内容: 百分制。\n  子项: [依法履职, 服务职工]\n"
        "  表格:\n    表名: 评分表\n    列: [项目, 分值]\n    行:\n    - [依法履职, 60]\n"
        "    - [服务职工, 40]\n"
    )
    (section,) = plan.sections
    assert [i.text for i in section.items] == ["依法履职", "服务职工"]
    (table,) = section.table
    assert table.rows == (("依法履职", "60"), ("服务职工", "40"))


def test_a_section_may_hold_several_tables(plan_of: PlanOf) -> None:
    plan = plan_of(
        "其他章节:\n- 标题: 评议内容\n  表格:\n"
        "  - {表名: 评分表, 列: [项目, 分值], 行: [[履职, 60]]}\n"
        "  - {表名: 名额表, 列: [片区, 名额], 行: [[东片, 4], [西片, 5]]}\n"
    )
    (section,) = plan.sections
    assert [table.caption for table in section.table] == ["评分表", "名额表"]


def test_stages_have_dates_and_points(plan_of: PlanOf) -> None:
    plan = plan_of(
        "实施步骤:\n- {名称: 动员, 时间: 6月}\n- {名称: 自查, 时间: 7―9月, 子项: [对照标准]}\n"
        "- {名称: 测评, 时间: 10―11月}\n- {名称: 总结, 时间: 12月, 责任部门: 评议办}\n"
    )
    assert plan.stages
    stages = plan.stages.items
    assert [s.when.text for s in stages if s.when] == ["6月", "7―9月", "10―11月", "12月"]
    assert [(s.when.month, s.when.last_month) for s in stages[1:3] if s.when] == [(7, 9), (10, 11)]
    assert stages[1].items[0].text == "对照标准"
    assert stages[3].owner == "评议办"


def test_a_schedule_has_month_headings_with_activities(plan_of: PlanOf) -> None:
    plan = plan_of(
        "月度安排:\n- 月份: 一月\n  活动: [制定计划, 走访困难职工]\n"
        "- {月份: 二月, 活动: [迎春联欢]}\n"
    )
    assert [(e.months.months, len(e.activities)) for e in schedule(plan).entries if e.months] == [
        ((1,), 2),
        ((2,), 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "月度安排:\n- 3月：开展女职工普法周。\n- 5月：评选劳动标兵。\n",
        "月度安排: {3月: 开展女职工普法周。, 5月: 评选劳动标兵。}\n",
        "月度安排:\n- 3月: 开展女职工普法周。\n- 5月: [评选劳动标兵。]\n",
    ],
)
def test_a_schedule_has_one_line_per_month(plan_of: PlanOf, text: str) -> None:
    entries = schedule(plan_of(text)).entries
    assert [(e.months.months, e.activities[0].title) for e in entries if e.months] == [
        ((3,), "开展女职工普法周。"),
        ((5,), "评选劳动标兵。"),
    ]


def test_a_schedule_has_a_theme_per_month(plan_of: PlanOf) -> None:
    plan = plan_of(
        "标题: 计划\n月度安排:\n  2月: {主题: 新学期新面貌, 活动: [开学慰问]}\n"
        "版式: {月度安排: 表格}\n"
    )
    (entry,) = schedule(plan).entries
    assert (entry.theme, entry.activities[0].title) == ("新学期新面貌", "开学慰问")
    assert plan.layout.schedule == "table"


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("一至二月份", (1, 2)),
        ("四至五月份", (4, 5)),
        ("七月份至八月份", (7, 8)),
        ("十一月份-十二月份", (11, 12)),
        ("七、八月份", (7, 8)),
    ],
)
def test_months_come_in_ranges(plan_of: PlanOf, words: str, months: tuple[int, ...]) -> None:
    for text in (f"月度安排: {{{words}: 甲}}\n", f"月度安排: [{{月份: {words}, 活动: 甲}}]\n"):
        (entry,) = schedule(plan_of(text)).entries
        assert entry.months
        assert entry.months.months == months


def test_months_are_left_out_on_purpose_and_keep_their_order(plan_of: PlanOf) -> None:
    plan = plan_of("月度安排: {9月: 甲, 10月: 乙, 1月: , 3月: 丙, 6月: 丁}\n")
    assert [e.months.months for e in schedule(plan).entries if e.months] == [
        (9,),
        (10,),
        (3,),
        (6,),
    ]


def test_activities_are_listed_without_dates(plan_of: PlanOf) -> None:
    plan = plan_of("月度安排: [迎新茶话会, 教工运动会, {活动: [读书分享, 健康体检]}]\n")
    titles = [[a.title for a in e.activities] for e in schedule(plan).entries]
    assert titles == [["迎新茶话会"], ["教工运动会"], ["读书分享", "健康体检"]]
    assert not any(e.months for e in schedule(plan).entries)


def test_a_schedule_goes_by_weeks(plan_of: PlanOf) -> None:
    plan = plan_of("月度安排: {第3周: 教代会, 9—10周: 球赛}\n")
    assert [e.months.weeks for e in schedule(plan).entries if e.months] == [(3, 3), (9, 10)]


@pytest.mark.parametrize(
    "words", ["3月底前", "拟于4—7月", "7月初", "8月中下旬", "七夕期间", "上半年", "下半年"]
)
def test_tasks_have_dates_in_words(plan_of: PlanOf, words: str) -> None:
    (task,) = tasks(plan_of(f"重点任务: [{{内容: 完成签约, 期限: {words}}}]\n"))
    assert task.due
    assert task.due.text == words


@pytest.mark.parametrize("words", ["每月", "每季度一次", "每半年一次", "每周五"])
def test_tasks_have_a_frequency(plan_of: PlanOf, words: str) -> None:
    (task,) = tasks(plan_of(f"重点任务: [{{内容: 开放职工书屋, 频次: {words}}}]\n"))
    assert task.frequency == words


@pytest.mark.parametrize(
    "words", ["三八节前后", "教师节", "重阳节期间", "3月8日", "2027-03-08", "每月"]
)
def test_activities_are_anchored_to_festivals_and_days(plan_of: PlanOf, words: str) -> None:
    plan = plan_of(f"月度安排: {{3月: [{{名称: 慰问, 日期: {words}, 地点: 礼堂, 对象: 全体}}]}}\n")
    (activity,) = schedule(plan).entries[0].activities
    assert activity.date
    assert (activity.date.text, activity.place, activity.audience) == (words, "礼堂", "全体")


@pytest.mark.parametrize(
    "words",
    [
        *("95%以上", "达到98%", "100%", "≧90%", "≧26次/年", "≦43%", "率为零", "不少于10次"),
        *("至少2次", "3万张", "15个", "一至二篇", "年内一次", "每人补贴100元", "3月底前完成"),
    ],
)
def test_targets_are_measured_in_many_words(plan_of: PlanOf, words: str) -> None:
    plan = plan_of(f"工作目标: [{{指标: 某项指标, 要求: {words}, 基数: 90%}}]\n")
    assert plan.targets
    (target,) = plan.targets.items
    assert target.goal
    assert target.goal.text == words


def test_a_threshold_in_a_sentence_stays_a_sentence(plan_of: PlanOf) -> None:
    (task,) = tasks(plan_of("重点任务: [25人以上的企业单独建会]\n"))
    assert task.text == "25人以上的企业单独建会"


@pytest.mark.parametrize("key", ["责任人", "责任部门", "負責人", "owner", "责任单位"])
def test_somebody_is_in_charge(plan_of: PlanOf, key: str) -> None:
    (task,) = tasks(plan_of(f"重点任务: [{{内容: 换届, {key}: [办公室, 组织部]}}]\n"))
    assert task.owner == "办公室、组织部"


def test_money_stands_at_a_task_and_in_a_budget(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务: [{内容: 体检, 经费: 1.5万元}]\n"
        "经费预算:\n- {项目: 慰问, 数量: 20人, 单价: 500元, 金额: 10000元, 来源: 工会经费}\n"
    )
    (task,) = tasks(plan)
    assert task.budget
    assert task.budget.amount == 15000
    assert plan.budget
    assert plan.budget.lines[0].amount
    assert plan.budget.lines[0].amount.amount == 10000


def test_request_approval_and_filing_have_a_place(plan_of: PlanOf) -> None:
    plan = plan_of(
        "结语: 本计划请示党支部同意后执行，并报上级工会备案。\n"
        "落款: {日期: 2027-01-08, 审议: 2027年1月5日经工会委员会审议通过}\n"
    )
    assert plan.closing
    assert plan.closing.text.endswith("备案。")
    assert plan.signature
    assert plan.signature.approval == "2027年1月5日经工会委员会审议通过"


@pytest.mark.parametrize(
    "text",
    [
        "学习《中华人民共和国工会法》，参加《向阳花》征文",
        "擦亮“娘家人”品牌，办好‘夏送清凉’活动",
        "推行五必访、1241模式和168工作法",
        "一是抓培训，二是抓比武，三是抓表彰。",
        "保持 *、_、#、<b>、& 和 {{ x }} 原样",
    ],
)
def test_titles_campaigns_slogans_and_marks_stay_as_typed(plan_of: PlanOf, text: str) -> None:
    (task,) = tasks(plan_of(f"重点任务:\n- 内容: |\n    {text}\n"))
    assert task.text == text


def test_the_body_above_is_named(plan_of: PlanOf) -> None:
    plan = plan_of("单位: {名称: 云岭区第三小学工会, 上级: 云岭区教育工会}\n主送: [各工会小组]\n")
    assert plan.organization
    assert plan.organization.superior == "云岭区教育工会"
    assert plan.addressees == ("各工会小组",)


def test_a_lead_sentence_runs_into_its_body(plan_of: PlanOf) -> None:
    (task,) = tasks(
        plan_of("重点任务: [{标题: 加强学习，提高素质。, 内容: 认真读书。, 接排: 是}]\n")
    )
    assert (task.title, task.text, task.run_in) == ("加强学习，提高素质。", "认真读书。", True)


def test_tasks_are_paragraphs_without_numbers(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务:\n- 标题: 做好服务\n  子项:\n"
        "  - {标题: 暖心。, 内容: 走访。, 接排: 是, 编号: 否}\n"
        "  - {内容: 以上各项常年开展。, 编号: 否}\n"
    )
    assert [i.numbered for i in tasks(plan)[0].items] == [False, False]


def test_points_marked_first_second_third_are_typed_without_numbers(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务:\n- {内容: 一是摸清底数。, 编号: 否}\n- {内容: 二是建好台账。, 编号: 否}\n"
    )
    assert [(i.text[:2], i.numbered) for i in tasks(plan)] == [("一是", False), ("二是", False)]


def test_a_paragraph_follows_the_points(plan_of: PlanOf) -> None:
    plan = plan_of("重点任务:\n- 甲\n- 乙\n- {内容: 各小组按季度上报进度。, 编号: 否}\n")
    assert [i.numbered for i in tasks(plan)] == [True, True, False]


def test_a_closing_paragraph_ends_the_plan(plan_of: PlanOf) -> None:
    plan = plan_of("重点任务: [甲]\n结语: 总之，新的一年要有新气象。\n")
    assert plan.order == ("tasks", "closing")


def test_a_signature_attachments_and_addressees_are_there(plan_of: PlanOf) -> None:
    plan = plan_of(
        "主送: 各基层工会\n附件:\n- 安排表\n- {标题: 名单, 子项: [第一组, 第二组]}\n"
        "落款: {单位: 临江市总工会, 日期: 2027年1月8日}\n"
    )
    assert [a.heading for a in plan.attachments] == ["安排表", "名单"]
    assert plan.attachments[1].items[1].text == "第二组"
    assert plan.signature
    assert plan.signature.date
    assert plan.signature.date.month == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("2027", "year"),
        ("2027年上半年", "half"),
        ("2026-2027学年", "school_year"),
        ("2026-2027学年第一学期", "term"),
    ],
)
def test_a_plan_covers_a_year_a_half_a_school_year_or_a_term(
    plan_of: PlanOf, words: str, kind: str
) -> None:
    period = plan_of(f"期间: {words}\n").period
    assert period
    assert period.kind == kind


def test_a_plan_may_have_no_date_at_all(plan_of: PlanOf) -> None:
    plan = plan_of("重点任务: [甲]\n")
    assert (plan.period, plan.signature) == (None, None)


def test_only_tasks_are_a_plan_and_any_order_of_sections_is(plan_of: PlanOf) -> None:
    assert plan_of("重点任务: [甲]\n").order == ("tasks",)
    order = plan_of("月度安排: [甲]\n工作目标: [乙]\n指导思想: 丙\n重点任务: [丁]\n").order
    assert order == ("schedule", "targets", "guiding_ideology", "tasks")


def test_a_title_has_several_lines(plan_of: PlanOf) -> None:
    plan = plan_of("标题: |\n  青禾县总工会\n  2027年工作计划\n")
    assert plan.title == "青禾县总工会\n2027年工作计划"


def test_the_same_kind_of_section_comes_twice(plan_of: PlanOf) -> None:
    plan = plan_of(
        "重点任务: [甲]\n其他章节:\n- {标题: 女职工工作, 位于: 重点任务, 子项: [乙]}\n"
        "- {标题: 附则, 内容: 丙}\n"
    )
    assert [(s.heading, s.after) for s in plan.sections] == [("女职工工作", "tasks"), ("附则", "")]
