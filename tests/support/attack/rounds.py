"""How often an attack is tried: a few times with every test, many times with `make attack`."""

from __future__ import annotations

import os

ATTACKING = os.environ.get("SITEGEN_ATTACK") == "1"
SEED = int(os.environ.get("SITEGEN_SEED", "20260115"))


def rounds(usual: int, attack: int) -> int:
    """`usual` in `make test`, `attack` in `make attack`."""
    return attack if ATTACKING else usual


def examples(number: int) -> int:
    """So many made-up inputs in the long run, a fifth of them in every other."""
    return rounds(usual=max(number // 5, 50), attack=number)
