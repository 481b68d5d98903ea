"""Photos on the recording page: chosen, dropped, pasted, a folder; large, taken away, brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from inspector.domain.inspections import Verdict
from inspector.ui.own_folders import PICTURES, own_folder
from inspector.ui.widgets.photo_strip import TileState
from inspector.ui.widgets.photo_tile import PhotoTile
from tests.town import drawn
from tests.ui.pages.recording import CTRL, Hands

Key = Qt.Key


def photo(folder: Path, name: str, seed: int = 1) -> Path:
    """A photo file."""
    path = folder / name
    path.write_bytes(drawn("ebike", seed))
    return path


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """The file dialog gives these; returns the folders it was opened in."""
    opened: list[str] = []

    def answer(_parent: object, _title: str, folder: str, *_: object) -> tuple[list[str], str]:
        opened.append(folder)
        return [str(path) for path in paths], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    return opened


def test_a_fail_with_a_photo_takes_four_actions_and_no_typing(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, photo(tmp_path, "IMG_1.jpg"))
    item = hands.here
    hands.press(Key.Key_2)
    hands.press(Key.Key_P)
    hands.actions += 1  # choosing the photo in the system's dialog
    hands.press(Key.Key_Return)
    assert hands.actions <= 4
    assert hands.here != item
    finding = hands.sheet.findings[item][0]
    hands.wait_for_photos(finding.id, 1)
    assert finding.record.text
    assert finding.record.unit
    assert finding.record.due_on


def test_a_photo_dropped_on_an_unrated_item_is_a_fail_with_a_photo_in_one_action(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    assert hands.actions == 1
    assert hands.verdict(item) is Verdict.FAIL
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 1)
    assert hands.here == item


def test_many_dropped_photos_keep_their_order_while_work_goes_on(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    paths = [photo(tmp_path, f"IMG_{n}.jpg", n) for n in range(5)]
    hands.drop(*paths)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_1)
    finding = hands.sheet.findings[item][0].id
    hands.wait_for_photos(finding, 5)
    names = [record.facts.name for _, record in hands.town.services.photos.of_finding(finding)]
    assert names == [path.name for path in paths]


def test_a_dropped_folder_gives_its_photos(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "手机照片"
    folder.mkdir()
    photo(folder, "IMG_10.jpg", 1)
    photo(folder, "IMG_9.jpg", 2)
    (folder / "说明.txt").write_text("x")
    item = hands.here
    hands.drop(folder)
    finding = hands.sheet.findings[item][0].id
    hands.wait_for_photos(finding, 2)
    names = [record.facts.name for _, record in hands.town.services.photos.of_finding(finding)]
    assert names == ["IMG_9.jpg", "IMG_10.jpg"]


def test_a_photo_that_cannot_be_read_is_refused_by_name_and_the_others_go_in(hands: Hands, tmp_path: Path) -> None:
    broken = tmp_path / "坏照片.jpg"
    broken.write_bytes(b"no photo at all")
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"), broken)
    finding = hands.sheet.findings[item][0].id
    hands.wait_for_photos(finding, 1)
    refused = [tile for tile in hands.page.photos.intake.tiles(finding) if tile.state is TileState.REFUSED]
    assert len(refused) == 1
    assert "坏照片.jpg" in refused[0].words
    assert hands.window.toast.words == "收进 1 张照片，1 张没有收"


def test_a_picture_on_the_clipboard_is_pasted(hands: Hands) -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    item = hands.here
    hands.press(Key.Key_V, CTRL)
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 1)
    (_, record), *_ = hands.town.services.photos.of_finding(hands.sheet.findings[item][0].id)
    assert (record.facts.width, record.facts.height) == (800, 600)


def test_an_empty_clipboard_fails_nothing(hands: Hands) -> None:
    QGuiApplication.clipboard().clear()
    item = hands.here
    hands.press(Key.Key_V, CTRL)
    assert hands.verdict(item) is None
    assert hands.window.toast.words == "剪贴板里没有图片"


def test_the_folder_of_the_last_photo_is_offered_again(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = choose(monkeypatch, photo(tmp_path, "IMG_1.jpg"))
    item = hands.here
    hands.press(Key.Key_2)
    hands.press(Key.Key_P)
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 1)
    choose(monkeypatch)
    opened_again = choose(monkeypatch)
    hands.press(Key.Key_P)
    assert opened == [own_folder(PICTURES)]
    assert opened_again == [str(tmp_path)]


def test_space_shows_the_photo_large_and_z_zooms(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"), photo(tmp_path, "IMG_2.jpg", 2))
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 2)
    view = hands.page.photos.view
    hands.press(Key.Key_Space)
    assert view.isVisible()
    shown = view.key
    hands.press(Key.Key_Z)
    assert view.canvas.zoom > 1
    hands.press(Key.Key_Right)
    assert view.key != shown
    hands.press(Key.Key_Escape)
    assert not view.isVisible()
    assert hands.window.pages.name == "record"


def test_a_second_click_on_a_tile_shows_it_large(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 1)
    tile = hands.page.editor.form.photos.findChild(PhotoTile)
    assert tile is not None
    hands.click(tile)
    assert hands.page.photos.view.isVisible()


def test_a_removed_photo_comes_back_with_u(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    finding = hands.sheet.findings[item][0].id
    hands.wait_for_photos(finding, 1)
    hands.press(Key.Key_Space)
    hands.click(hands.page.photos.view.remove)
    assert not hands.town.services.photos.of_finding(finding)
    hands.press(Key.Key_U)
    assert len(hands.town.services.photos.of_finding(finding)) == 1


def test_photos_wait_for_the_figure_of_an_item_that_needs_one(hands: Hands, tmp_path: Path) -> None:
    hands.open("LX-02-02")
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    assert hands.verdict("LX-02-02") is None
    field = next(iter(hands.page.editor.figures.lines.values()))
    assert hands.window.focusWidget() is field
    hands.write("5")
    hands.press(Key.Key_Return)
    assert hands.verdict("LX-02-02") is Verdict.FAIL
    hands.wait_for_photos(hands.sheet.findings["LX-02-02"][0].id, 1)
