"""Who may look at the preview, and its answers to their browsers."""

from __future__ import annotations

from typing import Any

from tornado import web

from sitegen.serving import access, guard
from sitegen.serving.answers import Request
from sitegen.serving.preview import Preview

DISMISSED = "sitegen-looked-past"
"""The cookie with the build whose problems the visitor has dismissed."""
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}


class PreviewHandler(web.RequestHandler):
    """Answers GET and HEAD for pages and files with `Preview.answer`."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD")

    def initialize(self, preview: Preview, port: int) -> None:
        self._preview = preview
        self._port = port

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        if not guard.knows_host(self.request.headers.get_list("Host"), self._port):
            raise web.HTTPError(403)
        if not self.request.path.startswith("/"):
            raise web.HTTPError(400)
        if access.has_key(self.get_cookie(access.cookie_name(self._port)), self._preview.key):
            return
        if access.has_key(access.key_given(self.request.query), self._preview.key):
            self._remember_visitor()
            self.redirect(access.without_key(self.request.path, self.request.query))
        else:
            self.set_status(403)
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(access.REFUSED)

    def _remember_visitor(self) -> None:
        self.set_cookie(
            access.cookie_name(self._port),
            self._preview.key,
            httponly=True,
            samesite="Lax",
            max_age=access.COOKIE_LIFE,
        )

    def get(self) -> None:
        request = Request(
            path=self.request.path,
            query=self.request.query,
            host=self.request.headers["Host"],
            dismissed=self.get_cookie(DISMISSED) or "",
        )
        answer = self._preview.answer(request)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        for name, value in answer.headers.items():
            self.set_header(name, value)
        if answer.dismiss is not None:
            self.set_cookie(DISMISSED, answer.dismiss, httponly=True, samesite="Strict")
        self.finish(answer.body)

    head = get

    def compute_etag(self) -> None:
        return None

    def write_error(self, status_code: int, **about: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")
