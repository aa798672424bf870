"""The subjects that have a page of their own: which figures, pools and campaigns stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.policies import goals_on
from sitegen.outputs.parts.published import Published, figures_of, latest, newest_releases
from sitegen.outputs.wording import mark

SURVEY = "survey"
"""The topic of all figures of a survey, also where their rows name none."""


class Topic(NamedTuple):
    """A subject. `by_year` are those whose figures stand under the year they are of, not under their release.
    `beside` is (collection, kind, title) of what is listed below them. `alone` says that this is enough for a page."""

    name: str
    address: str
    title: str
    lead: str
    by_year: bool = False
    beside: tuple[str, str, str] | None = None
    alone: bool = False


TOPICS: dict[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic(
            "patents",
            addresses.PATENTS,
            mark("专利"),
            mark("公布过的专利数字、专利奖和专利池，每个数字都写明截至哪天、什么口径。"),
            beside=("clusters", "patent-pool", mark("专利池")),
            alone=True,
        ),
        Topic(
            "protection",
            addresses.PROTECTION,
            mark("保护和维权"),
            mark("一年里查处、裁决、调解、援助了多少。只列数目，不写案件里的人和单位。"),
            by_year=True,
            beside=("events", "campaign", mark("宣传周和宣传日")),
        ),
        Topic(
            SURVEY,
            addresses.SURVEY,
            mark("满意度调查"),
            mark("调查的结果，旁边写明怎样调查、问了多少人；没有公布的，也照实写明。"),
        ),
    )
}


def figures_on(catalogue: Catalogue, topic: Topic) -> Iterator[Published]:
    """The figures of a subject, those of the newest release first. What a newer release states again is left out where
    they stand under their releases: the newer figure says what it was before."""
    every = _every(catalogue, topic)
    return every if topic.by_year else latest(every)


def _every(catalogue: Catalogue, topic: Topic) -> Iterator[Published]:
    for release in newest_releases(catalogue):
        is_survey = topic.name == SURVEY and release.kind == SURVEY
        for one in figures_of(catalogue, release):
            if is_survey or one.row.topic == topic.name:
                yield one


def listed_beside(catalogue: Catalogue, topic: Topic) -> tuple[Entry, ...]:
    """What is listed below the figures of a subject."""
    if topic.beside is None:
        return ()
    collection, kind, _ = topic.beside
    return tuple(one for one in catalogue.collections[collection] if one.kind == kind)


def has_page(catalogue: Catalogue, topic: Topic) -> bool:
    """Whether figures or targets of a subject are known, or what is listed beside them and is enough."""
    if (topic.alone and listed_beside(catalogue, topic)) or goals_on(catalogue, topic.name):
        return True
    return any(True for _ in figures_on(catalogue, topic))
