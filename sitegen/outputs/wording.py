"""The words of an edition: every text that a page shows and no author wrote.

Code writes such a text in simplified Chinese, in a call that marks it: `say("共 {count} 条", count=n)`,
or `mark("…")` where a text stands in a table and is said later. `docs/words.py` gathers the marked texts
into `templates/locale/`; a `.po` file there replaces them.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.types import Label


def mark(text: str) -> str:
    """The text itself, marked as one that pages show."""
    return text


class Wording:
    """The words of one locale. `translations` replace texts; a text that is not among them stays."""

    def __init__(self, locale: str, translations: Mapping[str, str]) -> None:
        self.locale = locale
        self.translations = translations

    def say(self, text: str, **values: object) -> str:
        """A marked text in this locale; `values` fill in its `{names}`."""
        text = self.translations.get(text, text)
        return text.format_map(values) if values else text

    def label(self, label: Label) -> str:
        """A word of the content model in this locale."""
        word = label.zh if self.locale.startswith("zh") else label.en
        return self.translations.get(word, word)
