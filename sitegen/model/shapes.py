"""Values of the wrong shape, such as a text where a list is wanted: what they are, and the right shape."""

from __future__ import annotations

from pydantic import BaseModel

from sitegen.model.fields import written_name

SHAPES = {
    "tuple_type": ("列表", "a list"),
    "list_type": ("列表", "a list"),
    "model_type": ("分组", "a group of fields"),
    "model_attributes_type": ("分组", "a group of fields"),
    "dict_type": ("分组", "a group of fields"),
}


def shape_facts(kind: str, given: object, *, model: type[BaseModel] | None) -> dict[str, str]:
    """The facts of a value of the wrong shape; `model` is the class of the groups wanted, if any.

    `right` is the same value in the right shape: an only text stands for the first required field.
    """
    wanted = SHAPES[kind]
    given_words, right = ("一段文字", "text"), ""
    if isinstance(given, dict):
        given_words = ("分组", "a group of fields")
        if wanted[0] == "列表" and all(isinstance(value, str) for value in given.values()):
            right = f"[{{{', '.join(f'{name}: {value}' for name, value in given.items())}}}]"
    elif isinstance(given, list | tuple):
        given_words = ("列表", "a list")
    elif isinstance(given, str):
        fields = model.model_fields.items() if model else ()
        required = [written_name(name, info) for name, info in fields if info.is_required()]
        group = (
            "{"
            + ", ".join(f"{name}: {'…' if n else given}" for n, name in enumerate(required))
            + "}"
        )
        if model is None or required:
            member = group if required else given
            right = f"[{member}]" if wanted[0] == "列表" else member
    return {
        "wanted": wanted[0],
        "wanted_en": wanted[1],
        "given": given_words[0],
        "given_en": given_words[1],
        "right": right,
    }
