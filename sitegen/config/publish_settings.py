"""Where a site is published: the targets that site.yaml names. No secret ever stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from sitegen.loading.document import FieldPath
from sitegen.model.faults import NOT_AN_ADDRESS, fault
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.number_types import whole
from sitegen.model.types import ADDRESS, Label, Line, YesNo, choice, is_web_address, scalar
from sitegen.model.value_forms import Reads
from sitegen.problems import Kind, Severity

KINDS = {
    "folder": Label("文件夹", "folder"),
    "ssh": Label("SSH 服务器", "SSH server"),
    "s3": Label("对象存储", "object store"),
    "git": Label("git 分支", "git branch"),
    "zip": Label("压缩包", "zip"),
    "fragments": Label("片段", "fragments"),
}
SERVER_FILES = {
    "none": Label("无", "none"),
    "htaccess": Label("Apache .htaccess", "Apache .htaccess"),
    "iis": Label("IIS web.config", "IIS web.config"),
    "headers": Label("_headers 和 _redirects", "_headers and _redirects"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "folder": ("path",),
    "ssh": ("host", "path"),
    "s3": ("bucket",),
    "git": ("repository",),
    "zip": ("path",),
    "fragments": ("path",),
}
"""The settings that a kind of target cannot do without."""
FOR: Mapping[str, tuple[str, ...]] = {
    "url": ("folder", "ssh", "s3", "git"),
    "packed": ("folder", "ssh"),
    "server_files": ("folder", "ssh", "git", "zip"),
    "path": ("folder", "ssh", "zip", "fragments"),
    "host": ("ssh",),
    "port": ("ssh",),
    "user": ("ssh",),
    "key_file": ("ssh",),
    "known_hosts": ("ssh",),
    "bucket": ("s3",),
    "prefix": ("s3",),
    "endpoint": ("s3",),
    "region": ("s3",),
    "addressing": ("s3",),
    "secrets_file": ("s3",),
    "repository": ("git",),
    "branch": ("git",),
    "part_megabytes": ("zip",),
}
"""The kinds of targets for which a setting means something; those that are not named here are for all."""
LACKING = Kind(
    "publish.lacking",
    Severity.ERROR,
    zh="发布目标“{target}”（kind: {kind}）没有写 {field}",
    en="the target “{target}” (kind: {kind}) has no {field}",
    fix_zh="在 site.yaml 的 publish 下补上；每一项的意思见 docs/fields.md",
    fix_en="add it under publish in site.yaml; docs/fields.md says what each setting means",
)
NOT_OF_KIND = Kind(
    "publish.not-of-this-kind",
    Severity.ERROR,
    zh="发布目标“{target}”的 kind 是 {kind}，{field} 对它没有意义；用得上它的是 {kinds}",
    en="the target “{target}” is of kind {kind}, for which {field} means nothing; it is for {kinds}",
    fix_zh="删去这一项，或改 kind",
    fix_en="remove it, or change the kind",
)
ADDRESSING = {
    "path": Label("路径", "path"),
    "host": Label("主机", "host"),
}


def _server(value: Any) -> str:
    text = scalar(value)
    if not is_web_address(text) or "@" in text or not _has_good_port(text):
        raise fault(NOT_AN_ADDRESS, value=text)
    return text


def _has_good_port(address: str) -> bool:
    """Whether the port of an address is one, where it has any."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


ServerAddress = Annotated[str, Reads(_server, form=ADDRESS)]
"""An address that the operator's own programs open: its host may be internal, a number, or have a port."""


class PublishTarget(Record):
    """A place where the site is put. Keys and passwords are never written here."""

    kind: Annotated[str, *choice("site.publish.kind", KINDS, closed=True)] = field(
        "种类", "Kind", "folder、ssh、s3、git、zip、fragments", "kind of target", default=REQUIRED
    )
    url: ServerAddress | None = field(
        "网址",
        "Address",
        "发布以后从外面看的网址，用来核对（folder、ssh、s3、git）",
        "where it is seen from outside, for the check afterwards (folder, ssh, s3, git)",
    )
    keep: Annotated[int, whole(1, 100)] = field(
        "保留几个版本",
        "Releases kept",
        "默认 5；七天以内的都留着",
        "5 if not set; all that are younger than seven days stay",
        default=5,
    )
    packed: YesNo = field(
        "预压缩",
        "Packed",
        "另放 .gz 和 .br，服务器直接送出；默认是（folder 和 ssh）",
        "also .gz and .br, which servers send as they are; yes if not set (folder and ssh)",
        default=True,
    )
    server_files: Annotated[str, *choice("site.publish.server_files", SERVER_FILES)] = field(
        "服务器文件",
        "Server files",
        "一起放上的服务器设置：无、htaccess、iis、headers（folder、ssh、git、zip）",
        "settings of the server that are put with the site: none, htaccess, iis, headers (folder, ssh, git, zip)",
        default="none",
    )
    path: Line | None = field(
        "文件夹",
        "Folder",
        "放在哪里；folder、zip、fragments 可以写相对站点的路径",
        "where it is put; of folder, zip and fragments it may be relative to the site",
    )
    host: Line | None = field(
        "主机",
        "Host",
        "SSH 服务器，或 ssh 配置里的名字",
        "of the SSH server, or its name in ssh's config",
    )
    port: Annotated[int, whole(1, 65535)] | None = field("端口", "Port", "默认 22", "22 if not set")
    user: Line | None = field("用户", "User", "登录用的用户名", "the name to log in with")
    key_file: Line | None = field(
        "密钥文件",
        "Key file",
        "站点以外的私钥文件；不写则用 SSH agent",
        "a private key outside the site; else the SSH agent",
    )
    known_hosts: Line | None = field(
        "认识的主机",
        "Known hosts",
        "认识的主机；默认用户自己的",
        "known hosts; those of the user if not set",
    )
    bucket: Line | None = field("存储桶", "Bucket", "对象存储的桶", "of the object store")
    prefix: Line | None = field(
        "前缀", "Prefix", "桶里的哪个目录，默认根", "folder in the bucket; its root if not set"
    )
    endpoint: ServerAddress | None = field(
        "服务地址",
        "Endpoint",
        "如 https://oss-cn-qingdao.aliyuncs.com",
        "such as https://oss-cn-qingdao.aliyuncs.com",
    )
    region: Line | None = field(
        "地域",
        "Region",
        "如 cn-qingdao；OSS、COS、OBS 的默认从服务地址里看出",
        "such as cn-qingdao; of OSS, COS and OBS it is seen from the endpoint if not set",
    )
    addressing: Annotated[str, *choice("site.publish.addressing", ADDRESSING)] = field(
        "桶的写法",
        "Addressing",
        "桶写在路径里还是主机名里；默认 host",
        "the bucket in the path, or in the host name; host if not set",
        default="host",
    )
    secrets_file: Line | None = field(
        "密钥文件",
        "Secrets file",
        "站点以外的文件，AWS 的 credentials 格式；不写则读环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY",
        "a file outside the site in the form of AWS credentials; else the variables AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY of the environment",
    )
    repository: Line | None = field(
        "仓库", "Repository", "git 仓库的地址", "address of the git repository"
    )
    branch: Line = field("分支", "Branch", "默认 pages", "pages if not set", default="pages")
    part_megabytes: Annotated[int, whole(1, 10_000)] | None = field(
        "每包大小",
        "Part size",
        "超过多少兆就分成几包",
        "beyond so many megabytes there are several zips",
    )


def faults(
    targets: Mapping[str, PublishTarget],
) -> Iterator[tuple[Kind, FieldPath, dict[str, str]]]:
    """(kind, path, facts) of settings that a target lacks, or that mean nothing for its kind."""
    for name, target in targets.items():
        facts = {"target": name, "kind": target.kind}
        for needed in NEEDED[target.kind]:
            if not getattr(target, needed):
                yield LACKING, ("publish", name), {**facts, "field": needed}
        for given in sorted(target.model_fields_set & FOR.keys()):
            if target.kind not in FOR[given]:
                more = {"field": given, "kinds": "、".join(FOR[given])}
                yield NOT_OF_KIND, ("publish", name, given), {**facts, **more}
