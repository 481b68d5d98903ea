"""What a drawn photo shows: for each category of finding the bad sight, and the same place put in order."""

from collections.abc import Callable

from inspector.exchange.drawn_canvas import WIDTH, Canvas
from inspector.exchange.drawn_places import house_wall, market, stairwell, street, toilet
from inspector.exchange.drawn_things import (
    bags,
    bicycle,
    bins,
    boxes,
    car,
    ebike,
    extinguisher,
    litter,
    papers,
    puddle,
)


def _ebikes(canvas: Canvas) -> None:
    canvas.cable([(1180, 330), (canvas.about(980, 60), 560), (600, 650), (500, 700)], (24, 24, 26), 8)
    ebike(canvas, canvas.about(880, 90), canvas.about(770, 20), canvas.about(0.74, 0.08))
    ebike(canvas, canvas.about(440, 90), canvas.about(900, 30), canvas.about(1.05, 0.1))


def _junk(canvas: Canvas) -> None:
    boxes(canvas, canvas.about(240, 60), 860, canvas.chance.randint(5, 8))
    bags(canvas, canvas.about(980, 70), 890, canvas.chance.randint(4, 7))


def _stall(canvas: Canvas) -> None:
    for _ in range(30):
        x, y, size = canvas.chance.uniform(80, 1240), canvas.chance.uniform(620, 900), canvas.chance.uniform(20, 50)
        colour = canvas.chance.choice([(98, 148, 68), (206, 72, 58), (226, 158, 62), (178, 140, 94)])
        canvas.pen.ellipse((x - size, y - size * 0.7, x + size, y + size * 0.7), fill=colour)
    boxes(canvas, canvas.about(330, 120), 880, 6)
    boxes(canvas, canvas.about(980, 120), 930, 6)


def _full_bins(canvas: Canvas) -> None:
    bins(canvas, canvas.about(260, 90), 800, overflowing=True)
    bags(canvas, canvas.about(640, 120), 900, 7, 300)
    litter(canvas, 820, 60)


def _clean_bins(canvas: Canvas) -> None:
    bins(canvas, canvas.about(260, 90), 800, overflowing=False)


def _wires(canvas: Canvas) -> None:
    _meter_cabinet(canvas)
    for _ in range(canvas.chance.randint(14, 22)):
        points = [(x, canvas.chance.uniform(40, 560)) for x in (-30, canvas.about(420, 140), canvas.about(860, 140))]
        colour = canvas.chance.choice([(22, 22, 24), (38, 38, 42), (74, 74, 78), (150, 44, 44), (210, 206, 196)])
        canvas.cable([*points, (WIDTH + 30, canvas.chance.uniform(40, 560))], colour, canvas.chance.randint(5, 10), 60)


def _tied_wires(canvas: Canvas) -> None:
    _meter_cabinet(canvas)
    canvas.rectangle(0, 70, WIDTH, 118, (206, 206, 200), (176, 176, 170))
    for x in range(60, WIDTH, 190):
        canvas.pen.rectangle((x, 58, x + 20, 130), fill=(146, 148, 150))


def _meter_cabinet(canvas: Canvas) -> None:
    left = canvas.about(780, 160)
    canvas.rectangle(left, 250, left + 340, 780, (86, 96, 104), (74, 84, 92))
    canvas.rectangle(left + 26, 276, left + 314, 760, (130, 142, 150), (108, 120, 128))
    canvas.area([(left + 150, 380), (left + 196, 460), (left + 104, 460)], (244, 204, 60))


def _fire_lane(canvas: Canvas) -> None:
    """The yellow box and hatching painted on the road."""
    yellow, left, right = (226, 188, 66), canvas.about(190, 60), canvas.about(1150, 60)
    canvas.pen.line(
        [(left, 1000), (left + 260, 590), (right - 260, 590), (right, 1000), (left, 1000)], fill=yellow, width=14
    )
    for step in range(1, 8):
        near = left + (right - left) * step / 8
        far = left + 260 + (right - left - 520) * (step - 0.6) / 8
        canvas.pen.line([(near, 1000), (far, 590)], fill=yellow, width=8)


def _blocked_lane(canvas: Canvas) -> None:
    _fire_lane(canvas)
    car(canvas, canvas.about(950, 90), 690, canvas.about(0.6, 0.06))
    car(canvas, canvas.about(560, 110), 880, canvas.about(1.15, 0.1))


def _ads(canvas: Canvas) -> None:
    _front_door(canvas)
    papers(canvas, canvas.chance.randint(20, 34))


def _front_door(canvas: Canvas) -> None:
    left = canvas.about(470, 170)
    canvas.rectangle(left, 170, left + 400, 800, (88, 62, 48), (74, 52, 42))
    canvas.rectangle(left + 24, 196, left + 376, 800, (124, 88, 66), (104, 72, 54))
    canvas.pen.ellipse((left + 320, 480, left + 350, 510), fill=(214, 198, 132))


def _puddles(canvas: Canvas) -> None:
    puddle(canvas, canvas.about(560, 120), canvas.about(800, 30), canvas.about(320, 60))
    puddle(canvas, canvas.about(1040, 90), canvas.about(900, 30), canvas.about(160, 40))
    puddle(canvas, canvas.about(220, 70), canvas.about(690, 20), canvas.about(110, 30))


def _mended_road(canvas: Canvas) -> None:
    left, right = canvas.about(200, 60), canvas.about(1080, 60)
    canvas.area([(left, 680), (right, 660), (right + 110, 960), (left - 110, 970)], (84, 86, 88), (98, 100, 102))


def _bicycles(canvas: Canvas) -> None:
    for number in range(canvas.chance.randint(6, 8)):
        place = canvas.about(180 + number * 150, 60)
        size = canvas.about(0.9, 0.12)
        bicycle(canvas, place, canvas.about(760, 90), size, fallen=canvas.chance.random() < 0.4)


def _parked_bicycles(canvas: Canvas) -> None:
    canvas.area([(60, 640), (1284, 640), (1284, 652), (60, 652)], (238, 238, 234))
    for number in range(7):
        bicycle(canvas, 190 + number * 160, 780, 0.8)


def _litter(canvas: Canvas) -> None:
    _lawn(canvas)
    litter(canvas, 640, canvas.chance.randint(70, 110))
    bags(canvas, canvas.about(900, 180), 860, 3)


def _lawn(canvas: Canvas) -> None:
    canvas.rectangle(0, 590, WIDTH, 1008, (92, 130, 74), (112, 148, 84))
    for _ in range(500):
        x, y = canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(600, 1000)
        blade = canvas.chance.choice([(80, 120, 62), (128, 160, 92), (104, 138, 76)])
        canvas.pen.line([(x, y), (canvas.about(x, 5), y - 16)], fill=blade, width=3)


def _blocked_extinguisher(canvas: Canvas) -> None:
    _extinguisher_corner(canvas)
    boxes(canvas, canvas.about(640, 60), 950, 6)


def _extinguisher_corner(canvas: Canvas) -> None:
    x = canvas.about(660, 120)
    canvas.rectangle(x - 90, 250, x + 90, 360, (206, 46, 40), (176, 34, 32))
    canvas.area(
        [(x - 60, 300), (x + 20, 300), (x + 20, 280), (x + 64, 310), (x + 20, 340), (x + 20, 318), (x - 60, 318)],
        (250, 248, 244),
    )
    extinguisher(canvas, x - 60, 860)
    extinguisher(canvas, x + 60, 868)


def _dirty_toilet(canvas: Canvas) -> None:
    for _ in range(5):
        puddle(
            canvas, canvas.chance.uniform(200, 1150), canvas.chance.uniform(740, 960), canvas.chance.uniform(60, 170)
        )
    for _ in range(16):
        x, y, size = canvas.chance.uniform(40, 1300), canvas.chance.uniform(120, 620), canvas.chance.uniform(8, 30)
        canvas.pen.ellipse((x - size, y - size, x + size, y + size * 1.6), fill=(166, 156, 132))
    litter(canvas, 680, 45)


def _nothing(_canvas: Canvas) -> None:
    """The place alone is the sight."""


Painter = Callable[[Canvas], None]

# category: the place, what is wrong in it, what it looks like put in order
SCENES: dict[str, tuple[Painter, Painter, Painter]] = {
    "ebike": (stairwell, _ebikes, _nothing),
    "junk": (stairwell, _junk, _nothing),
    "stall": (market, _stall, _nothing),
    "bins": (street, _full_bins, _clean_bins),
    "wires": (house_wall, _wires, _tied_wires),
    "lane": (street, _blocked_lane, _fire_lane),
    "ads": (house_wall, _ads, _front_door),
    "puddle": (street, _puddles, _mended_road),
    "bicycles": (street, _bicycles, _parked_bicycles),
    "litter": (street, _litter, _lawn),
    "extinguisher": (house_wall, _blocked_extinguisher, _extinguisher_corner),
    "toilet": (toilet, _dirty_toilet, _nothing),
}
