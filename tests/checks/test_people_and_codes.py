"""Credit codes whose check digit fails are looked at again; mobile numbers need consent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checks.entries.contacts import mobile
from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest

FIRM = "content/organizations/firm.yaml"
GI = "content/gi/qingxi-xueli.md"
GOOD, BAD = "91110000600037341L", "91110000600037341X"


def firm(line: str) -> dict[str, str | bytes | None]:
    return {FIRM: f"name: 甲\nkind: 企业\n{line}\n"}


def test_a_failing_check_digit_is_a_warning_at_its_place(tmp_path: Path) -> None:
    SiteTest(tmp_path / "a", firm(f"credit_code: {GOOD}")).check().passes()
    site = SiteTest(tmp_path / "b", firm(f"credit_code: {BAD}"))
    site.check().warns_of(f"{FIRM}:3:14 organization.credit-code")
    assert site.report.problems[0].facts == {"code": BAD}


def test_a_code_is_checked_as_it_is_read_not_as_it_is_typed(tmp_path: Path) -> None:
    SiteTest(tmp_path, firm("credit_code: 911100 00600037 341l")).check().passes()


def test_the_users_of_a_mark_are_checked_too(tmp_path: Path) -> None:
    text = BASIC[GI]
    assert isinstance(text, str)
    users = (
        "mark_users:\n"
        f"  - {{organization: 甲厂, credit_code: {GOOD}}}\n"
        f"  - {{organization: 乙厂, credit_code: {BAD}}}\n"
    )
    SiteTest(tmp_path, {GI: text.replace("name:", f"{users}name:", 1)}).check().warns_of(
        f"{GI}:4:37 organization.credit-code"
    )


@pytest.mark.parametrize(
    "number",
    [
        "13912345678",
        "139 1234 5678",
        "139-1234-5678",
        "+86 13912345678",
        "0086-139-12345678",
        "8613912345678",
        "１３９１２３４５６７８",
        "王先生13912345678转1",
        "0536-3212345 13912345678",
    ],
)
def test_a_mobile_number_is_known_however_it_is_written(number: str) -> None:
    assert mobile(number) == "13912345678"


@pytest.mark.parametrize(
    "number",
    [
        "0536-3212345",
        "400-139-1234",
        "4001391234567",
        "12315",
        "12912345678",
        "139123456789",
        GOOD,
        "",
        "微信号 nongchang",
    ],
)
def test_other_numbers_are_not_taken_for_mobile_ones(number: str) -> None:
    assert mobile(number) == ""


def test_a_mobile_number_without_consent_is_an_error_at_its_place(tmp_path: Path) -> None:
    line = "contact_public: {phone: 139 1234 5678}"
    SiteTest(tmp_path, firm(line)).check().fails_with(f"{FIRM}:3:25 contact.mobile-without-consent")


@pytest.mark.parametrize(
    "line",
    [
        "contact_public: {phone: 13912345678, consent: 2025-11-01 书面同意，存档 12 号}",
        "contact_public: {phone: 0536-3212345}",
        "contact_public: {wechat: nongchang}",
        "contact_private: {person: 王某, phone: 13912345678}",
    ],
)
def test_consent_a_landline_or_a_private_number_are_fine(tmp_path: Path, line: str) -> None:
    SiteTest(tmp_path, firm(line)).check().passes()


def test_a_mobile_number_as_wechat_account_needs_consent_too(tmp_path: Path) -> None:
    SiteTest(tmp_path, firm("contact_public: {wechat: 13912345678}")).check().fails_with(
        f"{FIRM}:3:26 contact.mobile-without-consent"
    )
