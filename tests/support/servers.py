"""Real web servers with a configuration of ours, on a free port of this machine, and requests to them.

Each is an ordinary process in the foreground; all it writes goes into one folder, and it ends with the test.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS = 15
PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
APACHE_MODULES = Path("/usr/lib/apache2/modules")
NGINX = """\
{modules}
{user}
worker_processes 1;
daemon off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include example.conf;
}}
"""
APACHE = """\
ServerRoot "{folder}"
PidFile apache.pid
ErrorLog error.log
Mutex file:{folder}
Listen 127.0.0.1:{port}
ServerName test.example
{modules}
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage br .br
<FilesMatch "^\\.ht">
    Require all denied
</FilesMatch>
"""
APACHE_LOADED = (
    *("mpm_event", "authz_core", "mime", "dir", "alias", "autoindex", "negotiation"),
    *("filter", "deflate", "headers", "rewrite"),
)
SHARED_HOST = """\
<VirtualHost *:80>
    {place}
    <Directory "{root}/">
        AllowOverride FileInfo Indexes Options=Indexes,MultiViews
        Require all granted
        Options +Indexes +MultiViews +FollowSymLinks
    </Directory>
</VirtualHost>
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    """By their names in lower case; values of one name are joined with commas."""
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs, asked by the name of a host."""

    port: int
    host: str

    def get(self, path: str, **headers: str) -> Answer:
        """The answer to a request for `path`; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            sent = {"Host": self.host, "Accept-Encoding": "identity", **headers}
            connection.request("GET", path, headers=sent)
            answer = connection.getresponse()
            named: dict[str, str] = {}
            for name, value in answer.getheaders():
                key = name.lower()
                named[key] = f"{named[key]}, {value}" if key in named else value
            return Answer(answer.status, named, answer.read())
        finally:
            connection.close()


Start = Callable[[Path], AbstractContextManager[Server]]
"""Runs nginx that shows a folder as the domain of a small site."""


def program(name: str) -> str | None:
    """Where a server's program is, None where this machine has none."""
    return shutil.which(name, path=PLACES)


def lacking(form: str) -> str:
    """What this machine lacks to run the configuration of this form, "" where nothing."""
    name = {"nginx-brotli": "nginx", "apache": "apache2", "htaccess": "apache2"}.get(form, form)
    if program(name) is None:
        return name
    return (
        "libnginx-mod-http-brotli-static" if form == "nginx-brotli" and not BROTLI.exists() else ""
    )


@contextmanager
def running(form: str, folder: Path, root: Path, base_path: str, config: str) -> Iterator[int]:
    """Run the server of this form in `folder`; gives its port.

    The files lie in `root`, which is the root that `config` names. That of a .htaccess lies there as well.
    """
    folder.mkdir(exist_ok=True)
    port = _free_port()
    if form.startswith("nginx"):
        command = _nginx(folder, config, port, brotli=form == "nginx-brotli")
    elif form == "caddy":
        command = _caddy(folder, config, port)
    else:
        if form == "htaccess":
            below = base_path.rstrip("/")
            place = f'Alias "{below}" "{root}"' if below else f'DocumentRoot "{root}"'
            config = SHARED_HOST.format(place=place, root=root)
        command = _apache(folder, config, port)
    # As root, Apache hands the work to a user who has to see the files: it begins as that user.
    other = {"user": "nobody", "group": "nogroup"} if "apache" in command[0] and _is_root() else {}
    if other:
        shutil.chown(folder, **other)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=(folder / "said.log").open("wb"),
        **other,  # type: ignore[call-overload]
    )
    try:
        _wait(process, port, folder)
        yield port
    finally:
        process.terminate()
        process.wait(SECONDS)


def _nginx(folder: Path, config: str, port: int, *, brotli: bool) -> list[str]:
    assert config.count("listen 80;") == config.count("listen [::]:80;") == 1
    config = config.replace("listen [::]:80;", "").replace(
        "listen 80;", f"listen 127.0.0.1:{port};"
    )
    (folder / "example.conf").write_text(config, "utf-8")
    modules = f"load_module {BROTLI};" if brotli else ""
    # As root it would hand the work to a user who may not read the folders of tests.
    user = "user root;" if _is_root() else ""
    (folder / "nginx.conf").write_text(NGINX.format(modules=modules, user=user), "utf-8")
    return [str(program("nginx")), "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]


def _caddy(folder: Path, config: str, port: int) -> list[str]:
    address = re.search(r"^\S+ \{$", config, re.MULTILINE)
    assert address is not None
    config = config.replace(address[0], f"http://:{port} {{\n\tbind 127.0.0.1", 1)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{config}", "utf-8")
    return [
        str(program("caddy")),
        "run",
        "--config",
        str(folder / "Caddyfile"),
        "--adapter",
        "caddyfile",
    ]


def _apache(folder: Path, config: str, port: int) -> list[str]:
    assert config.count("<VirtualHost *:80>") == 1
    modules = "\n".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in APACHE_LOADED
    )
    head = APACHE.format(folder=folder, port=port, modules=modules)
    host = config.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>")
    (folder / "apache.conf").write_text(head + host, "utf-8")
    return [str(program("apache2")), "-DFOREGROUND", "-f", str(folder / "apache.conf")]


def _is_root() -> bool:
    return os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.log"))]
    raise AssertionError("the server does not answer:\n" + "\n".join(said))
