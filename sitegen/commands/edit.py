"""sitegen edit: the preview of a site with forms for its entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.commands.rebuilder import ServeCallbacks
from sitegen.commands.serve import Serving, serve
from sitegen.pipeline.outcome import Clock
from sitegen.problems import Language, Report


def edit(
    root: Path,
    target: Path,
    clock: Clock,
    port: int,
    fresh_key: str,
    token: str,
    callbacks: ServeCallbacks,
    *,
    workers: int,
    time: Callable[[], str],
    commits: bool = False,
    language: Language = "zh",
) -> Report:
    """Serve the site in `root` with its editor until interrupted; the address that callbacks hear is the editor's.

    `token` must come with all that a form sends: nobody can guess it, and it is another one at each start.
    `time` gives the time of day for the list of saves; `commits` says that git gets a commit for each. Returns only where serving could not start.
    """
    from sitegen.editing.answering import Editor
    from sitegen.editing.desk import HOME, Desk
    from sitegen.editing.site_now import SiteNow, SiteStates

    states = SiteStates(root)

    def editor_of(serving: Serving) -> Editor:
        def now() -> SiteNow | None:
            state = serving.preview.state
            problems = tuple(state.report.problems)
            return states.now(serving.memory, problems, state.base_path)

        return Editor(Desk(root, language, token, time, commits), now)

    return serve(
        root,
        target,
        clock,
        port,
        fresh_key,
        callbacks,
        workers=workers,
        language=language,
        home=HOME,
        editor=lambda serving: editor_of(serving).answer,
    )
