"""Sorts the pictures of a returned workbook: new ones by their row, ours, known ones, and those a person must place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector.domain.errors import Complaint, Place
from inspector.domain.returned_files import ReturnedFile, ReturnedPicture, Spot
from inspector.domain.returns import Known, KnownFinding, PictureFate, PicturePreview


@dataclass(slots=True)
class RowPictures:
    """`new` are pictures a row brings, by the row's spot; `settled` are all others with what becomes of them."""

    new: dict[Spot, tuple[ReturnedPicture, ...]] = field(default_factory=dict)
    settled: list[PicturePreview] = field(default_factory=list)


def sort_pictures(file: ReturnedFile, rows: Mapping[Spot, KnownFinding | None], known: Known) -> RowPictures:
    """Every picture of the file in exactly one place. `rows` are the rows of the lists with the finding each means."""
    sent = {sha for one in known.findings.values() for sha in one.sent_shas}
    placed = [one for one in rows.values() if one]
    our_columns = {row.spot: row.our_columns for row in file.rows}
    sorted_out = RowPictures()
    for picture in file.pictures:
        spot = Spot(picture.spot.sheet, picture.spot.row)
        found = rows.get(spot)
        beside = spot not in rows or picture.spot.column in our_columns[spot]
        there = sorted_out.new.get(spot, ())
        if beside and (picture.sha in sent or known.was_sent(picture.sha, [found] if found else placed)):
            sorted_out.settled.append(PicturePreview(picture, PictureFate.OURS))
        elif picture.sha in known.unreadable:
            sorted_out.settled.append(PicturePreview(picture, PictureFate.LEFT, why=known.unreadable[picture.sha]))
        elif found is None or beside:
            sorted_out.settled.append(
                PicturePreview(picture, PictureFate.LEFT, why=_why(file, picture, spot in rows, found))
            )
        elif picture.sha not in found.sent_shas and known.was_sent(picture.sha, [found]):
            why = Complaint("return.sent-photo", _place(file, picture), (("name", picture.name),))
            sorted_out.settled.append(PicturePreview(picture, PictureFate.LEFT, why=why))
        elif picture.sha in found.after_shas or any(one.sha == picture.sha for one in there):
            sorted_out.settled.append(PicturePreview(picture, PictureFate.THERE, found.id))
        else:
            sorted_out.new[spot] = (*there, picture)
    return sorted_out


def _why(file: ReturnedFile, picture: ReturnedPicture, in_row: bool, found: KnownFinding | None) -> Complaint:
    if file.by_name:
        return Complaint("return.photo-unnumbered", Place(file.path.name), (("name", picture.name),))
    place = _place(file, picture)
    if not in_row:
        return Complaint("return.picture-without-row", place, (("name", picture.name),))
    if found is None:
        return Complaint("return.picture-of-unknown-row", place, (("name", picture.name),))
    return Complaint("return.picture-in-our-column", place, (("name", picture.name),))


def _place(file: ReturnedFile, picture: ReturnedPicture) -> Place:
    return Place(file.path.name, picture.spot.sheet, picture.spot.row or None, item=picture.spot.cell)
