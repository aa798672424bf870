"""Which target a command is about, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.config.publish_settings import PublishTarget
from sitegen.loading.nearest import nearest
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.publishing.target import Target
from sitegen.publishing.targets.folder import FolderTarget
from sitegen.publishing.targets.openssh import Ssh
from sitegen.publishing.targets.ssh import SshTarget

NO_TARGETS = Kind(
    "publish.no-targets",
    Severity.ERROR,
    zh="site.yaml 里没有写发布到哪里",
    en="site.yaml does not say where the site is published",
    fix_zh="加上一段，如 {example}",
    fix_en="add such as {example}",
)
WHICH = Kind(
    "publish.which-target",
    Severity.ERROR,
    zh="有几个发布目标：{names}，没有说是哪一个",
    en="there are several targets: {names}; it is not said which is meant",
    fix_zh="写上名称，如 {example}",
    fix_en="name one, such as {example}",
)
UNKNOWN = Kind(
    "publish.unknown-target",
    Severity.ERROR,
    zh="没有发布目标“{name}”[[，最接近的是“{nearest}”]]",
    en="there is no target “{name}”[[; the nearest is “{nearest}”]]",
    fix_zh="site.yaml 的 publish 里有：{choices}",
    fix_en="publish in site.yaml has: {choices}",
)


def chosen(
    targets: Mapping[str, PublishTarget], name: str | None, *, command: str, site: str
) -> tuple[str, PublishTarget]:
    """The target of this name, or the only one. Raises Mistaken where that is none."""
    at = Location("site.yaml", field="publish")
    names = "、".join(targets)
    if not targets:
        example = f"publish: {{production: {{kind: folder, path: /srv/www/{site}}}}}"
        raise Mistaken(Problem(NO_TARGETS, at, {"example": example}))
    if name is None:
        if len(targets) > 1:
            facts = {"names": names, "example": f"sitegen {command} {next(iter(targets))}"}
            raise Mistaken(Problem(WHICH, at, facts))
        return next(iter(targets.items()))
    if name not in targets:
        facts = {"name": name, "choices": names, "nearest": nearest(name, targets) or ""}
        raise Mistaken(Problem(UNKNOWN, at, facts))
    return name, targets[name]


def opened(name: str, settings: PublishTarget, root: Path) -> Target:
    """The target that these settings describe; relative paths start at the site's folder."""
    if settings.kind == "ssh":
        way = Ssh(
            name,
            str(settings.host),
            settings.user or "",
            settings.port,
            settings.key_file or "",
            settings.known_hosts or "",
        )
        return SshTarget(name, str(settings.path), way)
    assert settings.kind == "folder"
    return FolderTarget(name, root / str(settings.path))
