"""A configuration for Caddy 2.6 and later."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.publishing.kinds_of_files import ASKED_FOR, OTHERS, TYPES, type_of
from sitegen.publishing.server_configs.policy import PACKED_TEXTS, Policy, packed_types

INTRODUCTION = """\
# 由 sitegen server-config caddy 写出：网站变了（旧网址、安全策略、子路径）就再写一次，不要手改。
# Written by sitegen server-config caddy: write it again when the site has changed; do not edit it.
"""


def write(policy: Policy) -> str:
    """A Caddyfile; below a sub-path its lines go into the block of the portal."""
    below = policy.base_path.rstrip("/")
    lines = [
        *INTRODUCTION.splitlines(),
        f"{policy.domain} {{",
        *(f"\t{line}" for line in _maps(policy)),
        *(f"\t{line}" for line in _moved(policy)),
        f"\thandle_path {policy.base_path}* {{",
        f"\t\troot * {_quoted(policy.root)}",
        "\t\t@hidden {",
        "\t\t\tpath_regexp /\\.",
        "\t\t\tnot path /.well-known/*",
        "\t\t}",
        "\t\terror @hidden 404",
        *(f"\t\t{line}" for line in _shown(policy)),
        "\t}",
        "\thandle_errors {",
        f"\t\thandle_path {policy.base_path}* {{",
        f"\t\t\troot * {_quoted(policy.root)}",
        "\t\t\trewrite * /404.html",
        *(f"\t\t\t{line}" for line in _missing(policy)),
        "\t\t}",
        "\t}",
        "}",
        "",
    ]
    if below:
        lines.insert(3, f"\tredir {below} {policy.base_path} 301")
    return "\n".join(lines)


def _maps(policy: Policy) -> Iterator[str]:
    yield "map {path} {kept} {"
    for pattern, value in policy.caches:
        yield f"\t{_quoted(f'~{pattern}')} {_quoted(value)}"
    yield f"\tdefault {_quoted(ASKED_FOR)}"
    yield "}"
    yield "map {path} {type} {"
    for suffix in TYPES:
        yield f"\t~\\{suffix}$ {_quoted(type_of(suffix))}"
    yield f"\t~/$ {_quoted(type_of('index.html'))}"
    yield f"\tdefault {OTHERS}"
    yield "}"


def _moved(policy: Policy) -> Iterator[str]:
    """A table, since Caddy's own matcher of paths does not look at their case."""
    if not policy.redirects:
        return
    yield "map {path} {moved} {"
    for old, new in policy.redirects:
        yield f"\t{_quoted(old)} {_quoted(new)}"
    yield '\tdefault ""'
    yield "}"
    yield '@moved_with_query expression `{moved} != "" && {query} != ""`'
    yield "redir @moved_with_query {moved}?{query} 301"
    yield '@moved expression `{moved} != ""`'
    yield "redir @moved {moved} 301"


def _shown(policy: Policy) -> Iterator[str]:
    yield "header {"
    for name, value in policy.headers:
        yield f"\t{name} {_quoted(value)}"
    yield "\tCache-Control {kept}"
    yield "\tContent-Type {type}"
    yield "}"
    yield f"@packed path_regexp (/|\\.({'|'.join(PACKED_TEXTS)}))$"
    yield "header @packed Vary Accept-Encoding"
    yield from _sent()


def _missing(policy: Policy) -> Iterator[str]:
    yield "header {"
    for name, value in policy.headers:
        yield f"\t{name} {_quoted(value)}"
    yield f"\tCache-Control {_quoted(ASKED_FOR)}"
    yield f"\tContent-Type {_quoted(type_of('404.html'))}"
    yield "}"
    yield from _sent()


def _sent() -> Iterator[str]:
    """Files packed beforehand first, then what Caddy packs by itself."""
    yield "encode gzip {"
    yield "\tmatch {"
    for kind in packed_types():
        yield f"\t\theader Content-Type {kind}*"
    yield "\t}"
    yield "}"
    yield "file_server {"
    yield "\tprecompressed br gzip"
    yield "}"


def _quoted(text: str) -> str:
    """Only a quotation mark needs an escape here: a backslash before anything else is one."""
    return '"{}"'.format(text.replace('"', '\\"'))
