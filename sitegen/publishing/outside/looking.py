"""The look from outside: every page that has changed and a sample of the others, and how the server behaves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit

from sitegen import files
from sitegen.problems import Kind, Location, Problem
from sitegen.publishing.finished import NOT_FOUND, RELEASE
from sitegen.publishing.kinds_of_files import PACKED, is_derived, kind_of, suffix_of
from sitegen.publishing.outside import kinds
from sitegen.publishing.outside.asking import Answer, Asker, NoAnswer
from sitegen.publishing.outside.certificate import SOON, certificate_of
from sitegen.publishing.record import Record
from sitegen.publishing.server_configs.policy import FRAMES, HEADERS, SECURITY

SAMPLE = 60
"""So many files that have not changed are looked at, spread over all."""
MOST_REDIRECTS = 60
MOST_REMOVED = 60
AT_ONCE = 8
OK, GONE, MOVED = 200, (404, 410), (301, 308)
NOWHERE = "this-page-does-not-exist-f3b1/"


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the site below `url`, which is to show `record`, after `before`."""

    url: str
    record: Record
    before: Record | None
    now: datetime
    asker: Asker

    def problems(self) -> list[Problem]:
        """All that is wrong, the most important first: where there is no answer at all, nothing else."""
        try:
            home = self.asker.ask(self.url)
        except NoAnswer as error:
            return [self._problem(kinds.NO_ANSWER, self.url, cause=str(error))]
        redirects = self._redirects()
        # A server redirects a former address before it looks for the page that would lead on from it.
        wanted = [p for p in self.looked_at() if p.removesuffix("index.html") not in redirects]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            of_files = list(pool.map(self._file, wanted))
            of_removed = list(pool.map(self._removed, self._gone()))
            of_redirects = list(pool.map(self._redirect, list(redirects.items())[:MOST_REDIRECTS]))
        found = [
            *filter(None, of_files),
            *filter(None, of_removed),
            *self._not_found(),
            *filter(None, of_redirects),
            *self._headers(home),
            *self._packed(),
            *self._secure(),
        ]
        return found

    def looked_at(self) -> list[str]:
        """The paths of the files that are asked for: all that changed, and a sample of the others."""
        old = self.before.files if self.before is not None else {}
        listed = [path for path in self.record.files if self._is_shown(path)]
        changed = [
            path
            for path in listed
            if path not in old or old[path].sha256 != self.record.files[path].sha256
        ]
        if self.before is None:
            changed = []
        others = [path for path in listed if path not in set(changed)]
        step = max(1, len(others) // SAMPLE)
        return [*changed, *others[::step]]

    def _is_shown(self, path: str) -> bool:
        """Whether visitors can ask for a file: not for packed forms, nor for settings of the server."""
        name = path.rpartition("/")[2]
        is_setting = path in ("web.config", "_headers", "_redirects") or name.startswith(".")
        return not (is_setting or (is_derived(path) and not kind_of(path).immutable))

    def _address(self, path: str) -> str:
        """Where visitors get a file: a page by its folder."""
        if path.endswith("index.html"):
            path = path.removesuffix("index.html")
        return self.url + quote(path)

    def _file(self, path: str) -> Problem | None:
        url, file = self._address(path), self.record.files[path]
        answer, failed = self._asked(url)
        if answer is None:
            return failed
        if answer.status != OK and path != NOT_FOUND:
            return self._problem(kinds.STATUS, url, actual=str(answer.status), wanted=str(OK))
        sha256 = files.digest(answer.body)
        if sha256 == file.sha256:
            return None
        old = self.before.files.get(path) if self.before is not None else None
        is_old = old is not None and old.sha256 == sha256
        return self._problem(kinds.OLD if is_old else kinds.OTHER, url)

    def _gone(self) -> list[str]:
        old = self.before.files if self.before is not None else {}
        gone = [p for p in old if p not in self.record.all_files and self._is_shown(p)]
        return gone[:MOST_REMOVED]

    def _removed(self, path: str) -> Problem | None:
        url = self._address(path)
        answer, failed = self._asked(url)
        if answer is None:
            return failed
        return self._problem(kinds.STILL_THERE, url) if answer.status == OK else None

    def _redirects(self) -> Mapping[str, str]:
        """Where former addresses lead, in release.json as the server shows it."""
        answer, _ = self._asked(self.url + RELEASE)
        if answer is None or files.digest(answer.body) != self.record.files[RELEASE].sha256:
            return {}
        redirects: Mapping[str, str] = json.loads(answer.body).get("redirects", {})
        return redirects

    def _redirect(self, pair: tuple[str, str]) -> Problem | None:
        url, wanted = self.url + quote(pair[0]), self.url + quote(pair[1])
        answer, failed = self._asked(url)
        if answer is None:
            return failed
        leads_to = urljoin(url, answer.headers.get("location", ""))
        if answer.status in MOVED and urlsplit(leads_to).path == urlsplit(wanted).path:
            return None
        return self._problem(kinds.REDIRECT, url, wanted=wanted, actual=str(answer.status))

    def _not_found(self) -> Iterator[Problem]:
        url = self.url + NOWHERE
        answer, failed = self._asked(url)
        if answer is None:
            yield from [failed] if failed else []
        elif answer.status not in GONE:
            yield self._problem(kinds.STATUS, url, actual=str(answer.status), wanted="404")
        else:
            own = self.record.files.get(NOT_FOUND)
            if own is not None and files.digest(answer.body) != own.sha256:
                yield self._problem(kinds.NOT_FOUND_PAGE, url)

    def _headers(self, home: Answer) -> Iterator[Problem]:
        wanted = (*HEADERS, ("Cache-Control", kind_of("index.html").cache_control))
        for header, value in wanted:
            yield from self._header(self.url, home, header, value)
        policy = home.headers.get(SECURITY.lower(), "")
        if FRAMES.partition(" ")[0] not in policy:
            facts = {"header": SECURITY, "wanted": FRAMES}
            yield self._problem(kinds.HEADER, self.url, **facts, actual=policy)
        asset = next((path for path in self.record.files if kind_of(path).immutable), None)
        if asset is not None:
            url = self._address(asset)
            answer, _ = self._asked(url)
            if answer is not None:
                value = kind_of(asset).cache_control
                yield from self._header(url, answer, "Cache-Control", value)

    def _header(self, url: str, answer: Answer, header: str, wanted: str) -> Iterator[Problem]:
        actual = answer.headers.get(header.lower(), "")
        if actual.lower() != wanted.lower():
            yield self._problem(kinds.HEADER, url, header=header, wanted=wanted, actual=actual)

    def _packed(self) -> Iterator[Problem]:
        path = max(
            (
                path
                for path in self.record.files
                if suffix_of(path) in PACKED and self._is_shown(path)
            ),
            key=lambda path: self.record.files[path].size,
        )
        url = self._address(path)
        answer, _ = self._asked(url, "gzip, br")
        if answer is not None and not answer.encoding:
            yield self._problem(kinds.NOT_PACKED, url)
        elif answer is not None and files.digest(answer.body) != self.record.files[path].sha256:
            yield self._problem(kinds.OTHER, url)

    def _secure(self) -> Iterator[Problem]:
        parts = urlsplit(self.url)
        if parts.scheme != "https":
            return
        try:
            ends, distrust = certificate_of(self.url)
        except NoAnswer as error:
            ends, distrust = None, str(error)
        if distrust:
            yield self._problem(kinds.NO_ANSWER, self.url, cause=distrust)
        if ends is not None:
            yield from self._ending(parts.hostname or "", ends)
        if parts.port in (None, 443):
            plain = f"http://{parts.hostname}{parts.path}"
            answer, _ = self._asked(plain)
            if answer is not None and not answer.headers.get("location", "").startswith("https:"):
                yield self._problem(kinds.PLAIN_HTTP, plain, actual=str(answer.status))

    def _ending(self, host: str, ends: datetime) -> Iterator[Problem]:
        days = (ends - self.now).days
        if days < SOON:
            facts = {"host": host, "day": ends.date().isoformat(), "days": str(days)}
            yield Problem(kinds.CERTIFICATE, Location(self.url), facts)

    def _asked(self, url: str, accept: str = "identity") -> tuple[Answer | None, Problem | None]:
        try:
            return self.asker.ask(url, accept), None
        except NoAnswer as error:
            return None, self._problem(kinds.NO_ANSWER, url, cause=str(error))

    def _problem(self, kind: Kind, url: str, **facts: str) -> Problem:
        return Problem(kind, Location(url), {"url": url, **facts})
