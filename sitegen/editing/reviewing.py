"""The three steps before an entry is public (三审三校): who drafted, checked and approved it, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from sitegen.editing import entry_files, pages
from sitegen.editing.desk import HOME, Desk
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.field_saves import save_fields
from sitegen.editing.requests import EditAnswer, EditRequest, redirect
from sitegen.editing.site_now import SiteNow
from sitegen.loading.document import Tree
from sitegen.model.review_steps import DAYS, FIELD, REVIEWED, STEPS, Step, next_step
from sitegen.model.validate import without_blanks

WORDS: Final[Mapping[Step, str]] = {"drafted": "起草", "checked": "复核", "approved": "审定"}
DONE: Final[Mapping[Step, str]] = {
    "drafted": "我写好了",
    "checked": "我复核过了",
    "approved": "我审定，可以公开",
}


class ReviewStep(NamedTuple):
    """A step with who did it and when, "" where nobody has."""

    word: str
    name: str
    day: str


def steps_of(desk: Desk, review: object) -> list[ReviewStep]:
    """The steps of a review as its entry has them written."""
    written = review if isinstance(review, Mapping) else {}
    return [
        ReviewStep(
            desk.say(WORDS[step]), str(written.get(step, "")), str(written.get(DAYS[step], ""))
        )
        for step in STEPS
    ]


def answer(
    desk: Desk, site: SiteNow, request: EditRequest, collection: str, identifier: str
) -> EditAnswer:
    """The page with the steps, and what comes of a button on it."""
    entry, _ = entry_files.read(desk.root, site.options, collection, identifier)
    if entry is None or entry.elsewhere or collection not in REVIEWED:
        return pages.message(desk, 404, desk.say("没有这个条目"))
    if request.method != "POST":
        return _page(desk, entry)
    sent = dict(request.pairs)
    old = entry.tree.get(FIELD)
    review: dict[str, Tree] = dict(old) if isinstance(old, dict) else {}
    step = next_step(review)
    if sent.get("do") == "back":
        review = {name: review.get(name, "") for name in ("drafted", DAYS["drafted"])}
    elif step is not None and sent.get("do") == step:
        who = sent.get("who", "").strip()
        if not who:
            return _page(desk, entry, desk.say("写上您的姓名"), 422)
        if who in (str(review.get(other, "")) for other in STEPS):
            return _page(
                desk, entry, desk.say("这一步要换一个人：{who} 已经做过一步", who=who), 422
            )
        review[step], review[DAYS[step]] = who, desk.time()[:10]
    else:
        return _page(desk, entry, desk.say("这一步刚刚有人做了"), 409)
    value: Tree = without_blanks(review) or ""
    changes: dict[str, Tree] = {FIELD: value}
    if step == "approved" and sent.get("publish") == "1":
        changes["draft"] = ""
    saved = save_fields(desk, site, entry, changes)
    if saved.is_done:
        place = f"{HOME}review/{collection}/{identifier}?told=saved"
        return redirect(desk.saved(place, [saved.file], saved.name))
    told = [one.problem.message(desk.language) for one in saved.wrong]
    return _page(desk, entry, saved.refused or "；".join(told), 422)


def _page(desk: Desk, entry: EntryFile, refused: str = "", status: int = 200) -> EditAnswer:
    review = entry.tree.get(FIELD)
    step = next_step(review)
    return pages.review(
        desk,
        status,
        entry=entry,
        name=entry.name,
        steps=steps_of(desk, review),
        step=step or "",
        done=desk.say(DONE[step]) if step else "",
        has_begun=isinstance(review, dict) and bool(review.get("drafted")),
        is_draft=bool(entry.tree.get("draft")),
        refused=refused,
    )
