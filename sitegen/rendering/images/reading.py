"""Inspects a picture file from an author: its type and size, and whether it must be refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.files import digest
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images.library import HEIGHT_FIRST, opened, orientation, quiet
from sitegen.rendering.images.structure import MOST_PIXELS, Structure, is_too_costly, structure_of

WRONG_TYPE = Kind(
    "image.wrong-type",
    Severity.ERROR,
    zh="扩展名是“{extension}”，里面却是 {given}",
    en="the extension is “{extension}”, but inside is {given_en}",
    fix_zh="用看图软件打开，另存为 JPEG 或 PNG",
    fix_en="open it in an image viewer and save it as JPEG or PNG",
)
BROKEN = Kind(
    "image.broken",
    Severity.ERROR,
    zh="图片坏了或不完整（{reason}）",
    en="the picture is damaged or incomplete ({reason_en})",
    fix_zh="重新复制或导出一次；看图软件能打开的，另存为 JPEG 或 PNG",
    fix_en="copy or export it again; if a viewer opens it, save it as JPEG or PNG",
)
TOO_LARGE = Kind(
    "image.too-large",
    Severity.ERROR,
    zh="图片太大：{given}，最多 {wanted}",
    en="the picture is too large: {given_en}, at most {wanted_en}",
    fix_zh="用看图软件缩小后另存；网页上最宽只用 1600 像素",
    fix_en="make it smaller and save it; pages use no more than 1600 pixels of width",
)
UNSUPPORTED = Kind(
    "image.unsupported-type",
    Severity.ERROR,
    zh="content/media 里不能放“{extension}”文件",
    en="“{extension}” files cannot be in content/media",
    fix_zh="图片用 JPEG、PNG、WebP、GIF 或 SVG；别的文件移走，需要时链接到它原来的网址",
    fix_en="pictures are JPEG, PNG, WebP, GIF or SVG; move others away and link to where they are",
)
OF_A_PHONE = Kind(
    "image.heic-in-media",
    Severity.ERROR,
    zh="这是苹果手机的“{extension}”照片，浏览器打不开",
    en="this is a “{extension}” photo of an iPhone, which browsers do not show",
    fix_zh="用看图软件另存为 JPEG 再放进来；手机的“设置 → 相机 → 格式”选“兼容性最佳”，以后拍的就是 JPEG",
    fix_en="save it as JPEG; with “Most Compatible” under Settings, Camera, Formats the phone takes JPEG from then on",
)
TOO_COSTLY = Kind(
    "image.too-costly",
    Severity.ERROR,
    zh="图片的内部结构很不寻常：{given}，打开它要花的时间或内存太多",
    en="the picture is built in an unusual way, {given_en}: opening it takes too much time or memory",
    fix_zh="用看图软件打开，另存为普通的（不是“渐进式”的）JPEG 或 PNG",
    fix_en="open it in an image viewer and save it as a plain (not progressive) JPEG or PNG",
)
ANIMATED = Kind(
    "image.animated",
    Severity.WARNING,
    zh="这是动图，网页上只显示第一帧",
    en="this picture moves; pages show its first frame only",
    fix_zh="另存一张静止的图，就不再提醒",
    fix_en="save a still picture of it to end this warning",
)

Turn = Callable[[int], AbstractContextManager[None]]
MAX_BYTES = 40_000_000
MAX_SIDE = 16_383
"""The longest side of a WebP picture, in pixels."""
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WebP", ".gif": "GIF"}
"""The content that a file must have, by its lower-case extension."""
HEIC = frozenset([".heic", ".heif"])
SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "JPEG", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG", "PNG"),
    (b"GIF87a", "GIF", "GIF"),
    (b"GIF89a", "GIF", "GIF"),
    (b"II*\0", "TIFF", "TIFF"),
    (b"MM\0*", "TIFF", "TIFF"),
    (b"BM", "BMP", "BMP"),
    (b"8BPS", "PSD", "PSD"),
    (b"%PDF", "PDF", "PDF"),
    (b"PK\3\4", "ZIP", "ZIP"),
    (b"<svg", "SVG", "SVG"),
    (b"<?xml", "XML", "XML"),
    (b"<", "HTML", "HTML"),
)

REFUSALS = {
    kind.code: kind
    for kind in (WRONG_TYPE, BROKEN, TOO_LARGE, UNSUPPORTED, OF_A_PHONE, TOO_COSTLY, ANIMATED)
}
"""What `inspect` may find, by code."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture that pages may show. `width` and `height` are in pixels, of the upright picture.

    `digest` is of the file's bytes. `extension` is that of the format for every browser (`jpg` or
    `png`) in which the picture is published beside WebP.
    """

    digest: str
    width: int
    height: int
    extension: str


def inspect(
    data: bytes, file: str, turn: Turn = lambda memory: nullcontext()
) -> tuple[ImageFile | None, list[Problem]]:
    """The picture in `data`, the bytes of `file`, or None; and its problems.

    Compares the content with the extension, and decodes the picture once to prove that it is
    complete. Of a larger file, MAX_BYTES + 1 bytes are enough: it is refused by its size. It is
    decoded within `turn`, which is told how many bytes that takes.
    """

    def refuse(kind: Kind, **facts: str) -> tuple[None, list[Problem]]:
        return None, [Problem(kind, Location(file), facts)]

    suffix = PurePosixPath(file).suffix
    expected = KINDS.get(suffix.lower())
    if expected is None:
        if suffix.lower() in HEIC:
            return refuse(OF_A_PHONE, extension=suffix)
        return refuse(UNSUPPORTED, extension=suffix or PurePosixPath(file).name)
    if not data:
        return refuse(BROKEN, reason="空文件", reason_en="an empty file")
    given, given_en = kind_of(data)
    if given != expected:
        return refuse(WRONG_TYPE, extension=suffix, given=given, given_en=given_en)
    if len(data) > MAX_BYTES:
        most = f"{MAX_BYTES // 1_000_000} MB"
        facts = {"given": f"超过 {most}", "given_en": f"over {most}"}
        return refuse(TOO_LARGE, **facts, wanted=most, wanted_en=most)
    structure = structure_of(data, expected)
    if is_too_costly(structure, expected, pixels=0):
        return refuse(TOO_COSTLY, **_structure_facts(structure))
    most_pixels = MOST_PIXELS[expected]
    if _is_too_large(structure.size, most_pixels):
        return refuse(TOO_LARGE, **too_many_pixels(*structure.size, most_pixels))
    try:
        with turn(structure.memory), quiet():
            image = opened(data)
            width, height = image.size
            if _is_too_large(image.size, most_pixels):
                return refuse(TOO_LARGE, **too_many_pixels(width, height, most_pixels))
            if is_too_costly(structure, expected, width * height):
                return refuse(TOO_COSTLY, **_structure_facts(structure))
            # A camera's JPEG may contain further pictures, but that does not make it animated.
            is_animated = expected != "JPEG" and bool(getattr(image, "is_animated", False))
            has_alpha = "A" in image.getbands() or "transparency" in image.info
            exif_orientation = orientation(image)
            image.draft(None, (1, 1))  # a JPEG is read completely, but decoded at 1/8 of its size
            image.load()
    except Exception as error:  # hostile bytes can make a decoder raise anything
        return refuse(BROKEN, **reason_of(error))
    if exif_orientation in HEIGHT_FIRST:
        width, height = height, width
    fallback = "jpg" if expected == "JPEG" or (expected == "WebP" and not has_alpha) else "png"
    problems = [Problem(ANIMATED, Location(file))] if is_animated else []
    return ImageFile(digest(data), width, height, fallback), problems


def memory_to_decode(data: bytes) -> int:
    """The bytes that decoding takes, as far as the structure of the picture tells."""
    kind, _ = kind_of(data)
    return structure_of(data, kind).memory if kind in KINDS.values() else 0


def _structure_facts(structure: Structure) -> dict[str, str]:
    scans, parts = structure.scans, structure.parts
    if scans > 1:
        return {"given": f"渐进式，要扫描 {scans} 遍", "given_en": f"with {scans} scans"}
    return {"given": f"由 {parts} 段以上拼成", "given_en": f"in {parts} parts or more"}


def _is_too_large(size: tuple[int, int], most_pixels: int) -> bool:
    width, height = size
    return max(width, height) > MAX_SIDE or width * height > most_pixels


def too_many_pixels(width: int, height: int, most: int) -> dict[str, str]:
    return {
        "given": f"{width}×{height} 像素",
        "given_en": f"{width}×{height} pixels",
        "wanted": f"边长 {MAX_SIDE}、共 {most // 10_000} 万像素",
        "wanted_en": f"{MAX_SIDE} a side and {most // 1_000_000} million in all",
    }


def kind_of(data: bytes) -> tuple[str, str]:
    """The type of a file by its first bytes: its name in Chinese and in English."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP", "WebP"
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        is_heic = brand[:2] == b"he" or brand in (b"mif1", b"msf1")
        name = "AVIF" if brand in (b"avif", b"avis") else "HEIC" if is_heic else "MP4"
        return name, name
    trimmed = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, zh, en in SIGNS:
        if (trimmed if sign[:1] == b"<" else data).startswith(sign):
            return zh, en
    return "别的东西", "something else"


def reason_of(error: Exception) -> dict[str, str]:
    """Why a picture cannot be read. In English as Pillow says it, which has no other words."""
    text = str(error).splitlines()[0] if str(error) else ""
    # Pillow's message may contain the address of an object, which differs from run to run.
    if not text or " object at 0x" in text:
        text = type(error).__name__
    is_short = any(word in text.lower() for word in ("truncated", "end of", "eof", "not enough"))
    return {"reason": "没有到结尾" if is_short else "内容读不出", "reason_en": text[:120]}
