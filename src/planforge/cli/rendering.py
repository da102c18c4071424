"""What `planforge render` does with one plan, in whichever process."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from planforge import outputs, pipeline, writers
from planforge.errors import UserError
from planforge.language import _
from planforge.writers import rendered

from . import each, own_files, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.model.plan import Plan

TEXT: Final = ("md", "html", "txt")


class Render(Struct, frozen=True):
    """Makes the documents of a plan and writes them where they belong.

    Attributes:
        formats: Keys of `planforge.writers.FORMATS`.
        settings: What replaces values of the file.
        style: Name or file of a page style, or a Word file.
        form: A Word file with tags.
        region: Code of a region; that of the plan when empty.
        force: Replace what is there.
        make_folders: Make the folders of outputs.
        quiet: Say only what went wrong.
        run: Tells this run from every other.
    """

    formats: tuple[str, ...]
    settings: tuple[str, ...] = ()
    style: str = ""
    form: str = ""
    region: str = ""
    force: bool = False
    make_folders: bool = False
    quiet: bool = False
    run: bytes = field(default_factory=partial(os.urandom, 8))

    def __call__(self, found: Input, places: tuple[str | UserError, ...]) -> None:
        """Write each format to its place.

        Raises:
            UserError: A file cannot be read or written.
            FileProblems: There is no plan in it.
        """
        plan, source = pipeline.read_plan(found.path, self.settings)
        if not self.style and not self.form:
            plan = pipeline.check_style(plan, source)
        if not self.quiet:
            terminal.show(source.notices)
        each.try_all(
            partial(self._write, plan, name, place)
            for name, place in zip(self.formats, places, strict=True)
        )

    def _write(self, plan: Plan, name: str, place: str | UserError) -> None:
        if isinstance(place, UserError):
            raise place
        if place == outputs.STDOUT and name not in TEXT:
            raise UserError(
                _("{format} cannot be written to the terminal").format(format=name),
                _("say with -o where to write it"),
            )
        data = maker(self)(plan, name)
        ours = partial(writers.is_untouched, name)
        anew = outputs.deliver(
            place, data, force=self.force, ours=ours, make_folder=self.make_folders
        )
        if place != outputs.STDOUT and not self.quiet:
            terminal.written(place, anew=anew)
            for notice in rendered.notices(data):
                terminal.say(f"  {notice}")


# Opens the Word file of the user. Copies of one `Render` in other processes are equal.
@lru_cache(maxsize=1)
def maker(work: Render) -> own_files.Maker:
    """The function that makes the documents, made once in each process.

    Raises:
        UserError: The style or form is missing or cannot be used for these formats.
        FileProblems: The tags of the form are wrong.
    """
    return own_files.maker(work.style, work.form, work.region, work.formats, quiet=work.quiet)


class Place(Struct, frozen=True):
    """Says where the documents of a plan go.

    Attributes:
        destination: What the user said about it.
        suffixes: How the documents end.
    """

    destination: outputs.Destination
    suffixes: tuple[str, ...]

    def __call__(self, found: Input) -> tuple[str | UserError, ...]:
        """A path for each format, or why it cannot go there."""
        return tuple(self._one(found, suffix) for suffix in self.suffixes)

    def _one(self, found: Input, suffix: str) -> str | UserError:
        try:
            return self.destination.place(found, suffix)
        except UserError as error:
            return error
