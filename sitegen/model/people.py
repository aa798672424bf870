"""People: craftsmen, entrepreneurs, holders of awards. Only with their consent, or as an office made public."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.fields import REQUIRED, field
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference, reference_or_name
from sitegen.model.types import Label, Line, choice

KINDS = {
    "craftsman": Label("工匠", "craftsman"),
    "entrepreneur": Label("企业家", "entrepreneur"),
    "awarded": Label("获奖个人", "holder of an award"),
    "quality-officer": Label("首席质量官", "chief quality officer"),
    "bearer": Label("非遗传承人", "bearer of heritage"),
}
BASES = {
    "consent": Label("本人同意", "consent"),
    "announced": Label("官方公布", "made public by an office"),
}


class Person(Common):
    kind: Annotated[str, *choice("people.kind", KINDS)] = field(
        "身份",
        "Kind",
        "工匠、企业家、获奖个人、首席质量官、非遗传承人",
        "craftsman, entrepreneur, holder of an award …",
        default=REQUIRED,
        on_card=True,
    )
    basis: Annotated[str, *choice("people.basis", BASES, closed=True)] = field(
        "公开依据",
        "Basis",
        "本人同意，或官方已经公布",
        "consent, or made public by an office",
        default=REQUIRED,
    )
    consent: Line | None = field(
        "同意记录",
        "Consent",
        "依据是本人同意的必填：何时、怎样同意的",
        "needed where the basis is consent: when and how it was given",
        private=True,
    )
    organization: Annotated[Reference | str, reference_or_name("organizations")] | None = field(
        "单位", "Organization", "编号或名称", "id or name", usual=True
    )
    post: Line | None = field("职务", "Post", "在单位做什么", "what they do there", usual=True)
    heritage: Annotated[Reference, reference("heritage")] | None = field(
        "非遗项目", "Heritage", "传承哪个项目", "the project they bear"
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)
