"""Whether a table is a ledger, and of which collection the things are that have its titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sitegen.authoring.importing.ledger_words import FIRM, OF_SUBJECT, SUBJECT, role_of
from sitegen.authoring.importing.received import ColumnAnswers, field_words
from sitegen.loading.document import Table
from sitegen.model.column_words import folded
from sitegen.model.options import Options

BRAND: Final = ("品牌", "商标")
GI: Final = ("地理标志", "地标")


def subject_of(table: Table, collection: str, answers: ColumnAnswers, options: Options) -> str:
    """The collection of what has the titles in a ledger; "" where a table is none.

    A ledger has a name, and a firm or a document that entries of this collection have no column for; or its
    document is set for all rows.
    """
    roles = {role_of(header): header for header in table.header if header not in answers.meant}
    if SUBJECT not in roles or (collection and collection not in OF_SUBJECT):
        return ""
    subject = collection or _named_subject(roles)
    own = field_words(subject, options)
    is_other = any(role in roles and folded(roles[role]) not in own for role in (FIRM, "document"))
    return subject if is_other or "文号" in answers.values else ""


def _named_subject(roles: Mapping[str, str]) -> str:
    """The collection by how the columns with the name and with the firm are headed."""
    if roles[SUBJECT].startswith(BRAND):
        return "brands"
    is_gi = roles[SUBJECT].startswith(GI) or roles.get(FIRM, "").startswith("申请")
    return "gi" if is_gi else "products"
