"""Registered numbers whose form can be checked."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.types import pattern


def _upper(text: str) -> str:
    return text.upper().replace(" ", "")


CreditCode = Annotated[
    str,
    pattern(
        r"[0-9A-Z]{18}",
        "18 位数字或大写字母",
        "18 digits or capital letters",
        _upper,
        unfolded="(?:[0-9A-Za-z] *){18}",
        numbers=((10**16, 10**18 - 1),),
    ),
]


def credit_code_holds(code: str) -> bool:
    """Whether the check digit of a unified social credit code is right (GB 32100)."""
    from stdnum.cn import uscc

    try:
        return bool(uscc.calc_check_digit(code[:-1]) == code[-1])
    except ValueError:  # I, O, S, V and Z stand in no code
        return False


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are the number of an identity card: place, day of birth and check digit
    (GB 11643). A credit code of digits only is none."""
    from stdnum.cn import ric

    try:
        return bool(ric.is_valid(number))
    except KeyError:  # all else is right, but of the place the table knows the province alone
        return True
