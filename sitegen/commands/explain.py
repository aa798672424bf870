"""sitegen explain: why an output was made again, or what a problem code means."""

from __future__ import annotations

from pathlib import Path

from sitegen import kinds
from sitegen.building import details, state
from sitegen.building import manifest as manifests
from sitegen.checks.levels import settable
from sitegen.checks.registry import RULES
from sitegen.loading.nearest import nearest
from sitegen.model.types import Label
from sitegen.outputs.addresses import file_of
from sitegen.outputs.families import PARTS
from sitegen.problems import NAMES, SEVERITY_WORDS, Kind, Language
from sitegen.visible import one_line

NO_PARTS = Label("第一次生成", "made for the first time")


def explain(root: Path, target: Path, subject: str, language: Language) -> str | None:
    """What to know of the `subject`: a problem code, the path of an output in the folder `target`, or
    its address. None where it is none of them, nor close to one."""
    known = {kind.code: kind for kind in kinds.every()}
    if subject in known:
        return describe(known[subject], language)
    folder = state.folder_of(root, target)
    manifest = manifests.read(folder)
    path = subject.removeprefix(f"{target.name}/").lstrip("/")
    names = (path, file_of(path), file_of(f"{path}/"))
    name = next((name for name in names if name in manifest), None)
    if name is None:
        close = nearest(subject, [*known, *manifest])
        if close is None:
            return None
        subject, close = one_line(subject), one_line(close)
        return (
            f"没有“{subject}”，最接近的是“{close}”。\n"
            if language == "zh"
            else f"no “{subject}”; the nearest is “{close}”.\n"
        )
    number = 0 if language == "zh" else 1
    detail = details.read(folder, manifest[name].bundle or name)
    if detail is None or detail.key != manifest[name].key:
        detail = details.Detail("", (), ())
    words = {"new": NO_PARTS, **PARTS}
    # A part may have gone with an update of sitegen: then its name is all there is to say.
    reasons = [
        f"  {part}: {getattr(words.get(part, Label(part, part)), language)}"
        for part in detail.changed
    ]
    parts = [f"  {part} {digest}" for part, digest in detail.parts]
    head = ("上次重做它，是因为变了：", "It was last made because of a change in:")[number]
    none = (
        "  （内容没有变；文件缺失或被改动过，所以重做）",
        "  (nothing; the file was missing or altered)",
    )[number]
    tail = ("它由这些部分决定：", "It is decided by:")[number]
    return "\n".join([head, *(reasons or [none]), tail, *parts]) + "\n"


def describe(kind: Kind, language: Language) -> str:
    """What a kind of problem means; of a rule's, whether it can be set, and in English why it is there."""
    zh = language == "zh"
    word = SEVERITY_WORDS[language][kind.severity]
    message, fix = (kind.zh, kind.fix_zh) if zh else (kind.en, kind.fix_en)
    head = f"{kind.code}（{word}）" if zh else f"{kind.code} ({word})"
    lines = [head, f"  {_in_general(message)}", f"  {_in_general(fix)}"]
    if kind.code in settable(RULES):
        lines.append(
            f"  可在 site.yaml 里设级别：rules: {{{kind.code}: 关闭／提醒／错误}}"
            if zh
            else f"  site.yaml may set it: rules: {{{kind.code}: off, warning or error}}"
        )
    rule = next((rule for rule in RULES if kind in (*rule.kinds, *rule.fixed)), None)
    if rule is not None and not zh:
        lines += ["", *(f"  {line}".rstrip() for line in rule.explanation.splitlines())]
    return "\n".join(lines) + "\n"


def _in_general(wording: str) -> str:
    """The wording of a kind with dots for the facts of a problem: no problem is at hand."""
    every_part = wording.replace("[[", "").replace("]]", "")
    return every_part.format_map(dict.fromkeys(NAMES.findall(every_part), "…"))
