"""The first plan file of a union: from wishes and answers to the text of the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal

from . import scaffold
from .catalogue import load_catalogue, region_code
from .errors import UserError
from .language import _, chosen, listed
from .model.nearest import nearest_or_all
from .model.period import Period
from .model.refusal import RefusedError
from .model.validate import validate
from .regions import load_region
from .source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Wishes = dict[str, str]
"""What is known so far: kind, organization, superior, period, region, author."""

NAMES: Final = {
    "kind": ("kind", "类型", "類型"),
    "organization": ("organization", "org", "单位", "單位"),
    "superior": ("superior", "上级", "上級"),
    "period": ("period", "期间", "期間"),
    "region": ("region", "地区", "地區"),
    "author": ("author", "拟稿人", "擬稿人"),
}
"""How each wish may be called in a file of answers."""

_MAINLAND: Final = "cn"


def kinds() -> tuple[tuple[str, str], ...]:
    """English key and Chinese name of every kind that a plan can be begun for."""
    terms = load_catalogue().kinds
    begun = set(scaffold.kinds())
    traditional = chosen() == "zh-Hant"
    named = [
        (key, term.hant if traditional else term.zh) for key, term in terms.items() if key in begun
    ]
    return (*named, *((key, key) for key in sorted(begun - terms.keys())))


def period(year: str, school_year: str, term: str) -> str:
    """The words for the period that the options ask for; empty when they ask for none.

    Raises:
        UserError: They contradict each other, or mean no period.
    """
    if not (year or school_year or term):
        return ""
    text = scaffold.period_text(_today(), year=year, school_year=school_year, term=term)
    try:
        Period.parse(text)
    except ValueError as error:
        raise UserError(str(error)) from error
    return text


def wishes(given: Wishes, path: str = "") -> Wishes:
    """What the call and the file of answers say, the call first; kind and region under their codes.

    Raises:
        UserError: The file says something that is not asked, or a kind or region is unknown.
        FileProblems: The file is not YAML.
    """
    known = (dict(_answers(path)) if path else {}) | given
    if "region" in known:
        known["region"] = region_code(known["region"])
    try:
        if "kind" in known:
            known["kind"] = _kind(known["kind"])
    except RefusedError as error:
        raise UserError(str(error), error.hint) from error
    return known


def next_question(known: Wishes) -> scaffold.Question | None:
    """What to ask next; ``None`` when everything is known."""
    if "kind" not in known:
        names = listed(name for _key, name in kinds())
        prompt = _("Kind of organization: {names}").format(names=names)
        return scaffold.Question("kind", prompt, check=_kind)
    asked = scaffold.questions(
        known["kind"], _today(), region=_region(known), convert=_converter(_region(known))
    )
    return next((question for question in asked if question.name not in known), None)


def last_year(path: str) -> tuple[str, Wishes, list[str]]:
    """The text of the plan file that an old document makes, what it says of the new one, and notes.

    The notes are sentences on lines of the document that need a look, and on other plans in it.

    Args:
        path: The document, as the user named it.

    Raises:
        UserError: It cannot be read.
        FileProblems: It is damaged, or no text.
    """
    from .files import read_file
    from .readers import read  # loads the readers
    from .recognise import plan_from_lines  # goes with them
    from .recognise.report import grouped

    lines = read(path, read_file(path))
    if not any(line.text.strip() for line in lines):
        raise UserError(_("{path}: the file is empty").format(path=path))
    imported = plan_from_lines(path, lines)
    text = imported.yaml
    plan = validate(load(path, text.encode()), load_catalogue())
    named = plan.organization.name if plan.organization else ""
    said = {"organization": named, "kind": plan.kind or "", "region": plan.region}
    usual = {"region": _MAINLAND}
    notes = [note for note in imported.notes if note.line or "count" in note.fields]
    wishes = {k: v for k, v in said.items() if v and usual.get(k) != v}
    return text, wishes, list(grouped(notes))


def begin(
    known: Wishes, keys: Literal["zh", "en"], old: tuple[str, str] | None = None
) -> tuple[str, str]:
    """The text of the plan file, and the title of the plan in one line.

    Args:
        known: The wishes.
        keys: Language of the keys of the scaffold.
        old: A document of last year and the text of the plan file made from it, to be set in the
            frame of the scaffold.

    Raises:
        UserError: The kind is not known, or an answer cannot be used.
        FileProblems: The user's own scaffold does not make a plan.
    """
    if "kind" not in known:
        raise UserError(
            _("a kind of organization is missing"),
            _("choose one of: {names}").format(names=listed(name for _key, name in kinds())),
        )
    region = _region(known)
    answers = scaffold.Answers(
        period=known.get("period") or scaffold.default_period(_today()),
        organization=known.get("organization", ""),
        superior=known.get("superior", ""),
        author=known.get("author", ""),
    )
    text = scaffold.scaffold(
        known["kind"], answers, keys=keys, region=region, convert=_converter(region)
    )
    if old is not None:
        path, imported = old
        text = scaffold.merged(text, imported, path)
    plan = validate(load(_("the new plan"), text.encode()), load_catalogue())
    return text, "".join(plan.title.split("\n"))


def _kind(name: str) -> str:
    catalogue = load_catalogue()
    begun = scaffold.kinds()
    if name in begun:
        return name
    key = catalogue.kind(name)
    if key in begun:
        return key
    raise RefusedError(
        _("there is no scaffold for {kind}").format(kind=name),
        _("Known are {names}").format(names=listed(shown for _key, shown in kinds())),
    )


def _answers(path: str) -> Iterator[tuple[str, str]]:
    fields = {name: field for field, names in NAMES.items() for name in names}
    for key, value in load(path).data().items():
        if key not in fields:
            raise UserError(
                _("{path}: {key} is not asked").format(path=path, key=key),
                nearest_or_all(key, fields),
            )
        if value is not None and not isinstance(value, str):
            raise UserError(_("{path}: {key} must be a text").format(path=path, key=key))
        if value:
            yield fields[key], value


def _region(known: Wishes) -> str:
    return known.get("region", _MAINLAND)


def _converter(region: str) -> Callable[[str], str] | None:
    words = load_region(region)
    if words.script == "Hans":
        return None
    from .script.converter import prose_converter  # loads a dictionary
    from .script.marks import into  # goes with it
    from .script.targets import TARGETS

    convert = prose_converter(region if region in TARGETS else "hant")
    marks = into(words.quotes)
    return lambda text: convert(text).translate(marks)


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
