"""The plans that are measured: the same content for every program, and no two plans alike."""

from __future__ import annotations

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
_SENTENCES: Final = (
    "把服务职工的事项列成清单，写明牵头部门和办结时限，每季度向会员公布一次进展。",
    "走访一线班组和困难职工家庭，能办的当场办，办不了的记入台账，办结一件销号一件。",
    "开展技能竞赛和师徒结对，选出的能手到兄弟单位讲课，讲课时间计入学习学时。",
    "管好用好工会经费，预算公开、开支公示、年终审计，会员随时可以查账提意见。",
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
    first, second = _SENTENCES[turn % 4], _SENTENCES[(turn + 1 + turn // 4) % 4]
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
