"""Names one slip away: a character wrong, missing, too many, or two in the wrong order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def without_one(text: str) -> set[str]:
    return {text[:at] + text[at + 1 :] for at in range(len(text))}


def index(names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Names by themselves and by what is left when one character is gone."""
    names_by_key: dict[str, list[str]] = {}
    for name in names:
        for key in {name, *without_one(name)}:
            names_by_key.setdefault(key, []).append(name)
    return names_by_key


def near(text: str, names: Mapping[str, Sequence[str]]) -> set[str]:
    """The names of an index that are one slip away from `text`."""
    candidates = {name for key in {text, *without_one(text)} for name in names.get(key, ())}
    return {name for name in candidates if one_slip(text, name)}


def one_slip(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    start = next((at for at, char in enumerate(one) if char != other[at]), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (
        swapped and one[start + 2 :] == other[start + 2 :]
    )
