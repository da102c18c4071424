"""The plans that are measured: the same content for every program, and no two plans alike."""

from __future__ import annotations

import random
from typing import Any, Final

SECTIONS: Final = (
    "工作回顾",
    "指导思想",
    "工作思路",
    "工作目标",
    "重点任务",
    "保障措施",
    "阵地建设",
    "对外交流",
)
_OWN: Final = SECTIONS[6:]
_PLACES: Final = ("青禾县", "临江市", "云岭区", "柳溪镇", "澄湖市")
_DUTIES: Final = ("组织部", "宣传部", "权益保障部", "女工委", "财务部")
# Taken apart and put together anew for every point: plans that all say the same would give a
# linter a hundred times as much to tell as plans of people do.
_SENTENCES: Final = (
    "回头看上一年，会员最满意的是体检延到了周末，{who}收到的感谢信有{n}封。",
    "小家建设补上了最后{n}个空白班组，热水、微波炉、急救箱配齐，钥匙由值班员保管。",
    "投诉主要集中在加班调休上，经{who}协调，{n}件全部答复，其中两件改了排班办法。",
    "不足也看得见：外包岗位入会慢，夜班人员很少参加活动，专职干部只有{n}人。",
    "凡是会员关心的事都摆到台面上讲，花了多少钱、请了谁、谁没轮上，{who}逐项写清。",
    "把竞赛放到生产最吃紧的地方，不搞花架子，第{n}车间先试，行得通再推开。",
    "困难家庭一户一档，能靠政策解决的先帮着办政策，剩下的再由互助金兜住，每户不超过{n}00元。",
    "队伍要靠得住，{who}的同志每月下两次班组，回来写清楚看到了什么、答应了什么。",
    "先摸底后动手，一季度用{n}天走完所有岗位，问卷不署名，结果贴在食堂门口。",
    "大事交给职代会，小事交给小组长，{who}只管两头：标准定得准，结果查得实。",
    "线上能办的不让人跑腿，生日券、电影票、疗养报名都放进小程序，{n}分钟内完成。",
    "与行政每季度坐下来谈一次，议题提前{n}天交换，谈不拢的写明分歧，下次接着谈。",
    "经费随工资总额按月拨缴，{who}月底对账，差额超过{n}元当月补齐。",
    "主席接待日固定在第一个周三下午，换人不换时间，去年接待了{n}人次。",
    "专职不够兼职补，每个分会配一名信息员，稿件每篇补贴{n}元，年底评优。",
    "车间主任和分会主席一起签责任书，{who}半年通报一次，连续两次垫底的约谈。",
    "文化墙两年没换，今年用{n}张班组自己拍的照片重做，落款写作者名字。",
    "健身房开放到晚上九点，钥匙改成刷卡，器材由{who}每{n}天检查一遍。",
    "图书角新增技工考级教材{n}册，借书不登记，还书靠自觉，丢失率写进年报。",
    "把旧仓库改成母婴室和理发角，隔音、插座、洗手池一次做好，预算{n}万元。",
    "到对口的兄弟厂学排班，带回{n}条能照着做的，回来后在{who}的例会上讲一遍。",
    "邀请退休老师傅回来讲设备脾气，每讲{n}分钟，录像放到内网，青工可以倒着看。",
    "与社区合办假期看护班，接{n}名孩子，场地归社区，老师和保险归工会。",
    "参加区里的篮球联赛，报名费由{who}出，训练不占上班时间，争取打进前{n}名。",
    "签订集体合同前把草案发到每个班组，{n}天内收意见，采纳与否都要回话。",
    "女工专项体检增加甲状腺一项，由{who}联系医院上门，每人费用{n}元。",
    "高温天把送水点设到离岗位{n}米以内，绿豆汤改成电解质水，空瓶当天收走。",
    "法律咨询改为每月两晚，律师由{who}轮流约，来访不问姓名，去年答了{n}个问题。",
    "工资条看不懂的，财务派人到班组讲解，讲完当场抽{n}人算一遍加班费。",
    "宿舍区装{n}个自助洗衣位，扫码按成本价计费，收支每月由{who}贴在楼道。",
    "班车增加晚上十点一趟，停靠{n}个路口，试行两个月后按乘坐人数决定去留。",
    "新入职的人第{n}天之内见到分会主席，拿到一张写着求助电话的卡片。",
)
_CLAUSES: Final = tuple(
    clause for sentence in _SENTENCES for clause in sentence.removesuffix("。").split("，")
)


def plan(number: int, items: int = 4) -> dict[str, Any]:
    """Plan ``number``: eight sections of ``items`` points each and a table of twelve months.

    With four points it fills five pages of A4. Names, dates, sums and goals differ from plan
    to plan, so that no program can profit from having seen the one before.
    """
    name = f"{_PLACES[number % len(_PLACES)]}第{number + 1}工厂工会"
    return {
        "标题": f"{name}2027年工作计划",
        "单位": name,
        "期间": "2027",
        "sections": {
            heading: [_point(heading, number, place) for place in range(items)]
            for heading in SECTIONS
        },
        "月度安排": [
            {
                "月份": str(month),
                "主题": f"{_DUTIES[(number + month) % 5][:2]}服务月",
                "活动": f"第{month}次会员活动日，参加人数不少于{20 + (number + month) % 80}人",
            }
            for month in range(1, 13)
        ],
        "日期": f"2027年1月{number % 28 + 1}日",
    }


def _point(heading: str, number: int, place: int) -> dict[str, str]:
    turn = number * 31 + place * 7
    chosen = random.Random(turn * len(SECTIONS) + SECTIONS.index(heading))  # noqa: S311  no secret
    first, second = (
        "，".join(chosen.sample(_CLAUSES, 4)).format(who=_DUTIES[turn % 5], n=turn % 97 + 2) + "。"
        for _sentence in range(2)
    )
    if heading == "工作目标":
        return {"指标": f"第{place + 1}类会员参与率", "要求": f"≥{50 + turn % 500 / 10:g}%"}
    if heading == "重点任务":
        return {
            "标题": f"第{place + 1}项任务（{turn % 97}）",
            "内容": first + second,
            "责任人": _DUTIES[turn % 5],
            "期限": f"{turn % 12 + 1}月{turn % 28 + 1}日前",
            "经费": f"{turn % 90 + 1}00元",
        }
    return {"内容": first + second if place % 2 else first}


def to_yaml(content: dict[str, Any]) -> str:
    """``content`` as a plan file, as a person would lay it out."""
    lines = [f"{key}: {content[key]}" for key in ("标题", "单位", "期间")]
    for heading, points in content["sections"].items():
        if heading not in _OWN:
            lines += ["", f"{heading}:", *_points(points, "  ")]
    lines += ["", "其他章节:"]
    for heading in _OWN:
        lines += [f"  - 标题: {heading}", "    子项:"]
        lines += _points(content["sections"][heading], "      ")
    lines += ["", "月度安排:"]
    for row in content["月度安排"]:
        lines += [f"  - 月份: {row['月份']}", f"    主题: {row['主题']}", "    活动:"]
        lines += [f"      - {row['活动']}"]
    lines += ["", "版式: {月度安排: table}", f"落款: {{日期: {content['日期']}}}", ""]
    return "\n".join(lines)


def _points(points: list[dict[str, str]], indent: str) -> list[str]:
    lines = []
    for point in points:
        first, *more = (f"{key}: {value}" for key, value in point.items())
        lines += [f"{indent}- {first}", *(f"{indent}  {line}" for line in more)]
    return lines
