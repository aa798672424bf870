"""A web.config for IIS 10, of what IIS itself has: no module needs to be added.

It was never run by IIS. What it says is held against the policy and against XML.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sitegen.publishing.finished import NOT_FOUND, FinishedSite
from sitegen.publishing.kinds_of_files import ASKED_FOR, TYPES, kind_of, type_of
from sitegen.publishing.server_configs.policy import Policy

INTRODUCTION = """\
 由 sitegen server-config iis 写出：网站变了（旧网址、安全策略、子路径）就再写一次，不要手改。没有用 IIS 试过。
     Written by sitegen server-config iis: write it again when the site has changed. It was never run by IIS. """


def write(site: FinishedSite, policy: Policy) -> str:
    root = Element("configuration")
    _shown(SubElement(root, "system.webServer"), policy)
    for path, value in caches(site).items():
        headers = SubElement(_location(root, path), "httpProtocol")
        headers = SubElement(headers, "customHeaders")
        SubElement(headers, "remove", name="Cache-Control")
        SubElement(headers, "add", name="Cache-Control", value=value)
    for old, new in policy.redirects:
        if new.startswith(
            old
        ):  # a location is also about what is below it: that would go round in circles
            continue
        SubElement(
            _location(root, old.removeprefix(policy.base_path).rstrip("/")),
            "httpRedirect",
            enabled="true",
            destination=new,
            exactDestination="true",
            httpResponseStatus="Permanent",
        )
    indent(root, "  ")
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!--{INTRODUCTION}-->\n{text}\n'


def caches(site: FinishedSite) -> dict[str, str]:
    """Cache-Control by folder, and by file where one differs from its folder; IIS knows no patterns.

    Folders are those in which files of a kind are that is kept; what is left out is asked for each time.
    """
    kept: dict[str, str] = {}
    for path in site.files:
        kind = kind_of(path)
        folder, _, name = path.rpartition("/")
        if kind.immutable or (folder == "media" and name):
            kept[folder] = kind.cache_control
    for path in site.files:
        folder = _kept_folder(path, kept)
        value = kind_of(path).cache_control
        if folder and value != kept[folder]:
            kept[path] = value
    return kept


def _kept_folder(path: str, kept: dict[str, str]) -> str:
    """The nearest folder above a file that has a value, "" where none has."""
    folder = path.rpartition("/")[0]
    while folder and folder not in kept:
        folder = folder.rpartition("/")[0]
    return folder


def _location(root: Element, path: str) -> Element:
    return SubElement(SubElement(root, "location", path=path), "system.webServer")


def _shown(server: Element, policy: Policy) -> None:
    documents = SubElement(SubElement(server, "defaultDocument", enabled="true"), "files")
    SubElement(documents, "clear")
    SubElement(documents, "add", value="index.html")
    SubElement(server, "directoryBrowse", enabled="false")
    errors = SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Auto")
    SubElement(errors, "remove", statusCode="404")
    SubElement(errors, "error", statusCode="404", path=NOT_FOUND, responseMode="File")
    content = SubElement(server, "staticContent")
    for suffix in TYPES:
        SubElement(content, "remove", fileExtension=suffix)
        SubElement(content, "mimeMap", fileExtension=suffix, mimeType=type_of(suffix))
    SubElement(server, "urlCompression", doStaticCompression="true")
    headers = SubElement(SubElement(server, "httpProtocol"), "customHeaders")
    SubElement(headers, "remove", name="X-Powered-By")
    for name, value in (*policy.headers, ("Cache-Control", ASKED_FOR)):
        SubElement(headers, "remove", name=name)
        SubElement(headers, "add", name=name, value=value)
    filtering = SubElement(SubElement(server, "security"), "requestFiltering")
    hidden = SubElement(filtering, "hiddenSegments")
    for name in (".git", ".sitegen", ".htaccess"):
        SubElement(hidden, "add", segment=name)
