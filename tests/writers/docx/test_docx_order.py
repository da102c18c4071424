"""Children stand in the order of ECMA-376; the lists here are written out apart from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from planforge import styles
from planforge.writers.docx import write
from planforge.writers.docx.oxml import element, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element as Element

    from planforge.document.tree import Document

# ECMA-376 part 1, annex A.1 (wml.xsd), the transitional additions where they are written here.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss"
    " imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs"
    " highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish",
    "numPr": "ilvl numId",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize"
    " tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    " tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins"
    " defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr"
    " endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn useFELayout compatSetting",
    "p": "pPr r fldSimple",
    "r": "rPr t tab br",
}
# A run may follow a field, and text may follow a break.
FREE = {"p": 1, "r": 1}


def local_names(elements: Iterable[Element]) -> list[str]:
    """The names without namespace, in order."""
    return [etree.QName(one).localname for one in elements]


@pytest.mark.parametrize("name", ["gb", "tw", "hk"])
def test_every_element_has_its_children_in_the_order_of_the_standard(
    sample: Document, parts: Callable[[bytes], dict[str, bytes]], name: str
) -> None:
    checked: set[str] = set()
    for part, content in parts(write(sample, styles.load(name))).items():
        if not part.startswith("word/") or part.endswith(".rels"):
            continue
        for one in etree.fromstring(content).iter():
            parent = etree.QName(one).localname
            if parent in ORDERS and len(one):
                checked.add(parent)
                order = ORDERS[parent].split()
                places = [order.index(child) for child in local_names(one)]
                ordered = places[: FREE.get(parent, len(places))]
                assert ordered == sorted(places)[: len(ordered)], (part, parent)
    assert set(ORDERS) == checked


def test_a_child_put_late_stands_at_its_place() -> None:
    properties = element("pPr")
    for name in ("jc", "pStyle", "spacing", "rPr", "keepNext", "ind"):
        put(properties, name)
    assert local_names(properties) == ["pStyle", "keepNext", "spacing", "ind", "jc", "rPr"]


def test_children_of_one_name_keep_the_order_they_were_put_in() -> None:
    section = element("sectPr")
    put(section, "pgSz")
    put(section, "footerReference", type="default")
    put(section, "footerReference", type="even")
    assert local_names(section) == ["footerReference", "footerReference", "pgSz"]
    assert [value for one in list(section)[:2] for value in one.attrib.values()] == [
        "default",
        "even",
    ]
