"""A site in which every field of every collection is filled, its texts made by the test.

`files(text)` gives the files of the site; `text(path)` is called with `collection.field.field` for
each field that takes free text. `leaves` walks what was filled.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from tests.support import pictures

Text = Callable[[str], str]
PICTURE = pictures.png(700, 500)
REVIEWED = {"drafted": "甲某", "checked": "乙某", "approved": "丙某"}
IMAGE_TEXTS = ("alt", "caption", "credit", "licence")


def common(name: str, text: Text, **own: Any) -> dict[str, Any]:
    def t(field: str) -> str:
        return text(f"{name}.{field}")

    return {
        "name": t("name"),
        "name_en": t("name_en"),
        "name_en_basis": "音译",
        "aka": [t("aka")],
        "former_names": [{"name": t("former_names.name"), "until": "1911"}],
        "pinyin": t("pinyin"),
        "summary": t("summary"),
        "images": [
            {
                "file": "pic.png",
                "alt": t("images.alt"),
                "decorative": "否",
                "caption": t("images.caption"),
                "credit": t("images.credit"),
                "licence": t("images.licence"),
                "illustration": "是",
            },
            {"file": "pic.png", "decorative": "是"},
        ],
        "region": ["town"],
        "categories": ["pears"],
        "published": "2024-05-06 07:08",
        "updated": "2024-06-07 08:09",
        "checked": "2024-07-08",
        "publish_from": "2024-01-02",
        "publish_until": "2999-12-31",
        "draft": "否",
        "former_urls": [f"/old/{name}.html"],
        "sources": [
            {
                "title": t("sources.title"),
                "kind": "报道",
                "publisher": t("sources.publisher"),
                "number": t("sources.number"),
                "date": "2003-02-01",
                "url": "https://source.example/{{7*7}}?a=1&b=2",
            }
        ],
        "responsible": t("responsible"),
        "review": {
            "drafted": t("review.drafted"),
            "drafted_on": "2000-12-01",
            "checked": t("review.checked"),
            "checked_on": "2000-12-02",
            "approved": t("review.approved"),
            "date": "2001-01-01",
        },
        "notes_private": t("notes_private"),
        **own,
    }


def entries(text: Text) -> dict[str, dict[str, Any]]:
    t = text

    def claim(path: str, value: str = "") -> list[dict[str, str]]:
        words = {"source": t(f"{path}.source"), "note": t(f"{path}.note")}
        return [{"value": value or t(f"{path}.value"), **words}, {"value": value or t(f"{path}.2")}]

    return {
        "gi/g": common(
            "gi",
            t,
            seal="印字",
            area_text=claim("gi.area_text"),
            area_regions=["town"],
            varieties=[t("gi.varieties")],
            quality={
                "sensory": t("gi.quality.sensory"),
                "measures": [
                    {
                        "name": t("gi.quality.measures.name"),
                        "op": "≥",
                        "value": "6.4",
                        "unit": t("gi.quality.measures.unit"),
                        "note": t("gi.quality.measures.note"),
                    }
                ],
                "process": t("gi.quality.process"),
                "natural_factors": t("gi.quality.natural_factors"),
                "human_factors": t("gi.quality.human_factors"),
            },
            standards=[t("gi.standards")],
            applicant=t("gi.applicant"),
            mark_users=[
                {
                    "organization": t("gi.mark_users.organization"),
                    "credit_code": "91110000600037341L",
                    "product": t("gi.mark_users.product"),
                    "notice": t("gi.mark_users.notice"),
                    "from": "2011-11-11",
                    "until": "2032-12-12",
                    "checked": "2024-08-09",
                    "source": t("gi.mark_users.source"),
                }
            ],
            harvest=["9-10"],
            available=["11-2"],
            stored=["10-4"],
            lookalikes=[
                {"name": t("gi.lookalikes.name"), "difference": t("gi.lookalikes.difference")}
            ],
        ),
        "brands/b": common(
            "brands",
            t,
            seal="印字",
            owner="o",
            kind="区域公用品牌",
            tier="国内领先",
            sector="服务业",
            trademarks=[
                {"number": "1234567", "class": "31", "registered": "1999-09-09", "madrid": "是"}
            ],
            founded=claim("brands.founded", "1692"),
            brand_values=[
                {
                    "year": "2019",
                    "amount": "12.34",
                    "method": t("brands.brand_values.method"),
                    "publisher": t("brands.brand_values.publisher"),
                }
            ],
        ),
        "products/p": common(
            "products",
            t,
            seal="印字",
            kind="非遗",
            maker=t("products.maker"),
            gi="g",
            brand="b",
            heritage="h",
            specs=[t("products.specs")],
            shelf_life=t("products.shelf_life"),
            mailable="是",
            available=["3"],
            stored=["5-6"],
            gift="否",
            buy=[
                {
                    "channel": t("products.buy.channel"),
                    "name": t("products.buy.name"),
                    "url": "https://shop.example/{{7*7}}",
                    "text": t("products.buy.text"),
                    "address": t("products.buy.address"),
                    "phone": t("products.buy.phone").replace("*", "-"),
                    "checked": "2024-09-10",
                }
            ],
            hs_code="07069000",
            taste=t("products.taste"),
        ),
        "heritage/h": common(
            "heritage",
            t,
            seal="印字",
            code=t("heritage.code"),
            bearers=[t("heritage.bearers")],
            organization=t("heritage.organization"),
            origin=claim("heritage.origin"),
            **{"class": "传统技艺"},
        ),
        "organizations/o": common(
            "organizations",
            t,
            credit_code="91110000600037341L",
            short_name=t("organizations.short_name"),
            kind="合作社",
            address=t("organizations.address"),
            geo={"lat": "36.71", "lon": "119.16"},
            website="https://firm.example/{{7*7}}",
            contact_public={
                "phone": t("organizations.contact_public.phone").replace("*", "-"),
                "wechat": t("organizations.contact_public.wechat"),
                "consent": t("organizations.contact_public.consent"),
            },
            contact_private={
                "person": t("organizations.contact_private.person"),
                "phone": t("organizations.contact_private.phone"),
                "note": t("organizations.contact_private.note"),
            },
            industry=t("organizations.industry"),
            merged_into="o2",
        ),
        "schemes/s": common(
            "schemes",
            t,
            seal="印字",
            kind="保护",
            regime=t("schemes.regime"),
            authority=t("schemes.authority"),
            level="国家级",
            ladder="quality",
            rung="2",
            legal_basis=[t("schemes.legal_basis")],
            validity_years="17",
            status="现行",
            opened="1987-06-05",
            closed="2998-07-06",
            closed_by=t("schemes.closed_by"),
            display="标牌",
            wording="认定",
            steps=[
                {
                    "name": t("schemes.steps.name"),
                    "who": t("schemes.steps.who"),
                    "takes": t("schemes.steps.takes"),
                    "closes": "2016-10-26",
                    "objections": t("schemes.steps.objections"),
                }
            ],
            verify_url="https://verify.example/{{7*7}}",
            verify_query=t("schemes.verify_query"),
            number_slug="number",
            badge_text=t("schemes.badge_text"),
        ),
        "people/x": common(
            "people",
            t,
            kind="工匠",
            basis="本人同意",
            consent=t("people.consent"),
            organization=t("people.organization"),
            post=t("people.post"),
            heritage="h",
        ),
        "policies/l": common(
            "policies",
            t,
            kind="意见",
            number=t("policies.number"),
            issuers=[t("policies.issuers")],
            signed=claim("policies.signed", "2008-03-11"),
            issued="2008-03-12",
            effective="2008-04-13",
            expires="2999-05-14",
            status="现行",
            supersedes=["l2"],
            offices=[t("policies.offices")],
            attachments=[
                {"title": t("policies.attachments.title"), "url": "https://annex.example/{{7*7}}"}
            ],
            phases=[
                {
                    "name": t("policies.phases.name"),
                    "from": "2009-01-15",
                    "until": "2010-02-16",
                    "text": t("policies.phases.text"),
                }
            ],
            incentives=[
                {
                    "row": "i1",
                    "name": t("policies.incentives.name"),
                    "kind": "融资",
                    "who": t("policies.incentives.who"),
                    "schemes": ["s"],
                    "grade": t("policies.incentives.grade"),
                    "amount": "123.5",
                    "how_often": "每年",
                    "budget": "县级",
                    "apply": t("policies.incentives.apply"),
                    "until": "2998-03-17",
                    "offices": [t("policies.incentives.offices")],
                }
            ],
            targets=[
                {
                    "row": "t1",
                    "name": t("policies.targets.name"),
                    "indicator": "filled-marks",
                    "group": t("policies.targets.group"),
                    "topic": "专利",
                    "op": "左右",
                    "value": "8～10",
                    "unit": t("policies.targets.unit"),
                    "scope": "新增",
                    "base": "2006",
                    "due": "2031-04-18",
                    "offices": [t("policies.targets.offices")],
                    "note": t("policies.targets.note"),
                }
            ],
        ),
        "figures/f": common(
            "figures",
            t,
            kind="统计公报",
            released="2012-06-19",
            as_of="2012-05-20",
            method=t("figures.method"),
            sample=t("figures.sample"),
            figures=[
                {
                    "row": "n1",
                    "name": t("figures.figures.name"),
                    "indicator": "filled-marks",
                    "group": t("figures.figures.group"),
                    "topic": "专利",
                    "op": "以上",
                    "value": "4321",
                    "unit": t("figures.figures.unit"),
                    "scope": "累计",
                    "as_of": "2012-04-21",
                    "region": "town",
                    "rank_within": t("figures.figures.rank_within"),
                    "rank": "2",
                    "rank_words": t("figures.figures.rank_words"),
                    "includes": t("figures.figures.includes"),
                    "says": t("figures.figures.says"),
                    "caution": t("figures.figures.caution"),
                    "counts": "认定",
                    "count_schemes": ["s"],
                    "count_grade": t("figures.figures.count_grade"),
                    "count_status": "有效",
                    "count_year": "2017",
                }
            ],
        ),
        "events/e": common(
            "events",
            t,
            kind="展会",
            starts="2013-07-22",
            ends="2013-07-23",
            yearly="是",
            series=t("events.series"),
            number="5",
            times="66",
            venue=t("events.venue"),
            organizers=[t("events.organizers")],
            exhibitors=[t("events.exhibitors"), "o"],
            results=t("events.results"),
        ),
        "services/v": common(
            "services",
            t,
            kind="检验检测",
            needs=["发现假冒", "要做检测"],
            elements=["标准"],
            scope=[t("services.scope")],
            organization=t("services.organization"),
            address=t("services.address"),
            geo={"lat": "36.72", "lon": "119.17"},
            hours=t("services.hours"),
            website="https://service.example/{{7*7}}",
            contact_public={
                "phone": t("services.contact_public.phone").replace("*", "-"),
                "wechat": t("services.contact_public.wechat"),
                "consent": t("services.contact_public.consent"),
            },
            experts=[
                {
                    "name": t("services.experts.name"),
                    "subject": t("services.experts.subject"),
                    "affiliation": t("services.experts.affiliation"),
                }
            ],
        ),
        "clusters/c": common(
            "clusters",
            t,
            kind="专利池",
            industry=t("clusters.industry"),
            leads=[t("clusters.leads"), "o"],
            members=[t("clusters.members"), "o2"],
            founded="2014-08-24",
            ways=t("clusters.ways"),
            figures=[
                {
                    "name": t("clusters.figures.name"),
                    "op": "以内",
                    "value": "77",
                    "unit": t("clusters.figures.unit"),
                    "scope": "当期",
                    "as_of": "2015-09-25",
                    "source": t("clusters.figures.source"),
                }
            ],
        ),
        "articles/a": common("articles", t, kind="转载"),
        "pages/about": common("pages", t, order="3"),
        "recognitions/r": {
            "scheme": "s",
            "batch": t("recognitions.batch"),
            "announced": "2016-05-04",
            "document": t("recognitions.document"),
            "number_slug": "r-1",
            "covers": "777",
            "source": {
                "title": t("recognitions.source.title"),
                "kind": "名录",
                "publisher": t("recognitions.source.publisher"),
                "number": t("recognitions.source.number"),
                "date": "2016-05-05",
                "url": "https://notice.example/{{7*7}}",
            },
            "checked": "2024-10-11",
            "note": t("recognitions.note"),
            "rows": [
                {
                    "row": "one",
                    "subject": "gi:g",
                    "as_published": t("recognitions.rows.as_published"),
                    "level": t("recognitions.rows.level"),
                    "number": t("recognitions.rows.number"),
                    "valid_from": "2017-03-02",
                    "valid_until": "2028-04-03",
                    "review_due": "2027-05-06",
                },
                {"row": "two", "subject": "brands:b"},
            ],
            "history": [
                {
                    "row": "two",
                    "date": "2020-02-20",
                    "status": "续期",
                    "until": "2033-03-30",
                    "reason": t("recognitions.history.reason"),
                    "document": t("recognitions.history.document"),
                    "objections": t("recognitions.history.objections"),
                }
            ],
            "notes_private": t("recognitions.notes_private"),
        },
    }


def trees(text: Text) -> dict[str, dict[str, Any]]:
    def region(name: str, **own: str) -> dict[str, Any]:
        return {
            "name": text(f"regions.{name}.name"),
            "short_name": text(f"regions.{name}.short_name"),
            "name_en": text(f"regions.{name}.name_en"),
            "pinyin": text(f"regions.{name}.pinyin"),
            "aka": [text(f"regions.{name}.aka")],
            "former_names": [{"name": text(f"regions.{name}.former_names"), "until": "1912"}],
            "summary": text(f"regions.{name}.summary"),
            **own,
        }

    def category(name: str, **own: str) -> dict[str, Any]:
        fields = ("name", "name_en", "pinyin", "summary")
        made: dict[str, Any] = {field: text(f"categories.{name}.{field}") for field in fields}
        image = {part: text(f"categories.{name}.images.{part}") for part in IMAGE_TEXTS}
        made["images"] = [
            {"file": "pic.png", "decorative": "否", "illustration": "是", **image},
            {"file": "pic.png", "decorative": "是"},
        ]
        return {**made, "synonyms": [text(f"categories.{name}.synonyms")], **own}

    return {
        "regions": {
            "city": region("city", kind="市"),
            "town": region("town", kind="镇街", code="370702001", parent="city", tile="1,2"),
        },
        "categories": {
            "fruit": category("fruit", order="1"),
            "pears": category("pears", parent="fruit", order="2"),
        },
    }


PUBLISH = {
    "folder": {
        "kind": "folder",
        "path": "/srv/www",
        "url": "https://filled.example/zt/",
        "keep": "3",
        "packed": "否",
        "server_files": "iis",
    },
    "ssh": {
        "kind": "ssh",
        "path": "/srv/www",
        "host": "www.filled.example",
        "port": "2222",
        "user": "publisher",
        "key_file": "~/.ssh/id_filled",
        "known_hosts": "~/.ssh/known_filled",
    },
    "s3": {
        "kind": "s3",
        "bucket": "filled",
        "prefix": "zt",
        "endpoint": "https://oss.filled.example",
        "region": "cn-north-1",
        "addressing": "path",
        "secrets_file": "~/.filled-secrets",
    },
    "git": {"kind": "git", "repository": "git@filled.example:pages.git", "branch": "main"},
    "zip": {"kind": "zip", "path": "zips", "part_megabytes": "50"},
    "fragments": {"kind": "fragments", "path": "fragments"},
}


def settings(text: Text) -> dict[str, Any]:
    gov = ("site_id_code", "sponsor", "operator", "contact", "icp", "police", "party_mark")
    texts = ("name", "name_en", "tagline", "headline", "description", "keeper", "notice")
    return {
        "id": "filled",
        **{name: text(f"site.{name}") for name in texts},
        "seal": "印章",
        "timezone": "Asia/Shanghai",
        "base_path": "/zt/",
        "permanent_url": "https://filled.example/zt/",
        "rules": {"site.domain-disagrees": "关闭"},
        "link_style": "目录",
        "profile": "gov",
        "gov": {
            "site_domain": text("site.gov.site_domain"),
            **{name: text(f"site.gov.{name}") for name in gov},
            "police_url": "https://police.example/{{7*7}}",
            "report_url": "https://report.example/{{7*7}}",
            "approval": "否",
        },
        "home_region": "city",
        "featured": ["gi:g"],
        "handouts": "全部",
        "posters": "无",
        "home": ["称号", "数字"],
        "logo": "logo.png",
        "colours": {"primary": "#1a5fb4", "accent": "#8a4b08"},
        "menu": [{"to": "gi", "text": text("site.menu.text")}],
        "footer": [
            {
                "title": text("site.footer.title"),
                "links": [{"to": "gi:g", "text": text("site.footer.links.text")}],
            }
        ],
        "ladders": {
            "quality": {"name": text("site.ladders.name"), "note": text("site.ladders.note")}
        },
        "images": {"avif": "是"},
        "page_size": "20",
        "synonyms": [f"{text('site.synonyms')}、{text('gi.name')}"],
        "publish": PUBLISH,
        "collect": {"qingshan": {"from": "../qingshan", "region": "city", "articles": "否"}},
        "collections": {
            "products": {
                "fields": {
                    "taste": {
                        "type": "text",
                        "label": text("site.collections.label"),
                        "label_en": text("site.collections.label_en"),
                    }
                },
                "choices": {"kind": {"tea": text("site.collections.choice")}},
            }
        },
    }


def files(text: Text, body: str = "") -> dict[str, str | bytes]:
    """The files of the filled site. JSON is YAML."""
    made: dict[str, str | bytes] = {
        "site.yaml": dumped(settings(text)),
        "content/media/pic.png": PICTURE,
        "templates/public/logo.png": PICTURE,
        "content/organizations/o2.yaml": dumped(
            {
                "name": "另一家",
                "kind": "企业",
                "published": "2024-01-01 00:00",
                "review": REVIEWED,
            }
        ),
        "content/policies/l2.yaml": dumped(
            {
                "name": "旧文件",
                "kind": "通知",
                "issuers": "某市人民政府",
                "status": "已废止",
                "published": "2024-01-01 00:00",
                "review": REVIEWED,
            }
        ),
        "content/gi/gone.yaml": dumped(
            common(
                "gone",
                text,
                withdrawn={
                    "on": "2025-01-01",
                    "reason": text("gone.withdrawn.reason"),
                    "document": text("gone.withdrawn.document"),
                },
            )
        ),
    }
    for name, tree in entries(text).items():
        if name.startswith("recognitions/"):
            made[f"content/{name}.yaml"] = dumped(tree)
        else:
            made[f"content/{name}.md"] = f"---\n{dumped(tree)}---\n\n{body}\n"
    for name, tree in trees(text).items():
        made[f"content/{name}.yaml"] = dumped(tree)
    return made


def dumped(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def leaves(tree: object, path: str = "") -> Iterator[tuple[str, str]]:
    """(dotted field path, text) of every scalar, list positions left out."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, path)
    else:
        yield path, str(tree)
