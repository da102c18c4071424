"""PF417: a plan that speaks of another kind of organisation than its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.passages import Passage
    from planforge.lint.subject import Subject

# Kind → how a title names it, and words of which every plan of that kind has some.
_KINDS: Final = {
    "kindergarten": (
        "幼儿园|幼兒園|幼稚园|幼稚園",
        "幼儿|幼兒|幼教|保教|园长|園長|全园|全園|我园|我園|家长|家長|孩子|亲子|親子|托班|小朋友",
    ),
    "school": (
        "小学|小學|中学|中學|高中|初中|职校|職校",
        "学生|學生|教师|教師|教学|教學|学校|學校|我校|全校|班主任|师德|師德|家长|家長|备课|備課|校园|校園",
    ),
    "university": (
        "大学|大學|学院|學院|高校",
        "学生|學生|教师|教師|教学|教學|学校|學校|学院|學院|我校|全校|科研|师德|師德|校园|校園|学术|學術",
    ),
    "hospital": (
        "医院|醫院|卫生院|衛生院",
        "医院|醫院|病人|患者|医护|醫護|护士|護士|医生|醫生|医师|醫師|诊|診|病房|科室|临床|臨床|我院|全院",
    ),
    "works": (
        "公司|集团|集團|工厂|工廠",
        "公司|企业|企業|车间|車間|生产|生產|班组|班組|工区|工區|项目|項目|技术|技術|职工|職工|员工|員工",
    ),
}
# Words that only plans of that kind have.
_OWN: Final = {
    "school": "学生|學生|教师|教師|我校|班主任|师德|師德|教学|教學|学校|學校",
    "hospital": "病人|患者|医护|醫護|护士|護士|病房|诊疗|診療|医院|醫院|我院",
    "works": "车间|車間|工区|工區|公司|矿井|礦井|安全生产|安全生產|班组|班組",
    "kindergarten": "幼儿|幼兒|保教|园长|園長",
}
_NAMED: Final = pattern("|".join(f"(?P<{kind}>{names})" for kind, (names, _own) in _KINDS.items()))
_LEAST: Final = 3
"""So many words of another kind tell that a plan is about that one."""
_UNION: Final = pattern("工会|工會")
_UNION_WORDS: Final = pattern(
    "工会|工會|职工|職工|会员|會員|员工|員工|工人|劳动者|勞動者|勞工|勞資|教师|教師|教工|女工|骑手|騎手|姐妹"
)
_FEW: Final = 300
"""A union's plan of so many characters speaks of the union or its people twice at least."""


@rule("PF417", "unit-mismatch", "标题单位与正文不符", WARNING)
def mismatch(subject: Subject) -> Iterator[Finding]:
    """A title that names a kind of organisation of which the text says nothing."""
    prose = subject.prose
    title = next((one for one in prose.passages if one.section == "title"), None)
    if title is None:
        return
    yield from _of_no_union(subject, title)
    if len({found.lastgroup for found in _NAMED.finditer(title.text)}) != 1:
        return
    named = _NAMED.search(title.text)
    assert named is not None
    kind = named.lastgroup
    assert kind is not None
    # What names the organisation stands in the title, the signature, and says nothing.
    text = prose.text.replace(title.text, "")
    if re.search(_KINDS[kind][1], text):
        return
    for other, words in _OWN.items():
        found = re.findall(words, text) if other != kind else []
        if len(found) >= _LEAST:
            yield subject.within(
                title.node,
                named.start(),
                named.end(),
                _("the title names {kind}, but the text speaks of {words}").format(
                    kind=named[0], words="、".join(dict.fromkeys(found))
                ),
                hint=_("is this the plan of another organization?"),
            )
            return


def _of_no_union(subject: Subject, title: Passage) -> Iterator[Finding]:
    """A union's title over a text that speaks of anything but a union and its people."""
    named = _UNION.search(title.text)
    text = subject.prose.text.replace(title.text, "")
    if named is None or len(text) < _FEW:
        return
    found = _UNION_WORDS.finditer(text)
    if next(found, None) is None or next(found, None) is None:
        yield subject.within(
            title.node,
            named.start(),
            named.end(),
            _("the title names a union, but the text says nothing about it or its people"),
            hint=_("is this the plan of another organization?"),
        )
