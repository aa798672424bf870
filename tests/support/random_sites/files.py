"""The files of a site made of independent choices: whatever is chosen, the content is valid."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.support.basic_site import REPOSITORY
from tests.support.random_sites.choices import (
    ANNOUNCEMENTS,
    ENTRIES,
    OVERRIDES,
    SITE,
    TREES,
    Chosen,
)

THEME = REPOSITORY / "templates"
COLUMNS = ("row", "subject", "level", "number", "as_published", "valid_until", "review_due")
LINK = re.compile(r"\[([^\]]*)\]\((@\w+)\)")
IMAGE = re.compile(r"!\[[^\]]*\]\(media:([\w./]+)\)")
MEDIA = ("pear.svg", "dot.png", "shots/pear.jpg")
GONE = object()


def files_of(chosen: Chosen) -> dict[str, bytes]:
    """The files of the site that was chosen; its as-of date and generator are no files."""
    files = {"site.yaml": _site(chosen)}
    for collection in TREES:
        here = [name for name in chosen[f"{collection} order"] if chosen[f"{name} present"]]
        rows = [f"{name}: {_dump(_fields(chosen, name))}\n" for name in here]
        files[f"content/{collection}.yaml"] = "".join(rows)
    for name, (collection, _) in ENTRIES.items():
        if collection not in TREES and chosen[f"{name} present"]:
            lines = [f"{key}: {_dump(value)}\n" for key, value in _fields(chosen, name).items()]
            text = f"---\n{''.join(lines)}---\n\n{_body(chosen, name)}\n"
            files[f"content/{_key(chosen, name).replace(':', '/')}.md"] = text
    for name in ANNOUNCEMENTS:
        files |= _announcement(chosen, name)
    for path in OVERRIDES:
        if chosen[f"theme {path}"] is not None:
            before, after = chosen[f"theme {path}"]
            text = (THEME / path).read_text("utf-8") if (THEME / path).exists() else ""
            files[f"templates/{path}"] = text.replace(before, after) if before else text + after
    if chosen["locale zh-Hans"]:
        files["templates/locale/zh-Hans.po"] = chosen["locale zh-Hans"]
    media = {name: chosen[f"media {name}"] for name in MEDIA}
    return {path: text.encode() for path, text in files.items() if text} | {
        f"content/media/{name}": data for name, data in media.items() if data is not None
    }


def _site(chosen: Chosen) -> str:
    settings = {key: _resolve(chosen, chosen[f"site {key}"]) for key in SITE if " " not in key}
    settings |= {
        "id": "random",
        "description": "一个随机的站。",
        "keeper": "编辑部",
        "permanent_url": "https://test.example/",
        "collections": {
            "gi": {
                "fields": {
                    **{name: {"label": name} for name in chosen["site own fields"]},
                    "since": {"label": "起", "type": "date"},
                }
            },
            "brands": {"choices": {"kind": {"yard": chosen["site own choices"]}}},
        },
    }
    written = {key: value for key, value in settings.items() if value not in (None, GONE)}
    return "".join(f"{key}: {_dump(value)}\n" for key, value in written.items())


def _fields(chosen: Chosen, name: str) -> dict[str, Any]:
    """The fields of an entry as written; those that refer to what is absent are left out."""
    prefix = f"{name} "
    found = {}
    for choice, value in chosen.items():
        key = choice.removeprefix(prefix)
        if choice.startswith(prefix) and key not in ("present", "id", "body"):
            resolved = _resolve(chosen, value)
            if resolved not in (None, GONE, []):
                found[key] = resolved.format(name) if key == "former_urls" else resolved
    return found


def _body(chosen: Chosen, name: str) -> str:
    def link(found: re.Match[str]) -> str:
        target = _resolve(chosen, found[2])
        return found[1] if target is GONE else f"[{found[1]}]({target})"

    def image(found: re.Match[str]) -> str:
        return "" if chosen[f"media {found[1]}"] is None else found[0]

    return IMAGE.sub(image, LINK.sub(link, chosen[f"{name} body"]))


def _key(chosen: Chosen, name: str) -> str:
    return f"{ENTRIES[name][0]}:{name}{chosen.get(f'{name} id', '')}"


def _resolve(chosen: Chosen, value: Any) -> Any:
    """The value with `@name` replaced by a reference, `@=name` by the name of the entry; GONE where
    what it needs is absent."""
    if isinstance(value, str) and value.startswith("@="):
        name = value[2:]
        return chosen[f"{name} name"] if chosen[f"{name} present"] else GONE
    if isinstance(value, str) and value.startswith("@"):
        name = value[1:]
        return _key(chosen, name) if chosen[f"{name} present"] else GONE
    if isinstance(value, list):
        members = [_resolve(chosen, member) for member in value]
        return [member for member in members if member is not GONE]
    if isinstance(value, dict):
        if "file" in value and chosen[f"media {value['file']}"] is None:
            return GONE
        members = {key: _resolve(chosen, member) for key, member in value.items()}
        return GONE if GONE in members.values() else members
    return value


def _announcement(chosen: Chosen, name: str) -> dict[str, str]:
    scheme = _resolve(chosen, chosen[f"{name} scheme"])
    rows = [
        {"row": row, "subject": _resolve(chosen, subject), **more}
        for row, subject, more in chosen[f"{name} rows"]
    ]
    rows = [row for row in rows if row["subject"] is not GONE]
    if scheme is GONE or not rows:
        return {}
    path = f"content/recognitions/{name}"
    tabled = chosen[f"{name} table"]
    fields = {
        "scheme": scheme,
        "announced": chosen[f"{name} announced"],
        "document": f"公告第{name}号",
        "number_slug": f"no-{name}",
        "rows": f"{name}.csv" if tabled else rows,
    }
    if chosen[f"{name} history"]:
        fields["history"] = [{"row": rows[0]["row"], **chosen[f"{name} history"]}]
    files = {f"{path}.yaml": "".join(f"{key}: {_dump(v)}\n" for key, v in fields.items())}
    if tabled:
        lines = [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
        files[f"{path}.csv"] = "\n".join([",".join(COLUMNS), *lines]) + "\n"
    return files


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
