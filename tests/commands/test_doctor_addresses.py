"""sitegen doctor: addresses and certificates, with servers of every kind on this machine."""

from __future__ import annotations

import ssl
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen import files
from sitegen.cli.environment import machine
from sitegen.commands.doctor import address
from sitegen.commands.doctor.finding import Finding
from sitegen.publishing.outside.certificate import valid_until
from sitegen.publishing.record import FileRecord, Record
from tests.support.tls import answering, certificate

RELEASE = b'{"site": "a"}'
RECORD = Record(
    "20260115-080000-aaaaaaaa",
    "a",
    "2026-01-15",
    0,
    {"release.json": FileRecord(files.digest(RELEASE), len(RELEASE), 0)},
    {},
)


def codes(findings: list[Finding]) -> list[str]:
    return [f.problem.kind.code for f in findings if f.problem]


def text(findings: list[Finding]) -> str:
    return "\n".join(f.text("zh") + "\n" + f.text("en") for f in findings)


def asked(port: int, *, scheme: str = "https", **more: object) -> list[Finding]:
    of = machine()._replace(now=time.time())
    url = f"{scheme}://127.0.0.1:{port}/"
    return list(address.look(of, url, RECORD, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "expected"), [(60, []), (10, ["doctor.certificate-ends"])])
def test_a_trusted_certificate(tmp_path: Path, days: int, expected: list[str]) -> None:
    pem = certificate(tmp_path, days)
    trust = ssl.create_default_context(cafile=str(pem))
    with (
        answering(RELEASE, pem=pem) as port,
        answering(status=301, location="https://127.0.0.1/") as plain,
    ):
        findings = asked(port, trust=trust, plain_port=plain)
    assert codes(findings) == expected, text(findings)
    assert "给出的正是这个版本" in text(findings) and "http 转到 https" in text(findings)
    if expected:
        assert "还有 9 天" in text(findings)


def test_certificates_that_browsers_refuse(tmp_path: Path) -> None:
    pem = certificate(tmp_path, 60)
    with answering(RELEASE, pem=pem) as port, answering(RELEASE) as plain:
        findings = asked(port, plain_port=plain)
        assert codes(findings) == ["doctor.certificate-untrusted", "doctor.no-redirect"]
        assert "self-signed" in text(findings) or "self signed" in text(findings)
    gone = certificate(tmp_path, -2)
    with answering(RELEASE, pem=gone) as port, answering(RELEASE) as plain:
        trust = ssl.create_default_context(cafile=str(gone))
        findings = asked(port, trust=trust, plain_port=plain)
        expected = ["doctor.certificate-ends", "doctor.certificate-untrusted", "doctor.no-redirect"]
        assert codes(findings) == expected and "expired" in text(findings)
    other = certificate(tmp_path, 60, "www.other.example")
    with answering(RELEASE, pem=other) as port, answering(RELEASE) as plain:
        trust = ssl.create_default_context(cafile=str(other))
        assert "doctor.certificate-untrusted" in codes(asked(port, trust=trust, plain_port=plain))


def test_the_end_of_a_certificate_is_read_from_its_bytes(tmp_path: Path) -> None:
    for days in (10, -400, 20_000):  # the last ends after 2049, which is written in another way
        pem = certificate(tmp_path, days)
        der = ssl.PEM_cert_to_DER_cert(pem.read_text("ascii").partition("-----BEGIN PRIVATE")[0])
        ends = valid_until(der)
        assert ends is not None
        assert abs(ends - datetime.now(UTC) - timedelta(days=days)) < timedelta(minutes=5)
        for cut in range(0, len(der), 7):
            valid_until(der[:cut])
    assert valid_until(b"") is None and valid_until(b"\x30\x80") is None


def test_answers_that_are_not_the_site() -> None:
    with answering(RELEASE, later=timedelta(minutes=11)) as port:
        findings = asked(port, scheme="http")
        assert codes(findings) == ["doctor.clock"] and "11 分钟" in text(findings)
    with answering(b"{}") as port:
        assert codes(asked(port, scheme="http")) == ["doctor.other-release"]
    with answering(status=404) as port:
        assert codes(asked(port, scheme="http")) == ["doctor.address-status"]
    assert codes(asked(port, scheme="http")) == ["doctor.address-unreachable"]
