"""反馈: read what units sent back, go through it, take it in as one act."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.returns import FilePreview, RowPreview
from inspector.domain.stored import Changed
from inspector.services.return_taking import ReturnPreview
from inspector.services.returns import Receipt, Returned
from inspector.ui.context import Context
from inspector.ui.pages.returns.deciding import Deciding
from inspector.ui.pages.returns.evidence import Evidence
from inspector.ui.pages.returns.kept import keep, kept
from inspector.ui.pages.returns.photos import Photos
from inspector.ui.pages.returns.reading import Reading
from inspector.ui.pages.returns.reporting import save_report
from inspector.ui.pages.returns.result_view import ResultView
from inspector.ui.pages.returns.review import REFUSE, TAKE, Review
from inspector.ui.pages.returns.review_view import ReviewView
from inspector.ui.pages.returns.start_view import StartView
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, down
from inspector.ui.widgets.buttons import outlined, trailing
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead


class ReturnsPage(Page):
    """`go("returns")`: the last imports, or the review that is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._number = 0
        self._change = ""
        self.reading = Reading(context, self, self._show_preview)
        self._photos = Photos(context, self)
        self._evidence = Evidence(context, self, self._show)
        self.deciding = Deciding(context, self, lambda: self.file, self._show)
        self.save_report = partial(save_report, context, self)
        self.before = outlined(tr("The file before"), lambda: self.step(-1), icon="chevron-left", keys="PgUp")
        self.after = trailing(outlined(tr("The next file"), lambda: self.step(1), icon="chevron-right", keys="PgDown"))
        self.report = outlined(tr("Save the report"), self.save_report, icon="file-spreadsheet", keys="E")
        self.head = PageHead(tr("Replies"), "", self.before, self.after, self.report)
        self.start = StartView(
            self.reading.choose_files, self.reading.choose_folder, self.go_on, self.forget, self.take_back
        )
        self.review = ReviewView(self._photos.thumbnails, lambda steps: context.jobs.in_slices(steps, owner=self))
        self._result: ResultView | None = None
        self.body = QStackedWidget()
        self.body.addWidget(self.start)
        self.body.addWidget(self.review)
        self.setLayout(down(self.head, Grow(self.body), gap=0))
        self._connect()

    def open(self, **where: str) -> None:
        """The open review where there is one and it was shown, else the start."""
        if where.get("show") == "review" and kept():
            self._number = int(where.get("file", "0"))
            self.go_on()
        elif self.body.currentWidget() is not self.review:
            self.show_start()

    def where(self) -> dict[str, str]:
        """The review that is shown, for coming back."""
        if self.body.currentWidget() is self.review:
            return {"show": "review", "file": str(self._number)}
        return {}

    def refresh(self, changed: Changed) -> None:
        """The list of imports follows what was written or taken back."""
        shown = self.body.currentWidget()
        stale = shown is self._result and changed.change != self._change
        if changed.kinds & {"reply", "finding"} and (shown is self.start or stale):
            self.show_start()

    def layout_changed(self, mode: LayoutMode) -> None:
        """One, two or three columns."""
        super().layout_changed(mode)
        self.review.take_form(mode)
        for words in (self.before, self.after, self.report):
            words.setProperty("compact", mode is LayoutMode.ONE)
        if self.body.currentWidget() is self.start:
            self.show_start()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of this page."""
        group = tr("Replies")
        return (
            PageKey(("O",), tr("Choose files"), group, self.reading.choose_files),
            PageKey(("F",), tr("Choose a folder"), group, self.reading.choose_folder),
            PageKey(("Y",), tr("Take the row, or what is offered for it"), group, lambda: self.decide(TAKE)),
            PageKey(("X",), tr("Leave the row out"), group, lambda: self.decide(REFUSE)),
            PageKey(("N",), tr("Make it a new finding"), group, self.make_finding),
            PageKey(("Space",), tr("See its photos large"), group, self.show_photos),
            PageKey(("PgDown",), tr("The next file"), group, lambda: self.step(1)),
            PageKey(("PgUp",), tr("The file before"), group, lambda: self.step(-1)),
            PageKey(("E",), tr("Save the report"), group, self.save_report),
            PageKey(("Ctrl+Return", "Ctrl+Enter"), tr("Take it in"), group, self.apply),
        )

    def regions(self) -> Sequence[QWidget]:
        """The cards, what is left over, the deed."""
        if self.body.currentWidget() is self.review:
            first = self.review.leftovers.first
            return (self.review.cards, *((first,) if first else ()), self.review.apply)
        if self._result:
            return (self._result.recheck,)
        return (self.start.next,) if self.start.next else ()

    def escape(self) -> bool:
        """What is left over folds away, then the review is put aside."""
        if self.body.currentWidget() is self.start:
            return False
        if self.review.leftovers_cover and self.body.currentWidget() is self.review:
            self.review.toggle_leftovers()
        else:
            self.show_start()
        return True

    def _show_preview(self, preview: ReturnPreview) -> None:
        keep(Review(preview))
        self._number = 0
        self.go_on()
        self._context.changed(Changed())

    # going through it

    def go_on(self) -> None:
        """Show the open review."""
        if review := kept():
            self._drop_result()
            self.body.setCurrentWidget(self.review)
            self.review.group = None
            self._number = max(0, min(self._number, len(review.preview.files) - 1))
            self._show()
            self.review.cards.setFocus()

    def forget(self) -> None:
        """Let go of the open review."""
        keep(None)
        self.show_start()
        self._context.changed(Changed())

    def show_start(self) -> None:
        """The last imports."""
        self._drop_result()
        self.body.setCurrentWidget(self.start)
        self.head.show_title(tr("Replies"))
        for made in (self.before, self.after, self.report):
            made.hide()
        services, today = self._context.services, self._context.services.acts.today()

        def done(receipts: tuple[Receipt, ...]) -> None:
            go = self._context.go
            self.start.show_state(receipts, kept(), today, self.mode, lambda: go("dispatch"))
            if self.body.currentWidget() is self.start and self.start.next:
                self.start.next.setFocus()

        self._context.jobs.look_up(lambda _progress: services.returns.received(), done, owner=self)

    @property
    def file(self) -> FilePreview | None:
        """The file that is shown."""
        review = kept()
        return review.preview.files[self._number] if review and review.preview.files else None

    def step(self, step: int) -> None:
        """The next file (1) or the one before (-1)."""
        review = kept()
        if review and self.body.currentWidget() is self.review:
            self._number = (self._number + step) % len(review.preview.files)
            self._show()

    def decide(self, choice: str) -> None:
        """Y takes the current row or what is offered for it, X leaves it."""
        row = self.review.cards.row
        if row and self.body.currentWidget() is self.review:
            self.deciding.press(row, choice)

    def make_finding(self) -> None:
        """N makes a finding of its own of the row nobody knows: the current one, or the left-over one in focus."""
        if self.body.currentWidget() is self.review:
            row = self.review.cards.row
            self.deciding.make_finding(self.review.leftovers.row or (row.key if row else ""))

    def show_photos(self, row: RowPreview | None = None) -> None:
        """The photos of a row before and after, as large as the window."""
        row = row or self.review.cards.row
        if not row or self.body.currentWidget() is not self.review:
            return
        self._photos.show(*self.review.cards.large_keys(row))

    def _show_leftover(self, key: str) -> None:
        picture = next((one for one in self.file.pictures if one.picture.key == key), None) if self.file else None
        if picture:
            self._photos.show_new(picture.picture.sha, picture.picture.name)

    def _show(self) -> None:
        review, file = kept(), self.file
        if not review or not file:
            return
        files = len(review.preview.files)
        facts = f"{file.file.path.name} · {self._number + 1}/{files}" if files > 1 else file.file.path.name
        self.head.show_title(tr("Check the replies"), facts)
        self.before.setVisible(files > 1)
        self.after.setVisible(files > 1)
        self.report.show()
        self.review.show_file(review, file)
        self._evidence.look(review)

    # taking it in

    def apply(self) -> None:
        """Take in what is accepted and decided, as one act."""
        review = kept()
        if not review or not review.answers or self.body.currentWidget() is not self.review:
            return
        services, decisions = self._context.services, review.decisions
        self.review.apply.setEnabled(False)

        def failed(error: Exception) -> None:
            self.review.apply.setEnabled(True)
            self._context.complain(error)

        self._context.jobs.run(
            lambda _progress: services.returns.apply(review.preview, decisions),
            lambda done: self._applied(review, done),
            failed,
            label=tr("Taking in the answers"),
            owner=self,
        )

    def _applied(self, review: Review, done: Returned) -> None:
        self._drop_result()
        self._change, review.is_taken_in = done.changed.change, True
        self._result = ResultView(
            review,
            done,
            report=self.save_report,
            undo=self._context.undo,
            ledger=lambda: self._context.go("ledger"),
            recheck=lambda: self._context.go("recheck"),
            leave=self.forget,
        )
        self.body.addWidget(self._result)
        self.body.setCurrentWidget(self._result)
        self.head.show_title(tr("Replies"))
        for made in (self.before, self.after, self.report):
            made.hide()
        self._result.recheck.setFocus()
        self._context.say(tr("Answers taken in: {n}", n=done.replies), self._context.undo)
        self._context.changed(done.changed)

    def take_back(self, receipt: Receipt) -> None:
        """Undo an import, whenever it was."""
        services = self._context.services

        def done(changed: Changed) -> None:
            self._context.say(tr("Answers taken back: {n}", n=receipt.replies), self._context.undo)
            self._context.changed(changed)

        self._context.jobs.run(
            lambda _progress: services.returns.take_back(receipt), done, label=tr("Taking back the import"), owner=self
        )

    def _drop_result(self) -> None:
        if self._result:
            self.body.removeWidget(self._result)
            self._result.deleteLater()
            self._result = None

    def _connect(self) -> None:
        self.review.cards.decided.connect(self.deciding.decide)
        self.review.cards.photos_wanted.connect(self.show_photos)
        place = self.deciding.place
        self.review.cards.dropped.connect(lambda key, row: place(key, row.finding.id, row.finding.finding.no))
        self.review.cards.taken.connect(lambda _row: self.decide(TAKE))
        self.review.leftovers.finding_wanted.connect(self.deciding.choose_finding)
        self.review.leftovers.new_wanted.connect(self.deciding.make_finding)
        self.review.leftovers.unwanted.connect(self.deciding.refuse)
        self.review.leftovers.released.connect(self.deciding.release)
        self.review.leftovers.shown.connect(self._show_leftover)
        self.review.apply_wanted.connect(self.apply)
        self.review.aside_wanted.connect(self.show_start)
        accept_photos(self, self.reading.read)
