"""What is fuzzed: each target takes bytes and must come to a result or to a problem in words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from fuzz_inputs import (
    HERE,
    PAGE_PIECES,
    TEXT_PIECES,
    WORDS,
    YAML_PIECES,
    files,
    packages,
    read_all,
    texts,
)

from planforge import roll
from planforge.agenda import returned
from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems, UserError
from planforge.lint.engine import look
from planforge.lint.mending import Mended, mend
from planforge.model.validate import validate
from planforge.readers import reading
from planforge.recognise import plan_from_lines, plans_from_lines
from planforge.script.conversion import Conversion
from planforge.script.file import convert_file
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

    from planforge.model.plan import Plan
    from planforge.source.load import Source

T = TypeVar("T")

PLANS: Final = ("tests/fuzz/seeds/plan/*", "examples/*.yaml", "tests/lint/clean/*.yaml")
WORD: Final = ("tests/fuzz/seeds/word/*", "tests/data/damaged-documents/*.docx")
PAGES: Final = ("tests/fuzz/seeds/page/*", "tests/data/damaged-documents/*.html")
TEXTS: Final = ("tests/fuzz/seeds/text/*", "tests/data/damaged-documents/*.md")


class Target(NamedTuple):
    """A part of planforge that takes what people have.

    Attributes:
        inputs: Bytes to try.
        run: Raises whatever is wrong with the part, and nothing for what is wrong with the bytes.
    """

    inputs: Callable[[], st.SearchStrategy[bytes]]
    run: Callable[[bytes], None]


def attempt(call: Callable[[], T]) -> T | None:
    """What the call returns, or nothing where it says in words what is wrong with its input."""
    try:
        return call()
    except FileProblems as error:
        said = [one.message for one in error.problems]
    except UserError as error:
        said = [error.message]
    assert said
    assert all(said)
    return None


def read(data: bytes) -> tuple[Source, Plan]:
    source = load("plan.yaml", data)
    return source, validate(source, load_catalogue())


def plan_file(data: bytes) -> None:
    attempt(lambda: read(data))


def old_document(name: str, data: bytes) -> None:
    """Lines, and from any lines a plan that is one."""
    if found := attempt(lambda: reading(name, data)):
        for imported in plans_from_lines(name, found.lines):
            read(imported.yaml.encode())


def word(data: bytes) -> None:
    old_document("旧.docx", data)


def page(data: bytes) -> None:
    old_document("旧.html", data)


def text(data: bytes) -> None:
    old_document("旧.md", data)
    if found := attempt(lambda: reading("旧.txt", data)):
        read(plan_from_lines("旧.txt", found.lines, repair=True).yaml.encode())


@cache
def conversion(target: str) -> Conversion:
    return Conversion(target)


def converted(name: str, data: bytes) -> None:
    """What converts goes on being what it was, and comes out the same each time."""
    for target in ("tw", "hans"):

        def convert(target: str = target) -> bytes:
            return convert_file(name, data, conversion(target))

        if (result := attempt(convert)) is not None:
            assert convert() == result
            if name.endswith(".yaml"):
                load(name, result)


def convert_text(data: bytes) -> None:
    converted("文.txt", data)
    converted("文.md", data)


def convert_plan(data: bytes) -> None:
    converted("plan.yaml", data)


def convert_word(data: bytes) -> None:
    converted("文.docx", data)


def mending(data: bytes) -> None:
    """What was mended stays mended, and a plan stays a plan."""
    mended = attempt(lambda: mend_once(data))
    if mended is None:
        return
    assert mend_once(mended.data).data == mended.data
    before = attempt(lambda: read(data))
    if before is not None:
        read(mended.data)


def mend_once(data: bytes) -> Mended:
    return mend("plan.yaml", data, lambda new: look("plan.yaml", new).found)


def rolling(data: bytes) -> None:
    """Whatever is a plan with a period can become the plan of the next."""
    for to in ("2028", "2028-2029学年", "2028学年第一学期", "2028年上半年"):

        def start(to: str = to) -> roll.Rolling:
            return roll.read("plan.yaml", data, to)

        if found := attempt(start):
            roll.roll(found, carry=True)


@cache
def exported() -> tuple[Source, Plan]:
    """The plan that the seed of the workbooks was exported from."""
    return read((HERE / "seeds" / "plan" / "short.yaml").read_bytes())


def workbook(data: bytes) -> None:
    """Cells that somebody filled in come back, or are named."""
    source, plan = exported()

    def take_in() -> Plan:
        changes, _strange = returned.read("表.xlsx", data, plan)
        return validate(returned.taken_in(source, changes), load_catalogue())

    attempt(take_in)


def plans() -> st.SearchStrategy[bytes]:
    return texts(read_all(*PLANS), YAML_PIECES)


def good_plans() -> st.SearchStrategy[bytes]:
    return plans() | texts(read_all(*PLANS), WORDS)


def documents() -> st.SearchStrategy[bytes]:
    return packages([path.read_bytes() for path in files(*WORD)])


def words() -> st.SearchStrategy[bytes]:
    return texts(read_all(*TEXTS), TEXT_PIECES)


TARGETS: Final = {
    "plan": Target(plans, plan_file),
    "word": Target(documents, word),
    "page": Target(lambda: texts(read_all(*PAGES), PAGE_PIECES), page),
    "text": Target(words, text),
    "convert-text": Target(words, convert_text),
    "convert-plan": Target(good_plans, convert_plan),
    "convert-word": Target(documents, convert_word),
    "mending": Target(good_plans, mending),
    "rolling": Target(good_plans, rolling),
    "workbook": Target(
        lambda: packages([path.read_bytes() for path in files("tests/fuzz/seeds/workbook/*")]),
        workbook,
    ),
}
