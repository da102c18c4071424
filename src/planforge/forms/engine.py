"""docxtpl, with what it lacks: strict XML, whole tables, properties left alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docxtpl
from lxml import etree

from planforge.writers.docx.oxml import qualified

if TYPE_CHECKING:
    from .sandbox import Form
    from .words import Words

_TC, _TR, _TBL, _P = (qualified(name) for name in ("tc", "tr", "tbl", "p"))


def filled(form: bytes, environment: Form, values: Words, names: tuple[str, ...]) -> bytes:
    """The form with its tags filled in, as python-docx saves it.

    Raises:
        etree.XMLSyntaxError: The tags cut the form apart.
        Exception: Whatever Jinja raises when a tag cannot be filled in.
    """
    template = docxtpl.DocxTemplate(io.BytesIO(form))
    fix_tables = template.fix_tables

    def whole(xml: str) -> Any:
        # Left to itself docxtpl mends broken XML by dropping text.
        etree.fromstring(xml)
        tree = fix_tables(xml)
        _mend(tree)
        return tree

    template.fix_tables = whole
    # They would get the time of day where the form has none.
    template.render_properties = lambda *_arguments, **_named: None
    context = {name: values.value(name) for name in names}
    template.render(context, environment, autoescape=True)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def _mend(tree: etree._Element) -> None:
    """Word opens no table without rows, and no cell without a paragraph at its end."""
    for row in [one for one in tree.iter(_TR) if one.find(_TC) is None]:
        _remove(row)
    for table in [one for one in tree.iter(_TBL) if one.find(_TR) is None]:
        table.addnext(table.makeelement(_P))
        _remove(table)
    for cell in tree.iter(_TC):
        if len(cell) == 0 or cell[-1].tag != _P:
            cell.append(cell.makeelement(_P))


def _remove(one: etree._Element) -> None:
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)
