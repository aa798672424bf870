"""The editor's pages on the server of the preview: who may send what, and plain values for the editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import parse_qsl

from tornado import web
from tornado.httputil import HTTPHeaders

from sitegen.editing.desk import HOME
from sitegen.editing.requests import EditAnswer, EditRequest, Upload
from sitegen.serving import guard
from sitegen.serving.preview_handler import PreviewHandler

Answers: TypeAlias = Callable[[EditRequest], EditAnswer]
ANSWERS = "editor"
"""The setting of the application that holds what answers."""
MOST_PAIRS = 20_000
"""Values in one form: each input is one, and Tornado by itself takes a hundred."""
ONE_LINE = "application/x-www-form-urlencoded"
WRITTEN_BY_FORMS = frozenset({ONE_LINE, "multipart/form-data"})


class EditorHandler(PreviewHandler):
    """Answers GET, HEAD and POST below HOME. What is posted must come from a page of this host."""

    SUPPORTED_METHODS = ("GET", "HEAD", "POST")

    def prepare(self) -> None:
        super().prepare()
        if self._finished or self.request.method != "POST":
            return
        headers = self.request.headers
        kind = _kind(headers)
        if not guard.knows_origin(headers.get_list("Origin"), self._port):
            raise web.HTTPError(403)
        if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise web.HTTPError(403)
        if kind not in WRITTEN_BY_FORMS:
            raise web.HTTPError(415)

    def get(self) -> None:
        self._answer()

    head = get

    def post(self) -> None:
        self._answer()

    def _answer(self) -> None:
        query = dict(parse_qsl(self.request.query, keep_blank_values=True))
        path = self.request.path.removeprefix(HOME)
        request = EditRequest(
            self.request.method or "GET", path, query, self._pairs(), self._uploads()
        )
        answers: Answers = self.settings[ANSWERS]
        answer = answers(request)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        for name, value in answer.headers.items():
            self.set_header(name, value)
        self.finish(answer.body)

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and values of a form. Of one name the values keep their order, which is all that counts."""
        arguments = self.request.body_arguments
        is_one_line = _kind(self.request.headers) == ONE_LINE
        return tuple(
            (_name(name) if is_one_line else name, _text(value))
            for name, values in arguments.items()
            for value in values
        )

    def _uploads(self) -> tuple[Upload, ...]:
        return tuple(
            Upload(name, file.filename, file.body)
            for name, files in self.request.files.items()
            for file in files
        )


def _kind(headers: HTTPHeaders) -> str:
    return headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _name(name: str) -> str:
    """The name of a value in a form that is sent as one line. Tornado takes its bytes for Latin-1."""
    return _text(name.encode("latin-1"))


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
