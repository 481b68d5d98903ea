"""The look at a zipped workbook before any library opens it (threats.md 44, 45, 50, 54).

Everything is read through with a byte budget: sizes a file declares about itself are never believed.
"""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import IO

from inspector.domain.errors import Refused
from inspector.exchange.foreign_limits import MB, Limits, too_large

_CHUNK = 1 << 18
_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']""")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")
_LONGEST_MERGE = 200
_RATIO_COUNTS_FROM = 5 * MB
_PLAIN_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@cache
def opened(path: Path) -> zipfile.ZipFile:
    """The archive, opened once in the process that reads it: listing a thousand photos takes a while each time."""
    return zipfile.ZipFile(path)


def merged_ranges(archive: zipfile.ZipFile, limits: Limits) -> dict[str, tuple[str, ...]]:
    """Check the whole archive and return the merged ranges of each part that has some, by part name.

    Raises `Refused` foreign.too-large, foreign.unsafe, foreign.encrypted; `zipfile.BadZipFile` when it is damaged.
    """
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise too_large("parts", limits.parts)
    if sum(part.file_size for part in parts if not _is_picture(part, limits)) > limits.expanded:
        raise too_large("expanded", limits.expanded)
    if sum(part.file_size for part in parts if _is_picture(part, limits)) > limits.pictures:
        raise too_large("pictures", limits.pictures)
    _check_names(parts)
    _check_overlap(parts)
    found: dict[str, tuple[str, ...]] = {}
    budget = limits.expanded
    for part in parts:
        _check_part(part, limits)
        if _is_xml(part.filename):
            with archive.open(part) as stream:
                size, merged = _scan(stream, budget, limits)
            budget -= size
            if merged:
                found[part.filename] = merged
    return found


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("foreign.unsafe", what="duplicate-part")
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\x00-\x1f]", name):
            raise Refused("foreign.unsafe", what="part-name")


def _check_overlap(parts: list[zipfile.ZipInfo]) -> None:
    end = 0
    for part in sorted(parts, key=lambda p: p.header_offset):
        if part.header_offset < end:
            raise Refused("foreign.unsafe", what="overlapping-parts")
        end = part.header_offset + 30 + len(part.filename) + part.compress_size


def _check_part(part: zipfile.ZipInfo, limits: Limits) -> None:
    if part.flag_bits & 0x1:
        raise Refused("foreign.encrypted")
    if part.compress_type not in _PLAIN_METHODS:
        raise Refused("foreign.unsafe", what="compression")
    if part.filename.casefold().endswith("sharedstrings.xml") and part.file_size > limits.shared_strings:
        raise too_large("shared-strings", limits.shared_strings)
    if part.file_size > max(_RATIO_COUNTS_FROM, limits.ratio * part.compress_size):
        raise too_large("ratio", limits.ratio)


def _is_picture(part: zipfile.ZipInfo, limits: Limits) -> bool:
    """A part that only ever is copied out; where no pictures are asked for, all parts count alike."""
    return limits.pictures > 0 and part.filename.startswith("xl/media/") and not _is_xml(part.filename)


def _is_xml(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".vml"))


def _scan(stream: IO[bytes], budget: int, limits: Limits) -> tuple[int, tuple[str, ...]]:
    size, tail, merged = 0, b"", []
    for chunk in _chunks(stream):
        if not size:
            _check_encoding(chunk)
        size += len(chunk)
        if size > budget:
            raise too_large("expanded", limits.expanded)
        text = tail + chunk
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise Refused("foreign.unsafe", what="doctype")
        last = 0
        for match in _MERGE.finditer(text):
            merged.append(match[1].decode())
            last = match.end()
        tail = text[max(last, len(text) - _LONGEST_MERGE) :]
    return size, tuple(merged)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _check_encoding(start: bytes) -> None:
    # In any other encoding a <!DOCTYPE would pass the search above unseen.
    declared = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in start[:64] or (declared and declared[1].lower() not in {b"utf-8", b"us-ascii"}):
        raise Refused("foreign.unsafe", what="encoding")
