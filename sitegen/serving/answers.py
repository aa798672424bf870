"""What the preview answers to a request that it has let in: plain values, no web server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from sitegen.problems import Language, Report
from sitegen.serving import injection, overlay, tree
from sitegen.serving.tree import Elsewhere

OWN = Path(__file__).parent
OWN_FILES = {injection.RELOAD: "reload.js", overlay.STYLE: "overlay.css"}
PROBLEMS = f"{injection.HOME}problems"
RELEASE = "release.json"
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
"""Not from the mimetypes module: that asks the system, and Windows may call a script plain text."""


@dataclass(frozen=True, slots=True)
class State:
    """What the last build left. No other build, of this run or an earlier one, has its `build`."""

    build: str
    report: Report
    base_path: str
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class Request:
    """`path` and `query` as sent. `looked_past` names the build whose problems the visitor has
    chosen to look past; `host` has been checked."""

    path: str
    query: str
    host: str
    looked_past: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = b""
    type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    look_past: str | None = None
    """The build to look past from now on ("" for none), None to leave that as it is."""


def answer(state: State, root: Path, output: Path, request: Request) -> Answer:
    path = request.path
    if path in OWN_FILES:
        name = OWN_FILES[path]
        return Answer(200, (OWN / name).read_bytes(), TYPES[Path(name).suffix])
    if path in (overlay.LAST, PROBLEMS):
        chosen = state.build if path == overlay.LAST else ""
        return _moved(_local(request.query, state.base_path), chosen)
    has_last = (output / RELEASE).is_file()
    found = tree.find(output, state.base_path, path) if has_last else None
    failed = state.report.has_errors
    if failed and not (has_last and request.looked_past == state.build) and _is_page(path, found):
        back = (path if path.startswith(state.base_path) else state.base_path) if has_last else None
        page = overlay.page(state.report, root, language=state.language, back=back)
        return _page(503, page, state, request, behind=False)
    if isinstance(found, Elsewhere):
        query = f"?{request.query}" if request.query else ""
        return _moved(found.path + query)
    if found is not None:
        return _file(200, found, state, request)
    missing = tree.find(output, "/", f"/{NOT_FOUND}") if has_last else None
    if isinstance(missing, Path):
        return _file(404, missing, state, request)
    return Answer(404, b"404\n")


def _file(status: int, file: Path, state: State, request: Request) -> Answer:
    try:
        data = file.read_bytes()
    except OSError:  # it went in this moment, with a build
        return Answer(404, b"404\n")
    if file.suffix == ".html":
        behind = state.report.has_errors
        return _page(status, data.decode("utf-8", "replace"), state, request, behind=behind)
    return Answer(status, data, TYPES.get(file.suffix, "application/octet-stream"))


def _page(status: int, page: str, state: State, request: Request, *, behind: bool) -> Answer:
    page = injection.with_reload(page, state.build, request.host, behind=behind)
    return Answer(status, page.encode(), TYPES[".html"])


def _moved(path: str, look_past: str | None = None) -> Answer:
    return Answer(302, headers={"Location": path}, look_past=look_past)


def _is_page(path: str, found: Path | Elsewhere | None) -> bool:
    if isinstance(found, Path):
        return found.suffix == ".html"
    return "." not in path.rpartition("/")[2] or path.endswith(".html")


def _local(query: str, base_path: str) -> str:
    """The path to go on to: one of this site, whatever the query says."""
    given = parse_qs(query).get("to", [base_path])[-1]
    plain = given.isascii() and given.isprintable() and "\\" not in given
    return given if plain and given.startswith("/") and not given.startswith("//") else base_path
