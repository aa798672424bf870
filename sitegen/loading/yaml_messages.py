"""The meaning of each error message of libyaml: the kind of problem, and which place to show.

libyaml gives two places: where it stopped, and the context, such as where an unclosed quote or bracket
begins. For some problems the author needs to see the context.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from sitegen.loading.yaml_kinds import (
    ALIAS,
    ANCHOR,
    BLOCK_HEADER,
    CHARACTER,
    DIRECTIVE,
    ESCAPE,
    EXTRA_COLON,
    INDENTATION,
    LIST_DASH,
    MISPLACED,
    NO_COLON,
    QUESTION_MARK,
    RESERVED,
    SYNTAX,
    TAB,
    TAG,
    UNCLOSED_BRACE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from sitegen.problems import Kind


class Meaning(NamedTuple):
    """A kind of problem, and which of libyaml's two marks shows its place."""

    kind: Kind
    mark: Literal["problem", "context"] = "problem"


BY_PROBLEM: Final[Mapping[str, Meaning]] = {
    "found character that cannot start any token": Meaning(RESERVED),
    "block sequence entries are not allowed in this context": Meaning(LIST_DASH),
    "mapping keys are not allowed in this context": Meaning(QUESTION_MARK),
    "mapping values are not allowed in this context": Meaning(EXTRA_COLON),
    "could not find expected ':'": Meaning(NO_COLON, "context"),
    "did not find expected key": Meaning(INDENTATION),
    "did not find expected '-' indicator": Meaning(INDENTATION),
    "did not find expected <document start>": Meaning(INDENTATION),
    "did not find expected <stream-start>": Meaning(CHARACTER),
    "did not find expected node content": Meaning(MISPLACED),
    "found unexpected ':'": Meaning(MISPLACED),
    "did not find expected ',' or ']'": Meaning(UNCLOSED_BRACKET, "context"),
    "did not find expected ',' or '}'": Meaning(UNCLOSED_BRACE, "context"),
    "found unexpected end of stream": Meaning(UNCLOSED_QUOTE, "context"),
    "found unexpected document indicator": Meaning(UNCLOSED_QUOTE, "context"),
    "found unknown escape character": Meaning(ESCAPE),
    "did not find expected hexdecimal number": Meaning(ESCAPE),
    "found invalid Unicode character escape code": Meaning(ESCAPE),
    "found an indentation indicator equal to 0": Meaning(BLOCK_HEADER),
    "did not find expected comment or line break": Meaning(BLOCK_HEADER),
    "found a tab character where an indentation space is expected": Meaning(TAB),
    "found a tab character that violates indentation": Meaning(TAB),
    "did not find expected alphabetic or numeric character": Meaning(ALIAS, "context"),
    "did not find expected '!'": Meaning(TAG, "context"),
    "did not find expected tag URI": Meaning(TAG, "context"),
    "did not find URI escaped octet": Meaning(TAG, "context"),
    "found an incorrect leading UTF-8 octet": Meaning(TAG, "context"),
    "found an incorrect trailing UTF-8 octet": Meaning(TAG, "context"),
    "did not find the expected '>'": Meaning(TAG, "context"),
    "did not find expected whitespace or line break": Meaning(TAG, "context"),
    "found undefined tag handle": Meaning(TAG, "context"),
    "could not find expected directive name": Meaning(DIRECTIVE, "context"),
    "found unexpected non-alphabetical character": Meaning(DIRECTIVE, "context"),
    "found unknown directive name": Meaning(DIRECTIVE, "context"),
    "did not find expected version number": Meaning(DIRECTIVE, "context"),
    "found extremely long version number": Meaning(DIRECTIVE, "context"),
    "did not find expected digit or '.' character": Meaning(DIRECTIVE, "context"),
    "did not find expected whitespace": Meaning(DIRECTIVE, "context"),
    "found duplicate %YAML directive": Meaning(DIRECTIVE),
    "found duplicate %TAG directive": Meaning(DIRECTIVE),
    "found incompatible YAML document": Meaning(DIRECTIVE),
    "control characters are not allowed": Meaning(CHARACTER),
    "invalid Unicode character": Meaning(CHARACTER),
    "invalid leading UTF-8 octet": Meaning(CHARACTER),
    "invalid trailing UTF-8 octet": Meaning(CHARACTER),
    "invalid length of a UTF-8 sequence": Meaning(CHARACTER),
    "incomplete UTF-8 octet sequence": Meaning(CHARACTER),
    "incomplete UTF-16 character": Meaning(CHARACTER),
    "incomplete UTF-16 surrogate pair": Meaning(CHARACTER),
    "unexpected low surrogate area": Meaning(CHARACTER),
}

BY_CONTEXT: Final[Mapping[str, Meaning]] = {
    "while parsing a block collection": Meaning(INDENTATION),
    "while parsing a block mapping": Meaning(INDENTATION),
    "while parsing a block node": Meaning(MISPLACED),
    "while parsing a flow node": Meaning(MISPLACED),
    "while parsing a flow mapping": Meaning(UNCLOSED_BRACE, "context"),
    "while parsing a flow sequence": Meaning(UNCLOSED_BRACKET, "context"),
    "while parsing a node": Meaning(TAG, "context"),
    "while parsing a tag": Meaning(TAG, "context"),
    "while scanning a tag": Meaning(TAG, "context"),
    "while scanning an alias": Meaning(ALIAS, "context"),
    "while scanning an anchor": Meaning(ANCHOR, "context"),
    "while parsing a quoted scalar": Meaning(ESCAPE),
    "while scanning a quoted scalar": Meaning(UNCLOSED_QUOTE, "context"),
    "while scanning a block scalar": Meaning(BLOCK_HEADER),
    "while scanning a plain scalar": Meaning(MISPLACED),
    "while scanning a simple key": Meaning(NO_COLON, "context"),
    "while scanning for the next token": Meaning(RESERVED),
    "while scanning a directive": Meaning(DIRECTIVE, "context"),
    "while scanning a %TAG directive": Meaning(DIRECTIVE, "context"),
    "while scanning a %YAML directive": Meaning(DIRECTIVE, "context"),
    "while scanning a tag directive": Meaning(DIRECTIVE, "context"),
    "while parsing a tag directive": Meaning(DIRECTIVE, "context"),
    "while parsing a %TAG directive": Meaning(DIRECTIVE, "context"),
}
"""For messages whose sense hangs on the context, and for those of a libyaml newer than ours."""

CONTEXT_DECIDES: Final = frozenset(
    {
        "did not find expected alphabetic or numeric character",
        "did not find expected comment or line break",
        "did not find expected whitespace",
    }
)


def meaning(problem: str | None, context: str | None) -> Meaning:
    """What libyaml's (or PyYAML's) complaint means; `yaml.syntax` where it is a new one."""
    by_context = BY_CONTEXT.get(context or "")
    if by_context is not None and problem in CONTEXT_DECIDES:
        return by_context
    return BY_PROBLEM.get(problem or "") or by_context or Meaning(SYNTAX)
