"""The basic site as a government's: `profile: gov` with all that it asks for."""

from __future__ import annotations

from tests.support.basic_site import SITE

GOV = {
    "site_domain": "test.example",
    "site_id_code": "3707000001",
    "sponsor": "云州市市场监督管理局",
    "operator": "云州市知识产权保护中心",
    "contact": "0536-1234567",
    "icp": "鲁ICP备00000000号",
    "police": "鲁公网安备00000000000000号",
    "party_mark": "CA000000000000000000000",
    "report_url": "https://report.example/",
}
"""The settings under `gov` in site.yaml."""


def settings(gov: dict[str, str]) -> str:
    """The site.yaml of a government's site with these settings under `gov`."""
    lines = "".join(f"  {name}: {value}\n" for name, value in gov.items())
    return f"{SITE}profile: gov\ngov:\n{lines}"
