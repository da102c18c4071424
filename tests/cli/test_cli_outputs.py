from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import outputs
from planforge.errors import UserError
from planforge.inputs import Input
from planforge.outputs import Destination, deliver, must_be_new, safe_name

DOCX = (".docx",)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def named(path: str, base: str = "") -> Input:
    return Input(path, Path(base) if base else Path(path).parent)


def place(output: str, path: str, suffix: str = ".docx", base: str = "") -> str:
    return Path(Destination(output, (suffix,)).place(named(path, base), suffix)).as_posix()


@pytest.mark.parametrize(
    ("output", "path", "result"),
    [
        ("", "a/计划.yaml", "a/计划.docx"),
        ("", "计划.v1.yml", "计划.v1.docx"),
        ("", "计划", "计划.docx"),
        ("", ".yaml", ".yaml.docx"),
        ("x.docx", "计划.yaml", "x.docx"),
        ("X.DOCX", "计划.yaml", "X.DOCX"),
        ("成品", "a/计划.yaml", "成品/计划.docx"),
        ("成品/", "计划.yaml", "成品/计划.docx"),
        ("成品", "-", "成品/plan.docx"),
        ("-", "计划.yaml", "-"),
        ("", "-", "-"),
    ],
)
def test_an_output_has_its_place(output: str, path: str, result: str) -> None:
    assert place(output, path) == result


def test_a_folder_is_mirrored_below_the_output_folder() -> None:
    path = place("成品", "区/街/a.yaml", base="区")
    assert path == "成品/街/a.docx"
    assert Destination("成品", DOCX).makes_folders
    assert deliver(path, b"PK", make_folder=True)
    assert Path("成品/街/a.docx").read_bytes() == b"PK"


def test_outputs_meet_among_very_many_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "OWNERS", 1)
    destination = Destination("成品", DOCX)
    for name in ("a/甲.yaml", "a/乙.yaml"):
        destination.place(named(name), ".docx")
    with pytest.raises(UserError, match=r"a/甲\.yaml.*成品/甲\.docx"):
        destination.place(named("b/甲.yaml"), ".docx")
    with pytest.raises(UserError, match=r"成品/乙\.docx"):
        destination.place(named("b/乙.yaml"), ".docx")


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    assert place("x.docx", "a.yaml") == "x.docx/a.docx"


@pytest.mark.parametrize("output", ["x.pdf", "成品/x.doc", "x.md", "x.PDF"])
def test_an_output_named_like_another_kind_of_file_is_refused(output: str) -> None:
    with pytest.raises(UserError) as error:
        Destination(output, DOCX)
    assert error.value.message == f"{output} is named like another kind of file"
    assert error.value.hint == "let the name end in .docx, or give a folder"


@pytest.mark.parametrize("output", ["v1.2", "x.pdf/", ".planforge", "2027.计划"])
def test_a_folder_may_have_a_dot_in_its_name(output: str) -> None:
    assert Destination(output, DOCX).is_folder


def test_two_inputs_do_not_write_to_one_file() -> None:
    destination = Destination("x.docx", DOCX)
    destination.place(named("a.yaml"), ".docx")
    with pytest.raises(UserError) as error:
        destination.place(named("b.yaml"), ".docx")
    assert error.value.message == "b.yaml: the output of a.yaml has the same name, x.docx"
    assert error.value.hint == "give a folder with -o, or render the files one by one"


def test_a_folder_that_was_given_is_not_asked_for() -> None:
    destination = Destination("成品", DOCX)
    destination.place(named("甲/计划.yaml"), ".docx")
    with pytest.raises(UserError) as error:
        destination.place(named("乙/计划.yaml"), ".docx")
    assert error.value.hint == (
        "rename one of the two files, or do them in two calls with folders of their own"
    )


def test_the_output_is_never_the_input(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(UserError, match="would replace the input"):
        place("b.md", "a.md", ".md")
    with pytest.raises(UserError, match="would replace the input"):
        place("a.md", "a.md", ".md")


@pytest.mark.parametrize("name", ["CON.yaml", "aux.计划.yaml", "Lpt1.yml", "nul .yaml"])
def test_a_name_that_windows_keeps_for_itself_is_told_on_every_system(name: str) -> None:
    with pytest.raises(UserError, match=rf"^{name}: Windows cannot store a file called ") as raised:
        place("out", name)
    assert raised.value.hint == "give another name with -o, or rename the file"
    assert place("out/别的.docx", name) == "out/别的.docx"
    assert place("-", name) == "-"


@pytest.mark.parametrize("name", ["计划CON.yaml", "console.yaml", "com.yaml", "con计划.yaml"])
def test_a_name_that_only_looks_like_one_is_good(name: str) -> None:
    assert place("out", name).startswith("out/")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青禾县总工会2027年工作计划", "青禾县总工会2027年工作计划"),
        ('a<b>:"/\\|?*\x00\n', "ab"),
        ("计划. . ", "计划"),
        ("CON", "_CON"),
        ("lpt1.计划", "_lpt1.计划"),
        ("", "_"),
        ("..", "_"),
    ],
)
def test_a_name_is_good_on_every_system(text: str, name: str) -> None:
    assert safe_name(text) == name


@settings(deadline=None)
@given(st.text())
def test_a_safe_name_can_always_be_a_file(text: str) -> None:
    name = safe_name(text)
    assert name == name.strip(" .")
    assert not set('<>:"/\\|?*\0\n') & set(name)
    assert 0 < len(name) <= 81


def test_something_new_is_written_and_the_same_again_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    assert deliver(str(file), b"1")
    assert not deliver(str(file), b"1")
    assert file.read_bytes() == b"1"


def test_what_is_there_is_replaced_only_when_it_is_ours_or_by_force(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"1")
    with pytest.raises(UserError, match="is there already"):
        deliver(str(file), b"2")
    with pytest.raises(UserError, match="was edited by hand"):
        deliver(str(file), b"2", ours=lambda _data: False)
    assert file.read_bytes() == b"1"
    deliver(str(file), b"2", ours=lambda data: data == b"1")
    assert file.read_bytes() == b"2"
    deliver(str(file), b"3", force=True)
    assert file.read_bytes() == b"3"


def test_a_name_is_checked_before_questions_are_asked(tmp_path: Path) -> None:
    must_be_new("new.yaml")
    must_be_new("-")
    (tmp_path / "old.yaml").touch()
    with pytest.raises(UserError, match=r"old\.yaml is there already"):
        must_be_new("old.yaml")
