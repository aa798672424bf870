"""The table of affairs: what surrounds the catalogue, from policies to events. They are no entries of it themselves."""

from __future__ import annotations

from sitegen.model.clusters import Cluster
from sitegen.model.collection import Collection
from sitegen.model.events import Event
from sitegen.model.policies import Policy
from sitegen.model.public_figures import FigureRelease
from sitegen.model.services import Service
from sitegen.model.types import Label

AFFAIRS: dict[str, Collection] = {
    collection.name: collection
    for collection in (
        Collection("policies", Label("政策", "Policies"), "份", Policy, affair=True, seal=""),
        Collection(
            "figures", Label("公布的数字", "Published figures"), "份", FigureRelease, affair=True
        ),
        Collection("events", Label("活动", "Events"), "场", Event, affair=True, seal=""),
        Collection("services", Label("服务", "Services"), "处", Service, affair=True, seal=""),
        Collection("clusters", Label("集群", "Clusters"), "个", Cluster, affair=True, seal=""),
    )
}
