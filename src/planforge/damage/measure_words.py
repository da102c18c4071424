"""What is counted: 人, 次, 万元 - told from the words that begin or end with such a character."""

from __future__ import annotations

from typing import Final

# Measure word → the characters that make another word of it, before it (学期) and behind (人员).
_UNITS: Final = {
    "人次": ("", ""),
    "人": (
        "责責系繫持",
        (
            "员員力才民大文事生们們均社身格间間物选選数數群为為心类類流气氣口防行际際道家工手权權"
            "士性财財寿體体像潮证證伍机機居"
        ),
    ),
    "名": ("签簽姓书書命", "单單称稱额額师師誉譽家录錄牌次册冊词詞字人胜勝城列校义義下"),
    "万元": ("", ""),
    "萬元": ("", ""),
    "亿元": ("", ""),
    "億元": ("", ""),
    "元": ("单單公", "旦宵素件首老月"),
    "次": ("场場届屆班层層档檔名其", "年序日数數要生品"),
    "场": ("现市广会球", "所地馆面景合域"),
    "場": ("現市廣會球", "所地館面景合域"),
    "项": ("事奖款", "目"),
    "項": ("事獎款", "目"),
    "个": ("", "人体性别案税中"),
    "個": ("", "人體性別案稅中"),
    "家": ("专專国國之回商", "庭园園长長访訪属屬人校乡鄉教具风風务務政电電书書国國暴规規"),
    "件": ("文事条條案邮郵软軟硬", ""),
    "份": ("月身年省股", "额額内內子"),
    "期": ("学學任长長短定假日到限周近前后後早中晚初", "间間望末限盼待刊中初满滿"),
    "户": ("用账客门农", "外口籍主型均"),
    "戶": ("用帳客門農", "外口籍主型均"),
    "篇": ("", "章幅"),
    "条": ("", "例件款文幅理"),
    "條": ("", "例件款文幅理"),
    "册": ("手名", ""),
    "冊": ("手名", ""),
    "天": ("今明昨当當春夏秋冬", "然津气氣下地空堂才"),
    "课时": ("", ""),
    "課時": ("", ""),
    "学时": ("", ""),
    "學時": ("", ""),
    "小时": ("", ""),
    "小時": ("", ""),
    "组": ("小班分", "织长建员成合团委阁装稿"),
    "組": ("小班分", "織長建員成合團委閣裝稿"),
    "批": ("审審", "准評评示复復判量改阅閱发發"),
    "位": ("单單岗崗职職地座席学學床", "置于於居次列移"),
    "倍": ("", "感增"),
    "届": ("应往换", "时满"),
    "屆": ("應往換", "時滿"),
    "月": ("岁歲当當上下", "度饼餅报報刊薪考嫂光季"),
}
_LONGEST: Final = 2
_NOTHING: Final = "\n"


def unit_end(text: str, at: int, before: str) -> int:
    """Where the measure word ends that begins at ``at``; ``at`` itself where none does.

    Args:
        text: What is looked through.
        at: Where it would begin.
        before: The character that would stand before it without the space between them.
    """
    for length in range(_LONGEST, 0, -1):
        if known := _UNITS.get(text[at : at + length]):
            joined, continued = known
            end = at + length
            behind = text[end : end + 1] or _NOTHING
            return at if before in joined or behind in continued else end
    return at
