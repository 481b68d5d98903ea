"""When, where and with what a photo was taken: read from any EXIF block, written again as little as is wanted."""

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

_CAMERA_LENGTH = 80
_EXIF_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class ExifFacts:
    """What EXIF says of a photo; empty where it says nothing or nonsense. WGS-84 degrees, south and west negative."""

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    camera: str = ""
    orientation: int = 1
    software: str = ""


def read_exif(image: Image.Image) -> ExifFacts:
    """The facts of an opened picture. Never raises: broken EXIF is no reason to refuse a photo one can see."""
    tags: Mapping[int, object] = {}
    details: Mapping[int, object] = {}
    gps: Mapping[int, object] = {}
    with suppress(Exception):  # Pillow's EXIF reader fails in a dozen ways on damaged blocks; what was read stays
        exif = image.getexif()
        tags = dict(exif)
        details = dict(exif.get_ifd(IFD.Exif))
        gps = dict(exif.get_ifd(IFD.GPSInfo))
    orientation = tags.get(Base.Orientation)
    place = _place(gps)
    return ExifFacts(
        taken_at=_taken_at(details.get(Base.DateTimeOriginal))
        or _taken_at(details.get(Base.DateTimeDigitized))
        or _taken_at(tags.get(Base.DateTime)),
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        camera=_camera(tags.get(Base.Make), tags.get(Base.Model)),
        software=_text(tags.get(Base.Software))[:_CAMERA_LENGTH],
        orientation=orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1,
    )


def exif_block(facts: ExifFacts) -> bytes:
    """An EXIF block that says time, place and camera of `facts` and nothing else; orientation is 1, upright."""
    exif = Image.Exif()
    exif[Base.Orientation] = 1
    if facts.camera:
        exif[Base.Model] = facts.camera
    if facts.taken_at:
        written = facts.taken_at.strftime("%Y:%m:%d %H:%M:%S")
        exif[Base.DateTime] = written
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = written
    if facts.latitude is not None and facts.longitude is not None:
        exif.get_ifd(IFD.GPSInfo).update(_gps_tags(facts.latitude, facts.longitude))
    return exif.tobytes()


def _gps_tags(latitude: float, longitude: float) -> dict[int, object]:
    return {
        GPS.GPSVersionID: b"\2\3\0\0",
        GPS.GPSLatitudeRef: "S" if latitude < 0 else "N",
        GPS.GPSLatitude: _sexagesimal(latitude),
        GPS.GPSLongitudeRef: "W" if longitude < 0 else "E",
        GPS.GPSLongitude: _sexagesimal(longitude),
    }


def _sexagesimal(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Degrees, minutes, seconds as EXIF wants them; a ten-thousandth of a second is 3 mm on the ground."""
    minutes, parts = divmod(round(abs(degrees) * 36_000_000), 600_000)
    return IFDRational(minutes // 60), IFDRational(minutes % 60), IFDRational(parts, 10_000)


def _place(gps: Mapping[int, object]) -> tuple[float, float] | None:
    """Latitude and longitude, None unless both make sense. Exactly 0, 0 is what cameras write without a fix."""
    latitude = _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef), "W", 180)
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None
    return latitude, longitude


def _degrees(parts: object, reference: object, negative: str, limit: int) -> float | None:
    """Signed degrees from EXIF's degrees, minutes, seconds and its letter; None when out of range or no numbers."""
    if not isinstance(parts, tuple) or not 1 <= len(parts) <= 3:
        return None
    try:
        value = math.fsum(float(part) / scale for part, scale in zip(parts, (1, 60, 3600), strict=False))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not math.isfinite(value) or not 0 <= value <= limit:
        return None
    return -value if _text(reference).upper().startswith(negative) else value


def _taken_at(value: object) -> datetime | None:
    """The camera's local time, None for blanks, zeros and times that do not exist."""
    match = _EXIF_TIME.match(_text(value))
    if not match:
        return None
    year, month, day, time = match.groups()
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{time}")
    except ValueError:
        return None


def _camera(make: object, model: object) -> str:
    """Maker and model as one name, the maker not said twice ("HUAWEI", "HUAWEI P40" is "HUAWEI P40")."""
    maker, named = _text(make), _text(model)
    whole = named if named.lower().startswith(maker.lower()) else f"{maker} {named}".strip()
    return whole[:_CAMERA_LENGTH]


def _text(value: object) -> str:
    """A tag's text without the NULs and control characters cameras pad it with; "" for what is no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in value if letter.isprintable()).strip()
