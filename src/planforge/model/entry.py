"""What every mapping of a plan file has in common: key names, shorthand, strictness."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator


class Key(NamedTuple):
    """The names of one key and what it is for; stands in the metadata of its field.

    Attributes:
        zh: The Chinese name that `new` and `import` write.
        hant: The same in traditional characters.
        also: Further names that are read but never written.
        about: Chinese description, shown by editors.
        en: English description.
        example: What a user might write.
    """

    zh: str
    hant: str
    also: tuple[str, ...]
    about: str
    en: str
    example: Any


def key(  # noqa: PLR0913  one argument per fact about a key
    zh: str,
    hant: str = "",
    *also: str,
    about: str,
    en: str,
    example: Any = None,
    default: Any = ...,
) -> Any:
    """A field that is read under its own name, its Chinese names, and any of ``also``.

    Args:
        zh: Simplified Chinese key.
        hant: Traditional Chinese key; the simplified one when both look the same.
        also: Further accepted names.
        about: Chinese description.
        en: English description.
        example: A value as a user would write it.
        default: Value when the key is absent; required when not given.
    """
    names = Key(zh, hant or zh, also, about, en, example)
    field = Field(
        default,
        validation_alias=AliasChoices(*dict.fromkeys((names.zh, names.hant, *also))),
        title=zh,
        description=about,
        examples=None if example is None else [example],
    )
    field.metadata.append(names)
    return field


class Entry(BaseModel):
    """A mapping of the plan file: frozen, and unknown keys are errors.

    A subclass names in ``shorthand`` the field that a plain string fills, and in ``listed`` the
    field that a plain list fills. Keys without a value count as absent, because people leave
    blanks in the file they fill in.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        coerce_numbers_to_str=True,
    )

    shorthand: ClassVar[str] = ""
    listed: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _unfold(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {k: v for k, v in value.items() if v is not None}
        if isinstance(value, list) and cls.listed:
            return {cls.listed: value}
        if isinstance(value, str | int | float) and cls.shorthand:
            return {cls.shorthand: value}
        return value

    @classmethod
    def keys(cls) -> dict[str, Key]:
        """Field name → its key names, in the order of declaration."""
        return {
            name: names
            for name, field in cls.model_fields.items()
            for names in field.metadata
            if isinstance(names, Key)
        }
