"""How often converters choose the wrong character, on sentences that were written to judge them.

python benchmarks/accuracy.py [FILE]

FILE has sentences with the right answers in braces (default: tests/data/one-to-many.txt). Peers
that are installed take part: zhconv (GPL, therefore never a dependency), opencc-jieba-pyo3.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from opencc import OpenCC

from planforge.script.conversion import Conversion
from planforge.script.converter import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Convert = Callable[[str], str]

DATA: Final = Path(__file__).parents[1] / "tests" / "data" / "one-to-many.txt"
MARKED: Final = re.compile(r"(.)\{([^}]+)\}")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
PER: Final = 10_000


class Sentence(NamedTuple):
    """A sentence and the places in it that are judged.

    Attributes:
        text: Simplified.
        answers: Offset → the characters that are right there.
    """

    text: str
    answers: dict[int, str]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in that notation."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        answers: dict[int, str] = {}
        text = ""
        done = 0
        for match in MARKED.finditer(line):
            text += line[done : match.end(1)]
            answers[len(text) - 1] = match[2]
            done = match.end()
        yield Sentence(text + line[done:], answers)


def wrong(sentence: Sentence, convert: Convert) -> list[str]:
    """Each wrong place as ``around: character``."""
    converted = convert(sentence.text)
    found = []
    for place, right in sentence.answers.items():
        # Where a word was replaced by a longer one, the place cannot be judged.
        if len(converted) == len(sentence.text) and converted[place] not in right:
            found.append(f"{sentence.text[max(0, place - 3) : place + 4]}: {converted[place]}")
    return found


def converters(region: str) -> Iterator[tuple[str, Convert]]:
    """Name and function of everything that can be compared."""
    yield "planforge", Conversion(region).text
    yield "planforge --fast", Conversion(region, Options(word_boundaries=False)).text
    configuration = f"s2{region}"
    yield f"OpenCC {configuration}", OpenCC(configuration).convert
    try:
        import zhconv

        yield "zhconv", lambda text: zhconv.convert(text, f"zh-{region}")
    except ImportError:
        pass
    try:
        from opencc_jieba_pyo3 import OpenCC as Jieba

        yield f"opencc-jieba-pyo3 {configuration}", Jieba(configuration).convert
    except ImportError:
        pass


def main() -> None:
    """Print one Markdown table."""
    shown = "--show" in sys.argv
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    judged = list(sentences(Path(names[0]) if names else DATA))
    characters = sum(len(HAN.findall(one.text)) for one in judged)
    places = sum(len(one.answers) for one in judged)
    print(f"{len(judged)} sentences, {characters} Han characters, {places} judged places\n")
    print("| region | converter | wrong | per 10,000 characters |\n|---|---|---:|---:|")
    for region in ("tw", "hk"):
        for name, convert in converters(region):
            found = [place for one in judged for place in wrong(one, convert)]
            print(f"| {region} | {name} | {len(found)} | {len(found) / characters * PER:.1f} |")
            if shown:
                print("\n".join(found))


if __name__ == "__main__":
    main()
