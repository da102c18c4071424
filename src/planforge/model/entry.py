"""What every mapping of a plan file has in common: key names, shorthand, blanks, strictness."""

from functools import cache
from typing import Any, ClassVar

from pydantic import AliasChoices, BaseModel, ConfigDict, model_validator
from pydantic.fields import FieldInfo


class Key(AliasChoices):
    """The names of one key and what it is for; stands as the alias of its field.

    Attributes:
        zh: The Chinese name that `new` and `import` write.
        hant: The same in traditional characters.
        also: Further names that are read but never written.
        about: Chinese description, shown by editors.
        en: English description.
        example: What a user might write.
        chinese: Every Chinese name, the one that is written first.
    """

    def __init__(  # noqa: PLR0913  one argument per fact about a key
        self,
        zh: str,
        hant: str,
        also: tuple[str, ...],
        *,
        about: str,
        en: str,
        example: Any,
    ) -> None:
        self.chinese = tuple(dict.fromkeys((zh, hant, *also)))
        super().__init__(*self.chinese)
        self.zh = zh
        self.hant = hant
        self.also = also
        self.about = about
        self.en = en
        self.example = example


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
    names = Key(zh, hant or zh, also, about=about, en=en, example=example)
    # What Field() does, in a quarter of the time: it looks at thirty arguments more.
    return FieldInfo.from_field(default, validation_alias=names)


def blank(value: Any) -> bool:
    """Whether ``value`` was left open: nothing, or a mapping or list of nothing."""
    if value is None:
        return True
    # Most values are texts; this is asked of every value of a plan, on every level above it.
    if type(value) is str:
        return False
    if isinstance(value, dict):
        return all(map(blank, value.values()))
    return isinstance(value, list) and all(map(blank, value))


def without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without keys and list entries left open; the same object when there are none.

    An entry of a list is left open when it is `blank`. Lists inside lists (rows of a table) keep
    their cells.
    """
    if not any(map(_has_blank, values.values())):
        return values
    return {
        name: [entry for entry in value if not blank(entry)] if isinstance(value, list) else value
        for name, value in values.items()
        if not blank(value)
    }


def _has_blank(value: Any) -> bool:
    if type(value) is not list:
        return blank(value)
    return not value or any(map(blank, value))


class Entry(BaseModel):
    """A mapping of the plan file: frozen, and unknown keys are errors.

    A subclass names in ``shorthand`` the field that a plain string fills, and in ``listed`` the
    field that a plain list fills. Keys and list entries left open count as absent, because
    people leave blanks in the file they fill in.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        # One schema for the whole plan, built when the first plan is read, instead of one for
        # each class while the classes are made.
        defer_build=True,
    )

    shorthand: ClassVar[str] = ""
    listed: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _unfold(cls, value: Any) -> Any:
        if isinstance(value, list) and cls.listed:
            value = {cls.listed: value}
        elif isinstance(value, str):
            return cls.from_text(value)
        elif isinstance(value, int | float):
            return cls.from_text(str(value))
        return cls.from_mapping(without_blanks(value)) if isinstance(value, dict) else value

    @classmethod
    def from_text(cls, text: str) -> Any:
        """The mapping that a plain string stands for; the string where it stands for none."""
        return {cls.shorthand: text} if cls.shorthand else text

    @classmethod
    def from_mapping(cls, values: dict[str, Any]) -> dict[str, Any]:
        """The mapping with every further shorthand of the class written out."""
        return values

    @classmethod
    def keys(cls) -> dict[str, Key]:
        """Field name → its key names, in the order of declaration."""
        return _keys(cls)

    @classmethod
    def fields_by_key(cls) -> dict[str, str]:
        """Every name a key may be written with → its field name."""
        return _fields_by_key(cls)


@cache
def _keys(entry: type[Entry]) -> dict[str, Key]:
    return {
        name: field.validation_alias
        for name, field in entry.model_fields.items()
        if isinstance(field.validation_alias, Key)
    }


@cache
def _fields_by_key(entry: type[Entry]) -> dict[str, str]:
    # A field's own name wins over a Chinese name or synonym of another field.
    keys = entry.keys()
    by_name = {name: field for field, names in keys.items() for name in names.chinese}
    return by_name | {field: field for field in keys}
