"""A configuration for nginx."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.publishing.kinds_of_files import ASKED_FOR
from sitegen.publishing.server_configs.policy import Policy, packed_types, quoted, text_types, types

INTRODUCTION = """\
# 由 sitegen server-config nginx 写出：网站变了（旧网址、安全策略、子路径）就再写一次，不要手改。
# Written by sitegen server-config nginx: write it again when the site has changed; do not edit it.
"""
PORTAL = """\
# 网站在门户的子路径下：map 放进 http，server 里的各个 location 放进门户自己的 server。
# The site stands below a sub-path: the map goes into http, the locations into the portal's own server.
"""


def write(policy: Policy, *, brotli: bool = False) -> str:
    """A file for conf.d/. `brotli` says that this nginx can send `.br` files."""
    cache = f"$cache_of_{re.sub('[^a-z0-9]', '_', policy.site.lower())}"
    below = policy.base_path != "/"
    lines = [
        *(INTRODUCTION + (PORTAL if below else "")).splitlines(),
        f"map $uri {cache} {{",
        f"    default {quoted(ASKED_FOR)};",
        *(f"    {quoted(f'~{pattern}')} {quoted(value)};" for pattern, value in policy.caches),
        "}",
        "server {",
        "    listen 80;",
        "    listen [::]:80;",
        f"    server_name {policy.domain};",
        "    absolute_redirect off;",
        *(f"    {line}" for line in _redirects(policy)),
    ]
    shown = list(_shown(policy, cache, brotli=brotli))
    if below:
        lines.append(f"    location {policy.base_path} {{")
        lines.append(f"        alias {quoted(f'{policy.root}/')};")
        lines += (f"        {line}" for line in shown)
        lines.append("    }")
    else:
        lines.append(f"    root {quoted(policy.root)};")
        lines += (f"    {line}" for line in shown)
    return "\n".join([*lines, "}", ""])


def _redirects(policy: Policy) -> Iterator[str]:
    """Exact locations: they are found by their case, and at once however many there are."""
    redirects = list(policy.redirects)
    if policy.base_path != "/":
        redirects.insert(0, (policy.base_path.rstrip("/"), policy.base_path))
    for old, new in redirects:
        yield f"location = {quoted(old)} {{ return 301 {quoted(f'{new}$is_args$args')}; }}"


def _shown(policy: Policy, cache: str, *, brotli: bool) -> Iterator[str]:
    """How files are sent: for the server, or for a location in it."""
    packed = " ".join(name for name in packed_types() if name != "text/html")
    charset = " ".join(name for name in text_types() if name != "text/html")
    yield "index index.html;"
    yield "autoindex off;"
    yield f"error_page 404 {quoted(policy.not_found)};"
    yield f"error_page 403 =404 {quoted(policy.not_found)};"
    yield 'location ~ "/\\.(?!well-known/)" { return 404; }'
    yield "types {"
    for kind, extensions in types().items():
        yield f"    {kind} {' '.join(extensions)};"
    yield "}"
    yield "default_type application/octet-stream;"
    yield "charset utf-8;"
    yield f"charset_types {charset};"
    # Files packed beforehand first, then what nginx packs by itself.
    yield "gzip_static on;"
    if brotli:
        yield "brotli_static on;"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {packed};"
    yield "# 写在 location 里的 add_header 会让这里的全部失效。One add_header in a location undoes all these."
    yield f"add_header Cache-Control {cache} always;"
    for name, value in policy.headers:
        yield f"add_header {name} {quoted(value)} always;"
