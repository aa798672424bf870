"""The forms in which the configuration of a server can be written, by the names that commands know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.publishing.finished import FinishedSite
from sitegen.publishing.server_configs import apache, caddy, hosts, iis, nginx
from sitegen.publishing.server_configs.policy import Policy

WRITERS: Mapping[str, Callable[[FinishedSite, Policy], str]] = {
    "nginx": lambda _, policy: nginx.write(policy),
    "nginx-brotli": lambda _, policy: nginx.write(policy, brotli=True),
    "apache": lambda _, policy: apache.write_host(policy),
    "htaccess": lambda _, policy: apache.write_htaccess(policy),
    "caddy": lambda _, policy: caddy.write(policy),
    "iis": iis.write,
    "headers": hosts.write_headers,
    "redirects": lambda _, policy: hosts.write_redirects(policy),
}
