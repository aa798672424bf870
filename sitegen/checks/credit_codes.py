"""The check digit of a unified social credit code is right (GB 32100), or a person looks again.

Only a warning: a few real codes fail it, and the code stands on the page as it was registered.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.loading.document import FieldPath
from sitegen.model.entry import Entry
from sitegen.model.identifiers import credit_code_holds
from sitegen.problems import Kind, Problem, Severity

CHECK_DIGIT = Kind(
    "organization.credit-code",
    Severity.WARNING,
    zh="统一社会信用代码“{code}”的校验位不对，可能抄错了",
    en="the check digit of the credit code “{code}” is wrong; it may be miscopied",
    fix_zh="对照营业执照或国家企业信用信息公示系统核对；确实如此就不用改",
    fix_en="hold it against the licence or the official register; leave it if it is so there",
)
FIELDS = frozenset({"credit_code", "mark_users"})
"""What is read here in the tree of an entry."""


def check(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Codes of public organizations and of the users of a GI's mark."""
    for entry in catalogue.entries.values():
        if not entry.may_have("credit_code"):
            continue
        for path, code in _codes(entry):
            if not credit_code_holds(code):
                yield Problem(CHECK_DIGIT, locate(entry, path), {"code": code})


def _codes(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    if entry.collection == "organizations":
        yield from _code(("credit_code",), entry.tree.get("credit_code"))
    users = entry.tree.get("mark_users") if entry.collection == "gi" else None
    for index, user in enumerate(users if isinstance(users, list) else ()):
        if isinstance(user, dict):
            yield from _code(("mark_users", index, "credit_code"), user.get("credit_code"))


def _code(path: FieldPath, written: object) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(written, str):
        yield path, written.upper().replace(" ", "")
