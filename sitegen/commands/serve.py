"""sitegen serve: a preview on this machine that builds and reloads when a file is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.building import state
from sitegen.commands.rebuilder import Rebuilder, ServeCallbacks
from sitegen.pipeline.outcome import Clock
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Kind, Language, Location, Problem, Report, Severity

if TYPE_CHECKING:
    from sitegen.editing.requests import EditAnswer, EditRequest
    from sitegen.serving.preview import Preview

PORT_TAKEN = Kind(
    "serve.port-taken",
    Severity.ERROR,
    zh="端口 {port} 正被别的程序使用，可能是另一个预览[[；端口 {free} 空着]]",
    en="port {port} is in use by another program, perhaps another preview[[; {free} is free]]",
    fix_zh="结束那个程序[[，或换一个端口：sitegen serve --port {free}]]",
    fix_en="end that program[[ or use the free port: sitegen serve --port {free}]]",
)


class Serving(NamedTuple):
    """A preview that runs, and what its builds leave for the next."""

    preview: Preview
    memory: PreviewMemory


def serve(
    root: Path,
    target: Path,
    clock: Clock,
    port: int,
    fresh_key: str,
    callbacks: ServeCallbacks,
    *,
    workers: int,
    strict: bool = False,
    language: Language = "zh",
    home: str = "",
    editor: Callable[[Serving], Callable[[EditRequest], EditAnswer]] | None = None,
) -> Report:
    """Serve the site in `root`, built into `target`, until interrupted.

    `fresh_key` is a key that nobody can guess, for a site that has none yet. `editor` makes what answers below
    `home`, the address that is then told instead of that of the home page.
    Returns only where serving could not start: the report says why.
    """
    from sitegen.rendering.templates import theme_folder
    from sitegen.serving import access, server
    from sitegen.serving.preview import Preview, base_path

    report = Report()
    try:
        sockets = server.bind(port)
    except server.Taken as taken:
        facts = {"port": str(port), "free": str(taken.free or "")}
        report.add([Problem(PORT_TAKEN, Location("127.0.0.1"), facts)])
        return report
    key = _key(root, fresh_key)
    url = f"http://127.0.0.1:{server.port_of(sockets)}{home or base_path(root, '/')}"
    callbacks.on_address(access.address(url, key))
    rebuilder = Rebuilder(root, target, clock, callbacks, workers=workers, strict=strict)
    preview = Preview(
        root,
        target,
        rebuilder.on_save,
        rebuilder.on_idle,
        run=str(clock.now()),
        key=key,
        language=language,
        shown=rebuilder.on_shown,
    )
    answers = editor(Serving(preview, rebuilder.memory)) if editor is not None else None
    server.run(preview, theme_folder(), sockets, answers)
    return report


def _key(root: Path, fresh: str) -> str:
    """The key of the site's preview, kept in its state folder."""
    from sitegen.serving import access

    path = root / state.FOLDER / "preview.json"
    kept = state.read_json(path)
    if access.is_key(kept):
        return str(kept)
    if (root / "site.yaml").is_file():
        state.write_json(path, fresh)
    return fresh
