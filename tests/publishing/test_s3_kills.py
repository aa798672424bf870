"""Publications to an object store that are killed before one of their requests, while somebody reads the site."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from sitegen.publishing import releases
from tests.support.kills import killed, needs_fork
from tests.support.object_stores import ObjectStore, moto
from tests.support.polling import visited
from tests.support.publications import at, broken_pages, payload, site

KILLS = int(os.environ.get("SITEGEN_KILLS", "9"))
STEP = 7
"""So many requests further on the next one is killed: in seven rounds every request has its turn."""
DAY = 24 * 60


def request(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether a part of a request is about to be sent."""
    return event == "http.client.send"


def publish(store: ObjectStore, number: int, minutes: float) -> str:
    target = store.target()
    target.lock_lifetime = timedelta(0)  # that of who was killed is nobody's at once
    calm = releases.Terms("a test", keep=3, most_removed=100)
    return releases.publish(target, payload(release(number)), at(minutes), calm).record.id


def release(number: int) -> dict[str, bytes]:
    return site(number, 12, same=4)


@needs_fork
def test_no_page_lacks_its_style_however_often_publications_are_killed(tmp_path: Path) -> None:
    with moto() as store:
        publish(store, 1, 0)

        pages = [path for path in release(1) if path.endswith(".html")]
        number, count, kills = 2, 0, 0
        with visited(pages, store.reader(), tmp_path / "notes") as visits:
            while kills < KILLS:
                when = kills * DAY / 4
                if killed(lambda: publish(store, number, when), count, request):  # noqa: B023
                    kills, count = kills + 1, count + STEP
                else:
                    count = (count + 3) % STEP
                if kills % 3 == 0:
                    publish(store, number, when + 1)
                    found = store.shown()
                    assert found.items() >= release(number).items(), f"after {kills} kills"
                    assert not broken_pages(found)
                if kills % 2 == 0:  # else the same site goes on
                    number += 1
            last = publish(store, number, (kills + 60) * DAY)
            read = visits.pages
        assert read > 5 * KILLS and visits.faults == []
        assert store.target().shown() == last
        found = store.shown()
        others = {path for path in found.keys() - release(number) if path.endswith(".html")}
        assert found.items() >= release(number).items() and not others
