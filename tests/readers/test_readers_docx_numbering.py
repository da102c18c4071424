"""The numbers that Word shows and nobody typed; LibreOffice is the judge."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from planforge.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Converted = Callable[[Iterable[bytes], str, str], list[bytes]]

# LibreOffice 7.4 knows no isLgl and lvlRestart and no ⑴ ⒈ ㊀, hides levels that do not count,
# and counts 十 where ideographDigital has 一〇.
FORMATS = (
    *("decimal", "decimalZero", "decimalFullWidth", "decimalEnclosedCircle"),
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified"),
    *("ideographLegalTraditional", "ideographTraditional", "ideographZodiac"),
    *("lowerLetter", "upperLetter", "lowerRoman", "upperRoman"),
)
PATTERNS = ("%N、", "（%N）", "%N.", "第%N部分", "%N", "%N)", "(%N)", "第%N章　")
DOCUMENTS = 60
PARAGRAPHS = 30


def level(depth: int, number_format: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(identity: int, *levels: str, more: str = "") -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    inside = f"{kind}{more}{''.join(levels)}"
    return f'<w:abstractNum w:abstractNumId="{identity}">{inside}</w:abstractNum>'


def number(identity: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def restart(start: int, depth: int = 0) -> str:
    override = f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{depth}">{override}</w:lvlOverride>'


def labels(data: bytes) -> list[str]:
    return [line.label for line in read("旧.docx", data)]


def generated(raw: Any, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311  no secret: the same documents every time
    abstracts = numbers = body = ""
    instances: list[int] = []
    for identity in range(chance.choice([1, 1, 2])):
        levels = []
        starts = [chance.choice([1, 1, 1, 3]) for _depth in range(4)]
        for depth, start in enumerate(starts):
            pattern = chance.choice(PATTERNS).replace("N", str(depth + 1))
            if depth and chance.random() < 0.3:
                pattern = ".".join(f"%{place + 1}" for place in range(depth + 1))
            suffix = f'<w:suff w:val="{chance.choice(["tab", "space", "nothing"])}"/>'
            levels.append(level(depth, chance.choice(FORMATS), pattern, suffix, start))
        abstracts += abstract(identity, *levels)
        for again in range(chance.choice([1, 1, 2])):
            instances.append(len(instances) + 1)
            # What a level below begins with when only its instance says so, nobody agrees on.
            whole = "".join(restart(start, depth) for depth, start in enumerate(starts))
            again_from = chance.choice([restart(5), whole]) if again else ""
            numbers += number(instances[-1], identity, again_from)
    depth = 0
    for place in range(PARAGRAPHS):
        depth = max(0, min(3, depth + chance.choice([-2, -1, 0, 0, 0, 1])))
        plain = chance.random() < 0.15
        text = f"条目{place}条"
        body += raw.p(text) if plain else raw.listed(text, chance.choice(instances), depth)
    return bytes(raw(body, numbering=abstracts + numbers))


def test_the_numbers_are_those_that_libreoffice_prints(raw: Any, converted: Converted) -> None:
    files = [generated(raw, seed) for seed in range(DOCUMENTS)]
    printed = converted(files, "docx", "txt:Text (encoded):UTF8")
    compared = 0
    for data, text in zip(files, printed, strict=True):
        theirs = text.decode("utf-8-sig").splitlines()
        ours = [(line.label, line.text) for line in read("旧.docx", data)]
        judged = [(row[: row.find("条目")].strip(), row[row.find("条目") :]) for row in theirs]
        assert ours == judged
        compared += sum(label != "" for label, _text in ours)
    assert compared > DOCUMENTS * PARAGRAPHS / 2


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("chineseCounting", "一 二 三 四 五 六 七 八 九 十 十一"),
        ("ideographDigital", "一 二 三 四 五 六 七 八 九 一〇 一一"),
        ("chineseLegalSimplified", "壹 贰 叁 肆 伍 陆 柒 捌 玖 壹拾 壹拾壹"),
        ("decimalEnclosedCircle", "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪"),
        ("decimalEnclosedCircleChinese", "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊂ ㊃ ㊄ ㊅ ㊆ ㊇ ㊈ ㊉ 11"),
        ("decimalFullWidth", "１ ２ ３ ４ ５ ６ ７ ８ ９ １０ １１"),
        ("ideographTraditional", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸 11"),
        ("ideographZodiacTraditional", "甲子 乙丑 丙寅 丁卯 戊辰 己巳 庚午 辛未 壬申 癸酉 甲戌"),
        ("upperRoman", "I II III IV V VI VII VIII IX X XI"),
        ("ordinal", "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th"),
        ("numberInDash", "- 1 - - 2 - - 3 - - 4 - - 5 - - 6 - - 7 - - 8 - - 9 - - 10 - - 11 -"),
        ("of the future", "1 2 3 4 5 6 7 8 9 10 11"),
    ],
)
def test_formats_count_as_word_counts(raw: Any, number_format: str, shown: str) -> None:
    numbering = abstract(0, level(0, number_format, "%1")) + number(1, 0)
    data = raw("".join(raw.listed("项", 1) for _place in range(11)), numbering=numbering)
    assert " ".join(labels(data)) == shown


def test_letters_go_on_with_double_ones(raw: Any) -> None:
    numbering = abstract(0, level(0, "lowerLetter", "%1)", start=25)) + number(1, 0)
    data = raw("".join(raw.listed("项", 1) for _place in range(4)), numbering=numbering)
    assert labels(data) == ["y)", "z)", "aa)", "bb)"]


def test_a_legal_level_shows_figures_for_the_chinese_numbers_above(raw: Any) -> None:
    levels = level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    numbering = abstract(0, *levels) + number(1, 0)
    data = raw(raw.listed("章", 1) + raw.listed("节", 1, 1) * 2, numbering=numbering)
    assert labels(data) == ["一、", "1.1", "1.2"]


@pytest.mark.parametrize(("said", "second"), [("", "1"), ("0", "3"), ("1", "1")])
def test_a_level_begins_again_where_it_says(raw: Any, said: str, second: str) -> None:
    more = f'<w:lvlRestart w:val="{said}"/>' if said else ""
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2", more))
    body = raw.listed("甲", 1) + raw.listed("乙", 1, 1) * 2 + raw.listed("丙", 1)
    data = raw(body + raw.listed("丁", 1, 1), numbering=numbering + number(1, 0))
    assert labels(data) == ["1.", "1", "2", "2.", second]


@pytest.mark.parametrize(
    ("font", "sign", "shown"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Wingdings", "\uf06c", "●"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Wingdings", "ü", "✓"),
        ("Webdings", "\uf034", "•"),
        ("Courier New", "o", "○"),
        ("宋体", "◆", "◆"),
        ("Arial", "￮", "○"),
    ],
)
def test_bullets_look_as_they_look_in_word(raw: Any, font: str, sign: str, shown: str) -> None:
    bullet = level(0, "bullet", sign).replace(
        "</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    data = raw(raw.listed("项", 1), numbering=abstract(0, bullet) + number(1, 0))
    assert labels(data) == [shown]


def test_two_lists_of_one_definition_go_on_unless_one_begins_anew(raw: Any) -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + number(1, 0) + number(2, 0)
    body = raw.listed("甲", 1) + raw.listed("乙", 2) + raw.listed("丙", 3) * 2
    data = raw(body, numbering=numbering + number(3, 0, restart(1)))
    assert labels(data) == ["1.", "2.", "1.", "2."]


def test_an_instance_begins_anew_once_and_not_on_every_level(
    raw: Any, converted: Converted
) -> None:
    levels = (
        level(depth, "decimal", ".".join(f"%{n + 1}" for n in range(depth + 1)))
        for depth in range(3)
    )
    again = "".join(restart(1, depth) for depth in range(3))
    numbering = abstract(0, *levels) + number(1, 0) + number(2, 0, again)
    steps = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (2, 2), (2, 2), (2, 1), (2, 0))
    body = "".join(raw.listed("条目", instance, depth) for instance, depth in steps)
    data = raw(body, numbering=numbering)
    shown = ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.1", "1.2.2", "1.3", "2"]
    assert labels(data) == shown
    (text,) = converted([data], "docx", "txt:Text (encoded):UTF8")
    assert [row.split()[0] for row in text.decode("utf-8-sig").splitlines()] == shown


def test_an_instance_may_bring_its_own_level(raw: Any) -> None:
    own = level(0, "chineseCounting", "（%1）")
    numbering = abstract(0, level(0, "decimal", "%1."))
    numbering += number(1, 0, f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride>')
    assert labels(raw(raw.listed("甲", 1), numbering=numbering)) == ["（一）"]


def test_heading_styles_bring_their_numbers(raw: Any, converted: Converted) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{depth}"><w:name w:val="heading {depth}"/>'
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{depth - 1}"/></w:pPr></w:style>'
        for depth in (1, 2)
    )
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
    )
    body = "".join(
        raw.p(f"条目{place}", f'<w:pStyle w:val="{style}"/>')
        for place, style in enumerate((1, 2, 2, 1, 2))
    )
    data = raw(body, styles=styles, numbering=numbering + number(1, 0))
    lines = read("旧.docx", data)
    assert [(line.label, line.level) for line in lines] == [
        ("一、", 1),
        ("（一）", 2),
        ("（二）", 2),
        ("二、", 1),
        ("（一）", 2),
    ]
    (text,) = converted([data], "docx", "txt:Text (encoded):UTF8")
    printed = ["".join(row.split()) for row in text.decode("utf-8-sig").splitlines()]
    assert printed == [line.label + line.text for line in lines]


def test_a_list_that_a_numbering_style_describes(raw: Any, converted: Converted) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文编号"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="L"/>')
        + abstract(1, more='<w:numStyleLink w:val="L"/>')
        + number(1, 0)
        + number(2, 1)
    )
    body = raw.listed("条目", 2) + raw.listed("条目", 2)
    data = raw(body, styles=styles, numbering=numbering)
    assert labels(data) == ["一、", "二、"]
    (text,) = converted([data], "docx", "txt:Text (encoded):UTF8")
    assert "".join(text.decode("utf-8-sig").split()) == "一、条目二、条目"


def test_a_paragraph_may_refuse_the_number_of_its_style(raw: Any) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(0, level(0, "decimal", "%1.", '<w:pStyle w:val="1"/>')) + number(1, 0)
    styled = '<w:pStyle w:val="1"/>'
    off = f'{styled}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = raw.p("甲", styled) + raw.p("乙", off) + raw.p("丙", styled)
    assert labels(raw(body, styles=styles, numbering=numbering)) == ["1.", "", "2."]


def test_the_depth_in_the_list_is_told(raw: Any) -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "bullet", "•")) + number(1, 0)
    data = raw(raw.p("文") + raw.listed("甲", 1) + raw.listed("乙", 1, 1), numbering=numbering)
    assert [line.depth for line in read("旧.docx", data)] == [0, 1, 2]


def test_words_that_stand_for_a_number_are_shown(raw: Any) -> None:
    numbering = abstract(0, level(0, "none", "附件")) + number(1, 0)
    assert labels(raw(raw.listed("甲", 1), numbering=numbering)) == ["附件"]
