"""Which target a command is about, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.building import state
from sitegen.config.publish_settings import PublishTarget
from sitegen.loading.nearest import nearest
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.publishing.target import Target, at
from sitegen.publishing.targets.folder import FolderTarget
from sitegen.publishing.targets.git import GitTarget
from sitegen.publishing.targets.openssh import Ssh
from sitegen.publishing.targets.s3 import S3Target
from sitegen.publishing.targets.s3_client import S3Place, secrets_in, secrets_of
from sitegen.publishing.targets.ssh import SshTarget
from sitegen.publishing.targets.zip_file import ZipTarget

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
NO_SECRETS_FILE = Kind(
    "publish.no-secrets-file",
    Severity.ERROR,
    zh="“{target}”的密钥文件读不了：{cause}",
    en="the file with the secrets of “{target}” cannot be read: {cause}",
    fix_zh="检查 site.yaml 里 secrets_file 写的位置",
    fix_en="look at the place that secrets_file in site.yaml names",
)
FOLDER = f"{state.FOLDER}/publish"
"""What publishing keeps in a site's folder."""


def chosen(
    targets: Mapping[str, PublishTarget], name: str | None, *, command: str, site: str
) -> tuple[str, PublishTarget]:
    """The target of this name, or the only one. Raises Mistaken where that is none."""
    place = Location("site.yaml", field="publish")
    names = "、".join(targets)
    if not targets:
        example = f"publish: {{production: {{kind: folder, path: /srv/www/{site}}}}}"
        raise Mistaken(Problem(NO_TARGETS, place, {"example": example}))
    if name is None:
        if len(targets) > 1:
            facts = {"names": names, "example": f"sitegen {command} {next(iter(targets))}"}
            raise Mistaken(Problem(WHICH, place, facts))
        return next(iter(targets.items()))
    if name not in targets:
        facts = {"name": name, "choices": names, "nearest": nearest(name, targets) or ""}
        raise Mistaken(Problem(UNKNOWN, place, facts))
    return name, targets[name]


def opened(
    name: str, settings: PublishTarget, root: Path, environment: Mapping[str, str]
) -> Target:
    """The target that these settings describe; relative paths start at the site's folder.

    `environment` has the secrets of object stores, and what git needs. Raises Mistaken where a file of secrets cannot
    be read.
    """
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
    if settings.kind == "s3":
        place = S3Place(
            str(settings.bucket),
            settings.prefix or "",
            settings.endpoint or "",
            settings.region or "",
            settings.addressing,
        )
        return S3Target(name, place, _secrets(name, settings, environment))
    if settings.kind == "git":
        folder = root / FOLDER / "git" / name
        return GitTarget(name, str(settings.repository), settings.branch, folder, environment)
    path = root / Path(str(settings.path)).expanduser()
    if settings.kind == "zip":
        return ZipTarget(name, path, settings.part_megabytes)
    return FolderTarget(name, path)


def _secrets(
    name: str, settings: PublishTarget, environment: Mapping[str, str]
) -> Mapping[str, str]:
    if not settings.secrets_file:
        return secrets_of(environment)
    try:
        return secrets_in(Path(settings.secrets_file).expanduser())
    except OSError as error:
        facts = {"target": name, "cause": f"{settings.secrets_file}: {error.strerror or error}"}
        raise Mistaken(Problem(NO_SECRETS_FILE, at(name), facts)) from error
