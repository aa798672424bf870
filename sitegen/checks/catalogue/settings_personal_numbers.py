"""No setting publishes a personal number: all texts of site.yaml stand on pages.

The reasons are those for entries (`checks/entries/personal_numbers.py`). A site has no consent to keep:
what citizens call is the number of the office.

Passes: `notice: 纠错请打 0536-3212345`
Fails: `notice: 纠错请打 13912345678`; `gov: {contact: 13912345678}`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.entries import personal_numbers
from sitegen.checks.rule import Finding
from sitegen.loading.document import FieldPath
from sitegen.problems import Kind, Severity

MOBILE_IN_SETTINGS = Kind(
    "site.mobile-number",
    Severity.ERROR,
    zh="这里公开了手机号 {number}",
    en="this publishes the mobile number {number}",
    fix_zh="换成单位的座机",
    fix_en="give the landline of the office",
)
IDENTITY_IN_SETTINGS = Kind(
    "site.identity-number",
    Severity.ERROR,
    zh="这里公开了身份证号 {number}",
    en="this publishes the identity number {number}",
    fix_zh="删掉；网站的设置里用不着证件号码",
    fix_en="remove it; no setting of a site needs one",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    settings = catalogue.site.settings.model_dump(mode="json", by_alias=True)
    for path, text in _texts(settings, ()):
        for kind, _, shown in personal_numbers.numbers_in(text):
            is_mobile = kind is personal_numbers.MOBILE_NUMBER
            of_settings = MOBILE_IN_SETTINGS if is_mobile else IDENTITY_IN_SETTINGS
            yield Finding(of_settings, catalogue.site.at(*path), {"number": shown})


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """(path, text) of every text in the settings."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _texts(member, (*path, name))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _texts(member, (*path, index))


RULE = CatalogueRule(kinds=(MOBILE_IN_SETTINGS,), fixed=(IDENTITY_IN_SETTINGS,), check=check)
