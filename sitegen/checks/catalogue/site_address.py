"""The settings agree on where the site stands.

Links between pages work below any path, so a site with a wrong `base_path` looks right, until somebody
meets 404.html: its style and its links lie below `base_path`. Canonical links, the sitemap, the feed and
what is printed on boxes use `permanent_url`. 《政府网站发展指引》 wants the domain of the site in SiteDomain.

A permanent address may well lead on to where the site stands today: then turn the warning off.

Passes: `permanent_url: https://www.yunzhou.example/zt/` with `base_path: /zt/`
Fails: the same with `base_path: /`, with `?` or `#` in the address, or with `gov: {site_domain: zt.yunzhou.example}`
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit, urlunsplit

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.model.site_path import is_site_path
from sitegen.problems import Kind, Severity

PATH_DISAGREES = Kind(
    "site.path-disagrees",
    Severity.WARNING,
    zh="base_path 是“{base_path}”，而 permanent_url 里的路径是“{path}”",
    en="base_path is “{base_path}”, but the path in permanent_url is “{path}”",
    fix_zh="[[网站放在 {right} 下，就写 base_path: {right}；]]放在 {base_path} 下，就写 permanent_url: "
    "{address}；永久网址确实另有转向，就关闭这条规则",
    fix_en="[[if the site stands below {right}, write base_path: {right}; ]]if it stands below "
    "{base_path}, write permanent_url: {address}; turn this rule off where the permanent address "
    "leads on",
)
NO_PREFIX = Kind(
    "site.address-with-query",
    Severity.ERROR,
    zh="permanent_url 里不能有“{mark}”：网页的地址接在它后面",
    en="permanent_url cannot have “{mark}”: the addresses of pages follow it",
    fix_zh="改成 {right}",
    fix_en="write {right}",
)
DOMAIN_DISAGREES = Kind(
    "site.domain-disagrees",
    Severity.WARNING,
    zh="gov.site_domain 是“{domain}”，而 permanent_url 的域名是“{host}”",
    en="gov.site_domain is “{domain}”, but the domain in permanent_url is “{host}”",
    fix_zh="网站的域名是 {host}，就写 site_domain: {host}；不是，就改 permanent_url",
    fix_en="if the domain of the site is {host}, write site_domain: {host}; if not, mend permanent_url",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    at, settings = catalogue.site.at, catalogue.site.settings
    if catalogue.site.faulty:
        return
    written_address = settings.permanent_url
    if mark := next((one for one in written_address if one in "?#"), ""):
        facts = {"mark": mark, "right": written_address.partition(mark)[0]}
        yield Finding(NO_PREFIX, at("permanent_url"), facts)
    permanent = urlsplit(written_address)
    path = unquote(permanent.path).rstrip("/") + "/"
    if path != settings.base_path:
        written = settings.base_path != "/"
        facts = {
            "base_path": settings.base_path,
            "path": path,
            "right": path if is_site_path(path) else "",
            "address": urlunsplit((permanent.scheme, permanent.netloc, settings.base_path, "", "")),
        }
        yield Finding(PATH_DISAGREES, at("base_path" if written else "permanent_url"), facts)
    domain = settings.gov.site_domain if settings.gov is not None else None
    if domain and domain.lower() not in (permanent.hostname, permanent.netloc.lower()):
        facts = {"domain": domain, "host": str(permanent.hostname)}
        yield Finding(DOMAIN_DISAGREES, at("gov", "site_domain"), facts)


RULE = CatalogueRule(kinds=(PATH_DISAGREES, DOMAIN_DISAGREES), fixed=(NO_PREFIX,), check=check)
