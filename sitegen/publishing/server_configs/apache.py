"""Configurations for Apache 2.4: a virtual host, and a .htaccess for where that is out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.publishing.kinds_of_files import ASKED_FOR, TEXTS, TYPES
from sitegen.publishing.server_configs.policy import (
    PACKED_TEXTS,
    Policy,
    packed_types,
    quoted,
    types,
)

INTRODUCTION = """\
# 由 sitegen server-config {form} 写出：网站变了（旧网址、安全策略、子路径）就再写一次，不要手改。
# Written by sitegen server-config {form}: write it again when the site has changed; do not edit it.
"""
MODULES = "# a2enmod headers rewrite deflate filter\n"
_SIGN = re.compile(r"[\x00-\x7f](?<![\w/~-])")
"""What may be a sign of a pattern, or of the line on which it stands."""
PACKED_NAME = r"\.({})".format("|".join(PACKED_TEXTS))


def write_host(policy: Policy) -> str:
    """A virtual host; below a sub-path its lines go into that of the portal."""
    folder = quoted(f"{policy.root}/")
    below = policy.base_path != "/"
    place = f"Alias {quoted(policy.base_path.rstrip('/'))} {quoted(policy.root)}"
    lines = [
        *(INTRODUCTION.format(form="apache") + MODULES).splitlines(),
        "<VirtualHost *:80>",
        f"    ServerName {policy.domain}",
        f"    {place if below else f'DocumentRoot {quoted(policy.root)}'}",
        f"    <Directory {folder}>",
        "        AllowOverride None",
        "        Require all granted",
        "        Options -Indexes -MultiViews +FollowSymLinks",
        *(f"        {line}" for line in _shown(policy)),
        "    </Directory>",
        "</VirtualHost>",
        "",
    ]
    return "\n".join(lines)


def write_htaccess(policy: Policy) -> str:
    """A `.htaccess` for the folder with index.html, where AllowOverride lets it say FileInfo, Indexes and
    Options."""
    introduction = INTRODUCTION.format(form="htaccess").splitlines()
    options = "Options -Indexes -MultiViews"
    return "\n".join([*introduction, options, *_shown(policy), ""])


def _shown(policy: Policy) -> Iterator[str]:
    """How files are sent, for a folder: both forms have these lines."""
    yield "DirectoryIndex index.html"
    yield "DirectorySlash On"
    yield f"ErrorDocument 404 {policy.not_found}"
    yield "FileETag MTime Size"
    for kind, extensions in types().items():
        yield f"AddType {kind} {' '.join(f'.{name}' for name in extensions)}"
    yield f"AddCharset utf-8 {' '.join(sorted(TEXTS & TYPES.keys()))}"
    yield "RemoveType .br .gz"
    yield "RemoveLanguage .br"
    for encoding, suffix in (("br", "br"), ("gzip", "gz")):
        yield f'<FilesMatch "{PACKED_NAME}\\.{suffix}$">'
        yield f"    AddEncoding {encoding} .{suffix}"
        yield "</FilesMatch>"
    yield "<IfModule mod_rewrite.c>"
    yield from (f"    {line}" for line in _rewritten(policy))
    yield "</IfModule>"
    yield "<IfModule mod_filter.c>"
    yield "    <IfModule mod_deflate.c>"
    yield f"        AddOutputFilterByType DEFLATE {' '.join(packed_types())}"
    yield "    </IfModule>"
    yield "</IfModule>"
    yield "<IfModule mod_headers.c>"
    yield from (f"    {line}" for line in _headers(policy))
    yield "</IfModule>"


def _rewritten(policy: Policy) -> Iterator[str]:
    """Redirects, what is not shown, and files packed beforehand."""
    yield "RewriteEngine On"
    yield f"RewriteBase {quoted(policy.base_path)}"
    for old, new in policy.redirects:
        pattern = _SIGN.sub(_code, old.removeprefix(policy.base_path))
        # A % before a digit would stand for a group of a condition.
        target = new.replace("%", "\\%")
        yield f'RewriteRule "^{pattern}$" "{target}" [R=301,NE,L]'
    yield 'RewriteRule "(^|/)\\.(?!well-known(/|$))" - [R=404,L]'
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule ^ - [R=404,L]"
    for encoding, suffix in (("br", "br"), ("gzip", "gz")):
        yield f'RewriteCond %{{HTTP:Accept-Encoding}} "\\b{encoding}\\b"'
        yield f"RewriteCond %{{REQUEST_FILENAME}}.{suffix} -f"
        yield f'RewriteRule "^(.+{PACKED_NAME})$" "$1.{suffix}" [B=%#,L]'


def _code(sign: re.Match[str]) -> str:
    return f"\\x{ord(sign[0]):02x}"


def _headers(policy: Policy) -> Iterator[str]:
    for name, value in policy.headers:
        yield f"Header always set {name} {quoted(value)}"
    yield f"Header always set Cache-Control {quoted(ASKED_FOR)}"
    # The last that fits counts here.
    for pattern, value in reversed(policy.caches):
        ending = pattern.removesuffix("$") + r"(\.br|\.gz)?$"
        condition = f"expr=%{{REQUEST_URI}} =~ m#{ending}#"
        yield f'Header always set Cache-Control {quoted(value)} "{condition}"'
    yield f'<FilesMatch "{PACKED_NAME}(\\.br|\\.gz)?$">'
    yield "    Header merge Vary Accept-Encoding"
    yield "</FilesMatch>"
