"""The address at which visitors see a target: does it answer, with that release, by HTTPS, for how long yet."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from sitegen import files
from sitegen.commands.doctor.finding import Finding, Machine, wrong
from sitegen.commands.doctor.folder import MUCH
from sitegen.model.types import Label
from sitegen.problems import Kind, Severity
from sitegen.publishing.finished import RELEASE
from sitegen.publishing.outside.asking import Answer, Asker, NoAnswer
from sitegen.publishing.outside.certificate import SOON, any_certificate, certificate_of
from sitegen.publishing.record import Record

DAY = 86_400
OK = 200
REDIRECTS = range(300, 400)

UNREACHABLE = Kind(
    "doctor.address-unreachable",
    Severity.ERROR,
    zh="打不开：{cause}",
    en="it does not answer: {cause}",
    fix_zh="看域名、网页服务器、防火墙：docs/operating/at-night.md",
    fix_en="look at the name, the web server, the firewall: docs/operating/at-night.md",
)
BAD_ANSWER = Kind(
    "doctor.address-status",
    Severity.ERROR,
    zh="release.json 回的是 {status}，不是 200",
    en="release.json has status {status}, not 200",
    fix_zh="看网页服务器看的是不是目标的 current：docs/operating/serving.md",
    fix_en="see whether the server shows current of the target: docs/operating/serving.md",
)
OTHER_RELEASE = Kind(
    "doctor.other-release",
    Severity.WARNING,
    zh="那里的 release.json 不是 {release} 的：访问的人看到的是别的版本",
    en="its release.json is not that of {release}: visitors get another release",
    fix_zh="看网页服务器看的是不是 current，中间有没有缓存；url 写得对不对",
    fix_en="see whether the server shows current, whether a cache is between, whether url is right",
)
WRONG_CLOCK = Kind(
    "doctor.clock",
    Severity.ERROR,
    zh="那边的时钟和这台机器差 {minutes} 分钟",
    en="its clock and that of this machine differ by {minutes} minutes",
    fix_zh="对准时钟（{example}）：状态按日期变，版本按时间排",
    fix_en="set the clocks right ({example}): statuses turn by the day, releases sort by time",
)
UNTRUSTED = Kind(
    "doctor.certificate-untrusted",
    Severity.ERROR,
    zh="浏览器不认这张证书：{cause}",
    en="browsers do not trust the certificate: {cause}",
    fix_zh="换一张；用 certbot 的运行 {example}",
    fix_en="get another; with certbot: {example}",
)
ENDS_SOON = Kind(
    "doctor.certificate-ends",
    Severity.WARNING,
    zh="证书 {day} 到期，还有 {days} 天",
    en="the certificate ends on {day}, in {days} days",
    fix_zh="看看续期的定时任务：{example}",
    fix_en="see whether its renewal works: {example}",
)
NO_REDIRECT = Kind(
    "doctor.no-redirect",
    Severity.WARNING,
    zh="http:// 不转到 https://（{status}）",
    en="http:// does not lead to https:// ({status})",
    fix_zh="让服务器把 80 端口转过去：docs/operating/serving.md",
    fix_en="let the server redirect port 80: docs/operating/serving.md",
)


def look(
    machine: Machine,
    url: str,
    record: Record,
    *,
    trust: ssl.SSLContext | None = None,
    plain_port: int = 80,
) -> Iterator[Finding]:
    """Everything about an address. `trust` decides which certificates are trusted, by default as the system does."""
    parts = urlsplit(url)
    about = Label(url, url)
    path = f"{parts.path.rstrip('/')}/{RELEASE}"
    secure = parts.scheme == "https"
    # What is wrong with a certificate is told by itself: the rest is looked at all the same.
    with Asker(any_certificate()) as asker:
        try:
            if secure:
                yield from _certificate(machine, about, url, trust)
            answer = asker.ask(f"{parts.scheme}://{parts.netloc}{path}")
        except NoAnswer as error:
            yield wrong(about, UNREACHABLE, cause=str(error))
            return
        yield from _answer(machine, about, answer, record)
        if secure:
            host = parts.netloc.removesuffix(f":{parts.port}")
            yield from _leads_on(about, asker, f"http://{host}:{plain_port}{path}")


def _certificate(
    machine: Machine, about: Label, url: str, trust: ssl.SSLContext | None
) -> Iterator[Finding]:
    ends, distrust = certificate_of(url, trust)
    yield from _ends(machine, about, ends)
    if distrust:
        example = "sudo certbot renew && sudo nginx -s reload"
        yield wrong(about, UNTRUSTED, cause=distrust, example=example)


def _ends(machine: Machine, about: Label, ends: datetime | None) -> Iterator[Finding]:
    if ends is None:
        return
    days = int((ends.timestamp() - machine.now) // DAY)
    if days < SOON:
        yield wrong(
            about,
            ENDS_SOON,
            day=f"{ends:%Y-%m-%d}",
            days=days,
            example="sudo certbot renew --dry-run",
        )
    else:
        yield Finding(about, Label(f"证书还有 {days} 天", f"the certificate holds for {days} days"))


def _answer(machine: Machine, about: Label, answer: Answer, record: Record) -> Iterator[Finding]:
    date = answer.headers.get("date")
    if date:
        try:
            there = parsedate_to_datetime(date).astimezone(UTC).timestamp()
        except ValueError:
            there = machine.now
        minutes = round(abs(there - machine.now) / 60)
        if abs(there - machine.now) > MUCH:
            yield wrong(about, WRONG_CLOCK, minutes=minutes, example="timedatectl set-ntp true")
    known = record.files.get(RELEASE)
    if answer.status != OK:
        yield wrong(about, BAD_ANSWER, status=answer.status)
    elif known is not None and files.digest(answer.body) != known.sha256:
        yield wrong(about, OTHER_RELEASE, release=record.id)
    else:
        yield Finding(about, Label("给出的正是这个版本", "it gives that release"))


def _leads_on(about: Label, asker: Asker, plain: str) -> Iterator[Finding]:
    try:
        answer = asker.ask(plain)
    except NoAnswer:
        yield Finding(about, Label("http 不通", "nothing answers by http"))
        return
    location = answer.headers.get("location", "")
    if answer.status in REDIRECTS and location.startswith("https://"):
        yield Finding(about, Label("http 转到 https", "http leads to https"))
    else:
        yield wrong(about, NO_REDIRECT, status=answer.status)
