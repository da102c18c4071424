"""A form looked through before it is filled in: what it needs, and everything wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree
from msgspec import Struct, field

from planforge.errors import FileProblems, Problem
from planforge.language import _
from planforge.model.nearest import nearest

from . import tags
from .expressions import Reader, Use
from .places import spots
from .shapes import Many
from .tags import Fault, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.writers.docx.own import WordFile

    from .places import Spot

CODE: Final = "PF020"

_STATEMENTS: Final = ("for", "if", "elif", "else", "endif", "endfor", "set")
# What docxtpl understands besides: cells that are merged in a loop.
_MERGING: Final = ("vm", "hm")
_ENDS: Final = {"endfor": "for", "endif": "if"}
_INSIDE: Final = {"elif": ("if",), "else": ("if", "for")}
_COMPLETED: Final = {
    "for": "{{% {body} %}}{{% endfor %}}",
    "if": "{{% {body} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% {body} %}}{{% endif %}}",
    "set": "{{% {body} %}}",
}


class Open(Struct, frozen=True):
    """A block that has begun."""

    word: str
    tag: Tag


class Checked(Struct):
    """What was found in a form.

    Attributes:
        path: The form.
        uses: Every name, with where it stands.
        faults: Everything wrong.
    """

    path: str
    uses: list[tuple[Use, Spot]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def problems(self) -> tuple[Problem, ...]:
        """The faults as problems of the file, in its order, each told once."""
        ordered = sorted(self.faults, key=lambda fault: fault.spot.number)
        return tuple(dict.fromkeys(self._problem(fault) for fault in ordered))

    def demand(self) -> None:
        """Nothing, when the form can be filled in.

        Raises:
            FileProblems: It cannot.
        """
        if self.faults:
            raise FileProblems(self.problems())

    def _problem(self, fault: Fault) -> Problem:
        return problem(self.path, fault.spot.shown, fault.tag, fault.message, fault.hint)


def problem(path: str, where: str, tag: str, message: str, hint: str = "") -> Problem:
    """A fault of a form as a problem of its file."""
    told = _("{where}: {tag}: {what}") if tag else _("{where}: {what}")
    return Problem(CODE, told.format(where=where, tag=tag, what=message), path, hint=hint)


def check(file: WordFile) -> Checked:
    """Everything that a form needs, and everything wrong with it."""
    return _Check(file).done()


class _Check:
    """One look through a form."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._found = Checked(file.path)
        self._environment = Environment(autoescape=True)
        self._open: list[Open] = []
        self._tag: Tag | None = None
        self._reader = self._fresh()

    def done(self) -> Checked:
        part = ""
        for one in tags.find(spots(self._file)):
            if one.spot.part != part:
                self._close_all()
                part = one.spot.part
            if isinstance(one, Fault):
                self._found.faults.append(one)
            else:
                self._tag = one
                self._read(one)
        self._close_all()
        return self._found

    def _fresh(self) -> Reader:
        return Reader(self._used, self._wrong)

    def _used(self, use: Use) -> None:
        assert self._tag is not None
        uses = self._found.uses
        # 单位 in 单位.上级 only leads there; a list is what the form goes through.
        if uses and uses[-1][0].path == use.path.rpartition(".")[0]:
            before, spot = uses[-1]
            if spot is self._tag.spot and not isinstance(before.shape, Many):
                uses.pop()
        uses.append((use, self._tag.spot))

    def _wrong(self, message: str, hint: str = "") -> None:
        assert self._tag is not None
        self._found.faults.append(self._tag.fault(message, hint))

    def _read(self, tag: Tag) -> None:
        if tag.opener == "{{":
            if (tree := self._parsed("{{ " + tag.body + " }}")) is not None:
                for output in tree.find_all(nodes.Output):
                    for expression in output.nodes:
                        self._reader.printed(expression)
            return
        word = tag.body.split()[0]
        if word in _STATEMENTS:
            self._statement(tag, word)
        elif word not in _MERGING:
            near = nearest(word, _STATEMENTS)
            self._wrong(
                _("a form knows no {word}").format(word=word),
                _("did you mean {name}?").format(name=near)
                if near
                else _("there are {names}").format(names=", ".join(_STATEMENTS)),
            )

    def _statement(self, tag: Tag, word: str) -> None:
        if word in _ENDS:
            self._end(tag, word)
            return
        if word in _INSIDE and not (self._open and self._open[-1].word in _INSIDE[word]):
            self._wrong(_("{word} stands outside of its block").format(word=word))
            return
        if word in _COMPLETED:
            tree = self._parsed(_COMPLETED[word].format(body=tag.body))
            if tree is not None:
                self._expressions(tree, word)
            elif word == "for":
                # What is below is not told apart from a mistake here.
                self._reader.open(nodes.Name("_", "store"), nodes.Const(None))
        if word in _ENDS.values():
            self._open.append(Open(word, tag))

    def _expressions(self, tree: nodes.Template, word: str) -> None:
        for statement in tree.body:
            match statement:
                case nodes.For():
                    if statement.recursive:
                        self._wrong(_("a loop in a form cannot call itself"))
                    self._reader.open(statement.target, statement.iter)
                    if statement.test is not None:
                        self._reader.known(statement.test)
                case nodes.Assign():
                    self._reader.bind(statement.target, statement.node)
                case nodes.If() if word == "elif":
                    for one in statement.elif_:
                        self._reader.known(one.test)
                case nodes.If():
                    self._reader.known(statement.test)
                case _:
                    self._wrong(_("this tag cannot be read"))

    def _end(self, tag: Tag, word: str) -> None:
        if not self._open or self._open[-1].word != _ENDS[word]:
            begun = self._open[-1].tag.written if self._open else ""
            self._wrong(
                _("{word} ends nothing here").format(word=word),
                _("{tag} has to be ended first").format(tag=begun) if begun else "",
            )
            return
        begun_tag = self._open.pop().tag
        if word == "endfor":
            self._reader.close()
        if _frame(begun_tag) != _frame(tag):
            self._wrong(
                _("{tag} begins in {where}, which is not on the same level").format(
                    tag=begun_tag.written, where=begun_tag.spot.where
                ),
                _("begin and end it in one paragraph, or both with {%p, {%tr or {%tc"),
            )

    def _close_all(self) -> None:
        for one in self._open:
            self._tag = one.tag
            self._wrong(
                _("{word} is not ended").format(word=one.word),
                _("write {half}").format(half="{% end" + one.word + " %}"),
            )
        self._open.clear()
        self._reader = self._fresh()

    def _parsed(self, source: str) -> nodes.Template | None:
        # docxtpl takes these quotation marks for those of the language.
        for sign, plain in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
            source = source.replace(sign, plain)
        try:
            return self._environment.parse(source)
        except (TemplateSyntaxError, RecursionError) as error:
            if self._tag is not None and any(one in self._tag.written for one in tags.BREAKS):
                self._wrong(
                    _("a line break or tab in a tag counts for nothing, so its words run together"),
                    _("put a blank in its place"),
                )
                return None
            reason = getattr(error, "message", "") or str(error)
            self._wrong(_("this tag cannot be read: {reason}").format(reason=reason))
            return None


def _frame(tag: Tag) -> tuple[str, ...]:
    """What a tag stands in, after what it stands for is taken away."""
    around: Iterator[etree._Element] = iter(tag.spot.around)
    holder = tag.spot.of(tag.prefix)
    names = [etree.QName(one).localname for one in around]
    if holder is None:
        return tuple(names)
    return tuple(names[tag.spot.around.index(holder) + 1 :])
