"""What all rules have in common. How to write one: docs/architecture.md, “Where to put what”.

What a rule looks at decides its class: EntryRule, CatalogueRule, PlanRule or PageRule. Each is given
one thing, which shows it no more than it says it reads, and yields findings.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from sitegen.loading.document import FieldPath
from sitegen.problems import Kind, Location

Subject = TypeVar("Subject")
NOTHING: Mapping[str, str] = MappingProxyType({})


class Finding(NamedTuple):
    """What a rule finds; `facts` fill the wording of its kind.

    `at` is where: in an entry the path of a field, else a place. Pages have none: what is found on
    one is reported at the entry it shows.
    """

    kind: Kind
    at: FieldPath | Location = ()
    facts: Mapping[str, str] = NOTHING


class NotDeclared(LookupError):
    """A rule read, or found, what it does not declare: a mistake in the rule, not in the content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Subject]):
    """`check` looks at a subject and yields findings of `kinds` and of `fixed`.

    A site may set each of `kinds` to off, warning or error in site.yaml. It cannot set `fixed`: no
    page can be made of what they refuse, or other parts of the program report them as well.
    """

    check: Callable[[Subject], Iterable[Finding]]
    kinds: tuple[Kind, ...] = ()
    fixed: tuple[Kind, ...] = ()

    def findings(self, subject: Subject) -> list[Finding]:
        """What it finds. NotDeclared where that is of a kind it does not name."""
        findings = list(self.check(subject))
        for finding in findings:
            self.must_name(finding.kind)
        return findings

    def must_name(self, kind: Kind) -> None:
        if kind not in self.kinds and kind not in self.fixed:
            raise NotDeclared(f"{self.check.__module__} does not name {kind.code}")

    @property
    def explanation(self) -> str:
        """Why there is such a rule, in English: the text at the head of its file."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")


AnyRule = Rule[Any]
