"""The way from a plan file to a document, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from .catalogue import load_catalogue
from .errors import FileProblems, UserError
from .model.validate import validate
from .source.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document.tree import Document
    from .forms.words import Words
    from .model.plan import Plan
    from .regions import RegionWords
    from .script.document import Reader
    from .source.load import Source
    from .styles import Style
    from .writers.docx.own import WordFile, Written


def read_plan(path: str, given: Sequence[str] = ()) -> tuple[Plan, Source]:
    """The plan in a file, and the file with the positions of everything in it.

    Args:
        path: The file; ``-`` for standard input.
        given: Settings that replace what the file says, see `planforge.settings`.

    Raises:
        UserError: The file cannot be read.
        FileProblems: It holds no plan; every problem is listed.
    """
    source = load(path, go_on=True)
    if not given:
        return validate(source, load_catalogue()), source
    from . import settings  # seldom needed

    try:
        return validate(settings.apply(source, given), load_catalogue()), source
    except FileProblems as error:
        raise settings.relocated(error, source) from error


def check_style(plan: Plan, source: Source) -> Plan:
    """The plan, with a page style that can be used.

    A style that is a file is looked for beside the plan, then in the current folder; its path
    then says where it is.

    Raises:
        FileProblems: There is none of that name, or its file is faulty.
    """
    if not (name := plan.layout.style):
        return plan
    # Most plans leave the style to their region.
    from . import styles
    from .model.places import find
    from .model.plan import Plan as Model

    try:
        styles.must_be_here(name)
        if styles.is_file(name):
            name = styles.beside(source.text.path, name)
        if styles.is_word(name):
            from .writers.docx.own import open_word  # seldom needed

            open_word(name)
        else:
            styles.load(name)
    except UserError as error:
        start, end = find(source.root, Model, ("layout", "style")).span
        problem = source.text.problem("PF004", error.message, start, end, hint=error.hint)
        raise FileProblems([problem]) from error
    layout = plan.layout.model_copy(update={"style": name})
    return plan.model_copy(update={"layout": layout})


def render_plan(plan: Plan, name: str, *, style: str = "", region: str = "") -> bytes:
    """The finished document.

    Args:
        plan: The plan.
        name: A key of `planforge.writers.FORMATS`.
        style: Name or file of a page style; that of the plan, else of the region, when empty.
            A Word file that the plan names is used by `render_in` alone.
        region: Code of a region; that of the plan when empty.

    Raises:
        UserError: There is no such style or region.
        FileProblems: The file of the style cannot be used.
    """
    from . import writers  # not needed in order to read a plan

    document, page = composed(plan, style=style, region=region)
    return _noted(writers.writer(name)(document, page), document)


def composed(plan: Plan, *, style: str = "", region: str = "") -> tuple[Document, Style]:
    """What is printed of the plan, and on which page; for the arguments see `render_plan`.

    Raises:
        UserError: There is no such style or region.
        FileProblems: The file of the style cannot be used.
    """
    # Not needed in order to read a plan.
    from . import styles
    from .document.compose import compose
    from .regions import load_region

    words = load_region(region or plan.region)
    wanted = style or plan.layout.style
    page = styles.load(words.style if not wanted or styles.is_word(wanted) else wanted)
    same = plan.region == words.code
    document = compose(plan if same else plan.model_copy(update={"region": words.code}), words)
    if document.properties.style != page.name:
        document = replace(document, properties=replace(document.properties, style=page.name))
    if (read := _reader(plan, words)) is not None:
        from .script.document import convert_document  # loads dictionaries

        document = convert_document(document, read)
    return document, page


def _noted(data: bytes, document: Document) -> bytes:
    """``data`` with what the user should know about the document in it."""
    if not document.notices:
        return data
    from .writers.rendered import Rendered, notices  # seldom needed

    return Rendered.with_notices(data, (*notices(data), *document.notices))


def _reader(plan: Plan, words: RegionWords) -> Reader | None:
    """How the plan comes into the script of the region; ``None`` where it is in it."""
    from .regions import load_region  # not needed in order to read a plan

    if plan.region == words.code:
        return None
    source = load_region(plan.region)
    if source.script == words.script:
        return None
    from .script.conversion import Conversion  # loads dictionaries
    from .script.document import reader
    from .script.names import named_in

    conversion = Conversion(words.code).protecting(plan.protect).naming(named_in(plan))
    return reader(conversion, words, source)


def render_in(file: WordFile, plan: Plan, *, region: str = "") -> Written:
    """The finished Word document in a file of the user.

    Args:
        file: The file whose page, styles, headers and footers are used.
        plan: The plan.
        region: Code of a region; that of the plan when empty.

    Raises:
        UserError: There is no such region, or the file is damaged.
        FileProblems: The file of the style that fills gaps cannot be used.
    """
    from .writers.docx import own  # seldom needed

    document, page = composed(plan, region=region)
    written = own.write(document, page, file)
    return replace(written, data=_noted(written.data, document))


def fill_form(file: WordFile, plan: Plan, *, region: str = "") -> bytes:
    """A Word form of the user, filled in.

    Args:
        file: The form, already looked through with `planforge.forms.check`.
        plan: The plan.
        region: Code of a region; that of the plan when empty.

    Raises:
        UserError: There is no such region, or docxtpl is not installed.
        FileProblems: A tag of the form cannot be filled in.
    """
    from . import forms  # seldom needed

    return forms.fill(file, form_values(plan, region=region))


def form_values(plan: Plan, *, region: str = "") -> Words:
    """What forms can print of the plan; for the arguments see `fill_form`.

    Raises:
        UserError: There is no such region.
    """
    from . import forms  # seldom needed
    from .regions import load_region  # not needed in order to read a plan

    document, page = composed(plan, region=region)
    words = load_region(document.properties.region)
    read = _reader(plan, words)
    how = forms.Printing(words) if read is None else forms.Printing(words, read)
    return forms.values(plan, document, page, how)
