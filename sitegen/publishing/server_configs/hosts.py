"""`_headers` and `_redirects`, as hosts like Netlify and Cloudflare Pages read them.

Types, packing, 404.html and the slash of folders are the host's own business there. Where several rules fit
a path, one host joins their values and another does not: so no header is in two rules that fit one path.
"""

from __future__ import annotations

from urllib.parse import quote

from sitegen.publishing.finished import FinishedSite
from sitegen.publishing.kinds_of_files import ASSETS, MEDIA, kind_of
from sitegen.publishing.server_configs.policy import Policy

INTRODUCTION = """\
# 由 sitegen server-config {form} 写出：网站变了就再写一次，不要手改。
# Written by sitegen server-config {form}: write it again when the site has changed; do not edit it.
"""


def write_headers(site: FinishedSite, policy: Policy) -> str:
    """Files that are not named are asked for each time, which is how these hosts send them anyway."""
    lines = INTRODUCTION.format(form="headers").splitlines()
    lines += [f"{policy.base_path}*", *(f"  {name}: {value}" for name, value in policy.headers)]
    lines += [f"{policy.base_path}media/*", f"  Cache-Control: {MEDIA.cache_control}"]
    for path in site.files:
        if kind_of(path) is ASSETS:
            lines += [policy.base_path + quote(path), f"  Cache-Control: {ASSETS.cache_control}"]
    return "\n".join([*lines, ""])


def write_redirects(policy: Policy) -> str:
    lines = INTRODUCTION.format(form="redirects").splitlines()
    lines += [f"{quote(old, safe='/~')} {new} 301" for old, new in policy.redirects]
    return "\n".join([*lines, ""])
