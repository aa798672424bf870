"""What is the same in every national site: settings, schemes, categories, in our own words."""

from __future__ import annotations

from benchmarks.national_site.yaml_text import Value

AGRICULTURAL = "农业农村部"
PROTECTED = "protected"
TITLES = {False: "地理标志产品", True: "农产品地理标志"}
SCHEMES = {
    "原国家质检总局": "gi-protection-aqsiq",
    "国家知识产权局": "gi-protection-cnipa",
    AGRICULTURAL: "agi-registration",
}
"""The scheme of each authority, as the data names it."""

SITE: dict[str, Value] = {
    "id": "national-trial",
    "name": "全国地理标志（试算）",
    "seal": "地理标志",
    "description": "用全国的地理标志公告试算本程序；由程序生成，没有经过人工核对，不对外公开。",
    "keeper": "试算程序",
    "notice": "试算用的网站，内容由程序从公告数据生成，未经核对，不得公开发布。",
    "permanent_url": "https://national.example/",
    "home_region": "zhongguo",
}
CATEGORIES: dict[str, Value] = {
    PROTECTED: {
        "name": "地理标志产品",
        "pinyin": "dì lǐ biāo zhì chǎn pǐn",
        "summary": "国家公告保护的地理标志产品。",
    },
    "agricultural": {
        "name": "农产品地理标志",
        "pinyin": "nóng chǎn pǐn dì lǐ biāo zhì",
        "summary": "农业部门从前登记的农产品地理标志。",
    },
}
PROTECTION: dict[str, Value] = {
    "kind": "protection",
    "regime": "地理标志产品",
    "level": "national",
    "status": "current",
    "display": "badge",
    "wording": "protected",
    "verify_url": "https://www.cnipa.gov.cn/",
    "verify_query": "地理标志产品公告",
    "badge_text": "地理标志产品",
}
SCHEME_FILES: dict[str, dict[str, Value]] = {
    "gi-protection-aqsiq": {
        "name": "地理标志产品保护（原国家质检总局公告）",
        "pinyin": "dì lǐ biāo zhì chǎn pǐn bǎo hù yuán guó jiā zhì jiǎn zǒng jú gōng gào",
        "summary": "2005 年到 2018 年由原国家质检总局公告，现由国家知识产权局接着管。",
        "authority": "原国家质量监督检验检疫总局（现由国家知识产权局管理）",
        "legal_basis": "《地理标志产品保护规定》（原国家质检总局令第78号，2005年7月15日施行）",
        "opened": "2005-07-15",
        "number_slug": "aqsiq",
        **PROTECTION,
    },
    "gi-protection-cnipa": {
        "name": "地理标志产品保护",
        "pinyin": "dì lǐ biāo zhì chǎn pǐn bǎo hù",
        "summary": "国家知识产权局公告认定的地理标志产品。",
        "authority": "国家知识产权局",
        "legal_basis": "《地理标志产品保护办法》（国家知识产权局令第80号，2024年2月1日施行）",
        "opened": "2018",
        "number_slug": "cnipa",
        **PROTECTION,
    },
    "agi-registration": {
        "name": "农产品地理标志登记",
        "pinyin": "nóng chǎn pǐn dì lǐ biāo zhì dēng jì",
        "summary": "农业部门从前办理的登记，2022 年起不再登记新产品，作为历史记录列出。",
        "kind": "registration",
        "regime": "农产品地理标志",
        "authority": "农业农村部（原农业部）",
        "level": "national",
        "legal_basis": "《农产品地理标志管理办法》（原农业部令第11号，2008年2月1日施行）",
        "status": "ended",
        "opened": "2008-02-01",
        "closed": "2022",
        "display": "historic",
        "wording": "registered",
        "verify_url": "http://www.moa.gov.cn/",
        "verify_query": "农产品地理标志",
        "badge_text": "农产品地理标志（历史）",
    },
}
