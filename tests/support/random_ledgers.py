"""Little sites with random ledgers, and what must be said of each title: worked out from docs/status.md
once more, without the program's own code."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.support.basic_site import CATEGORIES, REGIONS, SITE

FIRST = date(2024, 1, 1)
SPAN = 500
"""Days in which everything happens."""
WORDS = {
    "pending": "公示中",
    "conditional": "附条件",
    "review-due": "待复核",
    "suspended": "暂停",
    "revoked": "已撤销",
    "expired": "已过登记有效期",
    "historic": "历史记录",
}
"""The words that stand beside a title that does not simply hold."""
HELD = ("valid", "conditional", "review-due")
LEVELS = ("", "", "正奖", "提名奖", "国内领先", "国际一流")
TIERS = {"国内领先": "national", "国际一流": "international"}
SUBJECTS = {
    "gi": ("甲梨", "乙梨", "丙梨"),
    "brands": ("丁牌", "戊牌", "己牌", "庚牌"),
    "products": ("辛糕", "壬糕"),
    "organizations": ("癸厂", "子厂"),
}
PLACES = ("qingxi", "baishan")
KEYS = {
    f"{collection}:e{number}-{place}": name
    for collection, names in SUBJECTS.items()
    for number, (name, place) in enumerate((name, PLACES[at % 2]) for at, name in enumerate(names))
}
"""The names of the entries by their keys; no name is part of another."""


@dataclass(frozen=True)
class Title:
    """A row of an announcement, with what decides its status."""

    subject: str
    scheme: str
    level: str
    announced: date
    start: date
    until: date | None
    review: date | None
    events: tuple[tuple[date, str, date | None], ...]

    def status(self, scheme: Scheme, day: date) -> str:
        """ "" where nothing may be said of it on `day`."""
        past = sorted(event for event in self.events if event[0] <= day)
        given = max(self.announced, self.start)
        if day < given:
            return "pending" if past and past[-1][1] == "pending" else ""
        state, until, review = "valid", self.until, self.review
        if until is None and scheme.years:
            until = self.start.replace(year=self.start.year + scheme.years) - timedelta(days=1)
        for on, event, renewed_until in past:
            if event == "renewed":
                until, review = renewed_until, None
                state = state if state in ("suspended", "revoked") else "valid"
            elif not (event == "pending" and on < given):
                state = event
        if state in ("revoked", "suspended"):
            return state
        if until and day > until:
            return "expired"
        if scheme.ended(day):
            return "historic"
        return "review-due" if review and day > review else state


@dataclass(frozen=True)
class Scheme:
    id: str
    name: str
    badge: str
    display: str
    years: int
    status: str
    closed: date | None
    regime: bool

    def ended(self, day: date) -> bool:
        if self.closed:
            return day > self.closed
        return self.status == "ended" or self.display == "historic"


@dataclass
class Ledger:
    """A site: its files, and what stands in its ledger."""

    schemes: dict[str, Scheme]
    titles: list[Title] = field(default_factory=list)
    tiers: dict[str, str] = field(default_factory=dict)
    files: dict[str, str | bytes] = field(default_factory=dict)

    def of(self, subject: str, scheme: str, day: date) -> list[tuple[Title, str]]:
        """The titles of a subject under a scheme of which something may be said, with their statuses."""
        return [row for row in self.on(day, scheme) if row[0].subject == subject]

    def on(self, day: date, scheme: str = "") -> list[tuple[Title, str]]:
        found = [
            (title, title.status(self.schemes[title.scheme], day))
            for title in self.titles
            if title.scheme == scheme or not scheme
        ]
        return [(title, status) for title, status in found if status]


def ledger(seed: int) -> Ledger:
    """A site with four schemes and eight announcements."""
    drawn = random.Random(seed)
    made = Ledger({scheme.id: scheme for scheme in _schemes(drawn)})
    for number in range(8):
        _announce(made, drawn, number)
    for key in KEYS:
        named = {t.level for t in made.titles if t.subject == key} & {*TIERS}
        if key.startswith("brands:") and len(named) < 2 and drawn.random() < 0.8:
            made.tiers[key] = drawn.choice(sorted(named or TIERS))
    made.files |= dict(_files(made, drawn))
    return made


def _schemes(drawn: random.Random) -> Iterator[Scheme]:
    for at, (name, badge) in enumerate(
        (("地标保护制度", "地标章"), ("大奖办法", "大奖章"), ("名录办法", ""), ("旧评选", "旧评章"))
    ):
        ended = drawn.random() < 0.3
        closed = _day(drawn) if ended and drawn.random() < 0.6 else None
        yield Scheme(
            id=f"s{at}",
            name=name,
            badge=badge,
            display=drawn.choice(["badge", "badge", "badge", "record-only", "historic"]),
            years=drawn.choice([0, 0, 1]),
            status="ended" if ended else "current",
            closed=closed,
            regime=at == 0,
        )


def _announce(made: Ledger, drawn: random.Random, number: int) -> None:
    scheme = f"s{drawn.randrange(4)}"
    announced = _day(drawn)
    rows: list[dict[str, Any]] = []
    history: list[dict[str, Any]] = []
    taken: set[tuple[str, str]] = set()
    for at in range(drawn.randint(1, 5)):
        subject, level = drawn.choice(sorted(KEYS)), drawn.choice(LEVELS)
        if (subject, level) in taken:
            continue
        taken.add((subject, level))
        start = announced + timedelta(days=drawn.choice([0, 0, 0, -30, 20]))
        until = start + timedelta(days=drawn.randint(5, 200)) if drawn.random() < 0.4 else None
        review = start + timedelta(days=drawn.randint(5, 200)) if drawn.random() < 0.2 else None
        given = max(announced, start)
        events = tuple(_events(drawn, given))
        made.titles.append(Title(subject, scheme, level, announced, start, until, review, events))
        row = {"row": f"r{at}", "subject": subject, "level": level, "valid_from": str(start)}
        row |= {"valid_until": str(until)} if until else {}
        rows.append(row | ({"review_due": str(review)} if review else {}))
        for on, status, renewed in events:
            event = {"row": f"r{at}", "date": str(on), "status": status, "document": f"文{number}"}
            history.append(event | ({"until": str(renewed)} if renewed else {}))
    tree = {
        "scheme": scheme,
        "document": f"第{number}号文",
        "number_slug": f"no-{number}",
        "announced": str(announced),
        "checked": str(_day(drawn)),
        "rows": rows,
        "history": history,
    }
    made.files[f"content/recognitions/a{number}.yaml"] = json.dumps(tree, ensure_ascii=False)


def _events(drawn: random.Random, given: date) -> Iterator[tuple[date, str, date | None]]:
    """Some events, each on a day of its own; a public notice may come before the announcement."""
    if drawn.random() < 0.3:
        yield given - timedelta(days=drawn.randint(1, 60)), "pending", None
    days = sorted(drawn.sample(range(150), drawn.choice([0, 0, 1, 1, 2, 3])))
    for day in (given + timedelta(days=number) for number in days):
        status = drawn.choice(
            ["revoked", "suspended", "valid", "conditional", "pending", "renewed"]
        )
        yield day, status, day + timedelta(days=60) if status == "renewed" else None


def _files(made: Ledger, drawn: random.Random) -> Iterator[tuple[str, str]]:
    featured = drawn.sample(sorted(KEYS), 6)
    site = {"featured": featured, "page_size": "5"}
    yield "site.yaml", SITE + "".join(f"{k}: {json.dumps(v)}\n" for k, v in site.items())
    yield "content/regions.yaml", REGIONS
    yield "content/categories.yaml", CATEGORIES
    for scheme in made.schemes.values():
        tree = {
            "name": scheme.name,
            "kind": "listing",
            "authority": "部里",
            "level": "national",
            "status": scheme.status,
            "display": scheme.display,
            "wording": "listed",
            "opened": str(_day(drawn)),
        }
        tree |= {"badge_text": scheme.badge} if scheme.badge else {}
        tree |= {"closed": str(scheme.closed)} if scheme.closed else {}
        tree |= {"regime": "保护"} if scheme.regime else {}
        tree |= {"validity_years": str(scheme.years)} if scheme.years else {}
        yield f"content/schemes/{scheme.id}.yaml", json.dumps(tree, ensure_ascii=False)
    for key, name in KEYS.items():
        yield (
            f"content/{key.replace(':', '/')}.yaml",
            json.dumps(_entry(made, drawn, key, name), ensure_ascii=False),
        )
    links = "、".join(f"[{KEYS[key]}]({key})" for key in drawn.sample(sorted(KEYS), 4))
    for number in range(3):
        head = f"name: 第{number}篇\nkind: news\npublished: {_day(drawn)}\n"
        yield f"content/articles/n{number}.md", f"---\n{head}---\n\n见{links}。\n"


def _entry(made: Ledger, drawn: random.Random, key: str, name: str) -> dict[str, Any]:
    collection, _, identifier = key.partition(":")
    tree: dict[str, Any] = {
        "name": name,
        "region": identifier.partition("-")[2],
        "categories": "pears",
        "published": str(_day(drawn)),
        "updated": str(_day(drawn)),
        "checked": str(_day(drawn)),
        "sources": [{"title": "依据", "date": str(_day(drawn))}],
        "former_names": [{"name": "旧称", "until": str(_day(drawn))}],
    }
    if collection == "brands":
        tree |= {
            "kind": "product",
            "owner": next(k for k in KEYS if k.startswith("org")).partition(":")[2],
            "founded": str(_day(drawn)),
            "trademarks": [{"number": "1234567", "registered": str(_day(drawn))}],
            "brand_values": [{"year": str(_day(drawn)), "amount": "1", "publisher": "甲"}],
        }
        tree |= {"tier": made.tiers[key]} if key in made.tiers else {}
    if collection == "gi":
        users = [{"organization": "organizations:" + tree["region"], "from": str(_day(drawn))}]
        tree["mark_users"] = [{**users[0], "organization": "某厂", "checked": str(_day(drawn))}]
    if collection == "products":
        tree |= {"kind": "time-honoured", "gi": next(iter(KEYS)).partition(":")[2]}
        tree["buy"] = [{"channel": "网店", "name": "店", "checked": str(_day(drawn))}]
    if collection == "organizations":
        tree["kind"] = "enterprise"
    return tree


def _day(drawn: random.Random) -> date:
    return FIRST + timedelta(days=drawn.randrange(SPAN))
