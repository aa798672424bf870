"""The preview's answer to a request that `guard` has accepted: plain values, no web server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from sitegen.outputs.addresses import RELEASE
from sitegen.problems import Language, Report
from sitegen.serving import injection, overlay, tree
from sitegen.serving.tree import Redirect

OWN = Path(__file__).parent
OWN_FILES = {injection.RELOAD: "reload.js", overlay.STYLE: "overlay.css"}
PROBLEMS = f"{injection.HOME}problems"

NOT_FOUND = "404.html"
TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""Not from the module mimetypes: it asks the system, and to Windows scripts may be plain text."""


@dataclass(frozen=True, slots=True)
class State:
    """The result of the last build. `build` is its name, unique over all runs of the preview."""

    build: str
    report: Report
    base_path: str
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class Request:
    """A request with `path` and `query` as sent. `host` has been checked.

    `dismissed` is the name of the build whose problems the visitor has dismissed to see the last
    good site; "" for none.
    """

    path: str
    query: str
    host: str
    dismissed: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = b""
    type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    dismiss: str | None = None
    """The build whose problems are dismissed from now on ("" for none). None: no change."""


def answer(state: State, root: Path, output: Path, request: Request) -> Answer:
    """The answer to a request for a page, a file, or one of the preview's own addresses.

    While the last build has errors, pages are replaced by the page of problems, until the visitor
    dismisses it.
    """
    path = request.path
    if path in OWN_FILES:
        name = OWN_FILES[path]
        return Answer(200, (OWN / name).read_bytes(), TYPES[Path(name).suffix])
    if path in (overlay.LAST, PROBLEMS):
        dismissed = state.build if path == overlay.LAST else ""
        return _redirect(_local_path(request.query, state.base_path), dismissed)
    has_release = (output / RELEASE).is_file()
    target = tree.find(output, state.base_path, path) if has_release else None
    has_errors = state.report.has_errors
    if (
        has_errors
        and not (has_release and request.dismissed == state.build)
        and _is_page(path, target)
    ):
        back = (
            (path if path.startswith(state.base_path) else state.base_path) if has_release else None
        )
        page = overlay.page(state.report, root, language=state.language, back=back)
        return _page(503, page, state, request, behind=False)
    if isinstance(target, Redirect):
        query = f"?{request.query}" if request.query else ""
        return _redirect(target.path + query)
    if target is not None:
        return _file(200, target, state, request)
    not_found_page = tree.find(output, "/", f"/{NOT_FOUND}") if has_release else None
    if isinstance(not_found_page, Path):
        return _file(404, not_found_page, state, request)
    return Answer(404, b"404\n")


def _file(status: int, file: Path, state: State, request: Request) -> Answer:
    try:
        data = file.read_bytes()
    except OSError:  # a build has just removed it
        return Answer(404, b"404\n")
    if file.suffix == ".html":
        behind = state.report.has_errors
        return _page(status, data.decode("utf-8", "replace"), state, request, behind=behind)
    return Answer(status, data, TYPES.get(file.suffix, "application/octet-stream"))


def _page(status: int, page: str, state: State, request: Request, *, behind: bool) -> Answer:
    page = injection.with_reload(page, state.build, request.host, behind=behind)
    return Answer(status, page.encode(), TYPES[".html"])


def _redirect(path: str, dismiss: str | None = None) -> Answer:
    return Answer(302, headers={"Location": path}, dismiss=dismiss)


def _is_page(path: str, target: Path | Redirect | None) -> bool:
    if isinstance(target, Path):
        return target.suffix == ".html"
    return "." not in path.rpartition("/")[2] or path.endswith(".html")


def _local_path(query: str, base_path: str) -> str:
    """The path in the query if it is on this host, otherwise the start page: no open redirect."""
    path = parse_qs(query).get("to", [base_path])[-1]
    is_plain = path.isascii() and path.isprintable() and "\\" not in path
    return path if is_plain and path.startswith("/") and not path.startswith("//") else base_path
