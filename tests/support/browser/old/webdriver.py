"""Firefox and WebKitGTK as Debian has them, driven by WebDriver's commands: by Marionette and by HTTP."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the standard has an element's number."""
EMPTY = "arguments[0].focus(); arguments[0].value = ''"
SECONDS_TO_START = 40


class Session(Protocol):
    def command(self, name: str, values: dict[str, Any]) -> Any:
        """What a command of WebDriver answers; raises RuntimeError where it fails."""
        ...


class Window:
    """A driver (driver.py) over a session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def open(self, url: str) -> None:
        self.session.command("Navigate", {"url": url})

    def back(self) -> None:
        self.session.command("Back", {})

    def resize(self, width: int, height: int) -> None:
        self.session.command("SetWindowRect", {"width": width, "height": height})
        beside = width - self.evaluate("innerWidth")
        below = height - self.evaluate("innerHeight")
        if beside > 0 or below > 0:
            bigger = {"width": width + max(0, beside), "height": height + max(0, below)}
            self.session.command("SetWindowRect", bigger)

    def evaluate(self, expression: str) -> Any:
        return self._run(f"return ({expression})")

    def click(self, selector: str) -> None:
        self.session.command("ElementClick", {"id": self._find(selector)})

    def type(self, selector: str, text: str) -> None:
        element = self._find(selector)
        self._run(EMPTY, {ELEMENT: element})
        keys = text.replace("\n", "\ue007")
        self.session.command("ElementSendKeys", {"id": element, "text": keys})

    def screenshot(self) -> bytes:
        return base64.b64decode(self.session.command("TakeScreenshot", {"full": False}))

    def pdf(self) -> bytes | None:
        try:
            return base64.b64decode(self.session.command("Print", {}))
        except RuntimeError:
            return None

    def _find(self, selector: str) -> str:
        wanted = {"using": "css selector", "value": selector}
        return str(self.session.command("FindElement", wanted)[ELEMENT])

    def _run(self, script: str, *values: Any) -> Any:
        return self.session.command("ExecuteScript", {"script": script, "args": [*values]})


class Marionette:
    """Firefox's own protocol: JSON lists with their length before them."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._file = connection.makefile("rb")
        self._count = 0
        self._answer()

    def command(self, name: str, values: dict[str, Any]) -> Any:
        self._count += 1
        said = json.dumps([0, self._count, f"WebDriver:{name}", values]).encode()
        self._connection.sendall(b"%d:%b" % (len(said), said))
        _, _, error, value = self._answer()
        if error:
            raise RuntimeError(error["message"])
        return value["value"] if isinstance(value, dict) and "value" in value else value

    def _answer(self) -> Any:
        size = b""
        while (byte := self._file.read(1)) != b":":
            size += byte
        return json.loads(self._file.read(int(size)))


PATHS = {
    "Navigate": ("POST", "url"),
    "Back": ("POST", "back"),
    "SetWindowRect": ("POST", "window/rect"),
    "ExecuteScript": ("POST", "execute/sync"),
    "FindElement": ("POST", "element"),
    "ElementClick": ("POST", "element/{id}/click"),
    "ElementSendKeys": ("POST", "element/{id}/value"),
    "TakeScreenshot": ("GET", "screenshot"),
    "Print": ("POST", "print"),
}
"""The commands used here as HTTP has them."""


class Http:
    """The protocol of WebKitWebDriver and other drivers of the standard."""

    def __init__(self, root: str, capabilities: dict[str, Any]) -> None:
        self._root = f"{root}/session"
        wanted = {"capabilities": {"alwaysMatch": capabilities}}
        self._root += f"/{self._ask('POST', '', wanted)['sessionId']}"

    def command(self, name: str, values: dict[str, Any]) -> Any:
        method, path = PATHS[name]
        return self._ask(method, "/" + path.format(**values), values)

    def end(self) -> None:
        self._ask("DELETE", "", {})

    def _ask(self, method: str, path: str, values: dict[str, Any]) -> Any:
        data = json.dumps(values).encode() if method == "POST" else None
        request = urllib.request.Request(self._root + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from None


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def connected(port: int) -> socket.socket:
    """A connection to what is being started."""
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


FIREFOX = ("firefox-esr", "firefox")


@contextmanager
def firefox(program: str, home: Path) -> Iterator[Window]:
    port = free_port()
    (home / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    with running(command, {**os.environ, "HOME": str(home)}), connected(port) as connection:
        session = Marionette(connection)
        session.command("NewSession", {})
        yield Window(session)


MINI_BROWSER = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


def mini_browser() -> Path | None:
    """WebKitGTK's own small browser, where its driver is there too."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    return next(Path("/").glob(MINI_BROWSER.lstrip("/")), None)


@contextmanager
def webkit(program: Path, home: Path) -> Iterator[Window]:
    port, display = free_port(), f":{90 + os.getpid() % 900}"
    env = {**os.environ, "HOME": str(home), "DISPLAY": display, "GDK_BACKEND": "x11",
           "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "NO_AT_BRIDGE": "1"}  # fmt: skip
    options = {"webkitgtk:browserOptions": {"binary": str(program), "args": ["--automation"]}}
    screen = ["Xvfb", display, "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    driver = ["WebKitWebDriver", f"--port={port}"]
    with running(screen, env), running(driver, env):
        connected(port).close()
        session = Http(f"http://127.0.0.1:{port}", options)
        try:
            yield Window(session)
        finally:
            with suppress(RuntimeError, OSError):
                session.end()
