"""Names of hosts as browsers read them (UTS #46), and what is wrong with one that misleads (UTS #39)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import unquote

from sitegen.model.lookalikes import skeleton

LONGEST: Final = 253
LONGEST_LABEL: Final = 63
DOTS: Final = str.maketrans("。．｡", "...")
IGNORED = re.compile("[\u00ad\u034f\u180b-\u180f\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""What browsers leave out of the name of a host."""
LOCAL: Final = frozenset(
    [
        "local",
        "localhost",
        "localdomain",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "private",
        "arpa",
        "invalid",
        "onion",
    ]
)
"""Last labels of names that are known in one network only, or nowhere."""
SCRIPTS: Final = {
    "LATIN": "拉丁字母",
    "CYRILLIC": "西里尔字母",
    "GREEK": "希腊字母",
    "ARMENIAN": "亚美尼亚字母",
    "CHEROKEE": "切罗基字母",
    "HANGUL": "谚文",
    "HIRAGANA": "平假名",
    "KATAKANA": "片假名",
    "CJK": "汉字",
    "ARABIC": "阿拉伯字母",
    "HEBREW": "希伯来字母",
    "THAI": "泰文",
}
TOGETHER: Final = (
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
)
"""Scripts that may stand in one label: some of what UTS #39 calls highly restrictive."""
SLASHES: Final = "丿丶乀"
"""Han characters that look like a slash beside Latin letters."""


def spelt(written: str) -> str:
    """The name of a host as browsers spell it, but with its own letters."""
    plain = unicodedata.normalize("NFKC", unquote(written).translate(DOTS)).casefold()
    labels = IGNORED.sub("", plain).removesuffix(".").split(".")
    return ".".join(_decoded(label) or label for label in labels)


def _decoded(label: str) -> str:
    """What a label of punycode stands for; "" where it is none."""
    if not label.startswith("xn--") or len(label) > LONGEST_LABEL:
        return ""
    try:
        name = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return ""
    return name if name.isprintable() and in_ascii(name) == label else ""


def in_ascii(label: str) -> str:
    """A label as it stands in the address bar; one that is too long for a label as it is."""
    if label.isascii() or len(label) > LONGEST_LABEL:
        return label
    return f"xn--{label.encode('punycode').decode('ascii')}"


def wrong_host(written: str, name: str) -> tuple[str, str] | None:
    """What is wrong with a host, in both languages: as written, and as browsers spell it."""
    if written.startswith("[") or number_of(name):
        return "写的是数字地址，不是域名", "has a number, not the name of a host"
    labels = name.split(".")
    if len(labels) == 1 or labels[-1] in LOCAL:
        return "只在本机或内部网络里有效", "is known on one computer or in one network only"
    if len(name) > LONGEST or max(map(len, labels)) > LONGEST_LABEL:
        return "的域名太长", "has a host with too long a name"
    for label in labels:
        if fault := _wrong_label(label):
            return fault
    known = written.lower().removesuffix(".").split(".")
    if ".".join(_decoded(label) or label for label in known) != name:
        return (
            "的域名里有全角字符、转义字符或看不见的字符",
            "spells its host with full-width, escaped or unseen characters",
        )
    return None


def _wrong_label(label: str) -> tuple[str, str] | None:
    if label.isascii():
        odd = re.search(r"[^a-z0-9_-]", label)
        broken = label.startswith("xn--") or not label
        return _not_a_name(odd[0] if odd else label or "..") if odd or broken else None
    for character in label:
        if unicodedata.category(character)[0] not in "LMN" and character not in "-·・":
            return _not_a_name(character)
    scripts = {_script(character) for character in label if character.isalpha()}
    if len(scripts) > 1 and not any(scripts <= known for known in TOGETHER):
        zh = "和".join(SCRIPTS.get(script, "别的文字") for script in sorted(scripts))
        en = " and ".join(script.capitalize() for script in sorted(scripts))
        return f"的域名“{label}”里混着{zh}", f"mixes {en} in “{label}” of its host"
    if skeleton(label).isascii() or ("LATIN" in scripts and any(c in SLASHES for c in label)):
        return (
            f"的域名“{label}”只是看起来像拉丁字母",
            f"has “{label}” in its host, which only looks Latin",
        )
    return None


def _script(letter: str) -> str:
    """The script of a letter, as the names in Unicode begin with it."""
    script = unicodedata.name(letter, "?").split()[0]
    return "CJK" if script == "IDEOGRAPHIC" else script


def _not_a_name(text: str) -> tuple[str, str]:
    text = text if text.isprintable() else f"U+{ord(text[0]):04X}"
    return f"的域名里有“{text}”，域名不能这样写", f"has “{text}” in its host, where that cannot be"


def number_of(name: str) -> str:
    """The IPv4 or IPv6 address that browsers read a host as, "" where it is a name."""
    if name.startswith("["):
        return name
    parts = name.split(".")
    if not re.fullmatch(r"[0-9]+|0x[0-9a-f]*", parts[-1]):
        return ""
    try:
        numbers = [_integer(part) for part in parts]
    except ValueError:
        return name
    if len(numbers) > 4 or any(number > 255 for number in numbers[:-1]):
        return name
    whole = sum(number << 8 * (3 - at) for at, number in enumerate(numbers[:-1])) + numbers[-1]
    return (
        ".".join(str(whole >> shift & 255) for shift in (24, 16, 8, 0)) if whole < 1 << 32 else name
    )


def _integer(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part.startswith("0") else int(part)
