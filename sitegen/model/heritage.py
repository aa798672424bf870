"""Heritage projects: a legend, an opera, a craft; products refer to them."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Sealed
from sitegen.model.fields import REQUIRED, field
from sitegen.model.groups import Claim
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference_or_name
from sitegen.model.types import Label, Line, Names, choice

CLASSES = {
    "literature": Label("民间文学", "folk literature"),
    "music": Label("传统音乐", "traditional music"),
    "dance": Label("传统舞蹈", "traditional dance"),
    "drama": Label("传统戏剧", "traditional drama"),
    "quyi": Label("曲艺", "quyi"),
    "sport": Label("传统体育、游艺与杂技", "traditional sports and acrobatics"),
    "art": Label("传统美术", "traditional fine arts"),
    "craft": Label("传统技艺", "traditional craft"),
    "medicine": Label("传统医药", "traditional medicine"),
    "custom": Label("民俗", "folk custom"),
}


class Heritage(Sealed):
    class_: Annotated[str, *choice("heritage.class", CLASSES)] = field(
        "门类",
        "Class",
        "国家名录的门类",
        "class of the national list",
        default=REQUIRED,
        on_card=True,
        alias="class",
    )
    code: Line | None = field(
        "项目编号",
        "Code",
        "名录编号，如 Ⅶ-59",
        "number in the list",
        lookup_number=True,
        usual=True,
    )
    bearers: Names = field(
        "传承人", "Bearers", "仅列同意公开或官方公布的", "named only with consent", default=()
    )
    organization: Annotated[Reference | str, reference_or_name("organizations")] | None = field(
        "保护单位", "Organization", "保护单位的编号或名称", "the body that keeps it", usual=True
    )
    origin: Claim[Line] = field(
        "起源", "Origin", "起于何时，可有几种说法", "when it began", default=(), usual=True
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.class_)
