"""The check digit of a unified social credit code is right, or a person looks again.

GB 32100 gives each code a check digit, so that a slip in copying shows. Only a warning: a few real codes
fail it, and the code stands on the page as it was registered.

Passes: `credit_code: 91110000600037341L`
Fails: `credit_code: 91110000600037341X`, also in `mark_users` of a geographical indication
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.loading.document import FieldPath
from sitegen.model.identifiers import credit_code_holds
from sitegen.problems import Kind, Severity

CHECK_DIGIT = Kind(
    "organization.credit-code",
    Severity.WARNING,
    zh="统一社会信用代码“{code}”的校验位不对，可能抄错了",
    en="the check digit of the credit code “{code}” is wrong; it may be miscopied",
    fix_zh="对照营业执照或国家企业信用信息公示系统核对；确实如此就不用改",
    fix_en="hold it against the licence or the official register; leave it if it is so there",
)


def check(entry: EntryView) -> Iterator[Finding]:
    written: list[tuple[FieldPath, object]] = [(("credit_code",), entry.field("credit_code"))]
    for position, user in entry.groups("mark_users"):
        written.append((("mark_users", position, "credit_code"), user.get("credit_code")))
    for path, text in written:
        code = text.upper().replace(" ", "") if isinstance(text, str) else ""
        if code and not credit_code_holds(code):
            yield Finding(CHECK_DIGIT, path, {"code": code})


RULE = EntryRule(
    collections=frozenset({"organizations", "gi"}),
    reads=frozenset({"credit_code", "mark_users"}),
    kinds=(CHECK_DIGIT,),
    check=check,
)
