"""The things drawn photos show: vehicles, rubbish, boxes, papers, water. Each stands at the point it is given."""

from inspector.exchange.drawn_canvas import Canvas, Colour, tone

_VIVID: tuple[Colour, ...] = (
    (176, 42, 46),
    (42, 116, 94),
    (60, 94, 148),
    (214, 214, 210),
    (54, 56, 62),
    (208, 138, 44),
)


def _wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    pen = canvas.pen
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(26, 26, 28), width=max(3, int(radius / 4)))
    rim = radius * 0.62
    pen.ellipse((x - rim, y - rim, x + rim, y + rim), outline=(156, 158, 162), width=max(2, int(radius / 14)))
    hub = radius * 0.16
    pen.ellipse((x - hub, y - hub, x + hub, y + hub), fill=(80, 80, 84))


def ebike(canvas: Canvas, x: float, y: float, size: float) -> None:
    """An electric scooter standing on (x, y), `size` 1 being about 500 px long."""
    colour = canvas.chance.choice(_VIVID)
    canvas.shadow(x, y, 270 * size, 52 * size, 130)
    for side in (-168, 172):
        _wheel(canvas, x + side * size, y - 74 * size, 76 * size)

    def part(points: list[tuple[int, int]], fill: Colour) -> None:
        canvas.area([(x + across * size, y + up * size) for across, up in points], fill)

    part([(-205, -170), (-20, -190), (60, -100), (-30, -48), (-150, -70)], colour)
    part([(-30, -100), (96, -100), (164, -300), (136, -310), (76, -136), (0, -136)], tone(colour, 0.84))
    part([(-225, -228), (-30, -236), (6, -196), (-205, -186)], (32, 32, 36))
    part([(-252, -296), (-150, -296), (-150, -214), (-252, -214)], (60, 64, 72))
    part([(138, -306), (156, -306), (186, -80), (168, -76)], (64, 66, 70))
    part([(84, -318), (88, -336), (202, -304), (198, -288)], (28, 28, 30))
    lamp = (x + 160 * size, y - 300 * size, x + 204 * size, y - 256 * size)
    canvas.pen.ellipse(lamp, fill=(240, 236, 214))


def bicycle(canvas: Canvas, x: float, y: float, size: float, fallen: bool = False) -> None:
    """A shared bicycle, standing or lying."""
    colour = canvas.chance.choice([(248, 196, 46), (70, 160, 200), (78, 176, 100)])
    flat = 0.32 if fallen else 1.0
    canvas.shadow(x, y, 210 * size, 34 * size, 110)

    def at(across: float, up: float) -> tuple[float, float]:
        return x + across * size, y + up * size * flat

    for side in (-120, 120):
        left, top = at(side - 72, -146)
        right, bottom = at(side + 72, -2)
        canvas.pen.ellipse((left, top, right, bottom), outline=(30, 30, 32), width=max(3, int(12 * size)))
    frame = [at(-120, -74), at(-50, -170), at(76, -176), at(-6, -70), at(-120, -74), at(-6, -70), at(-50, -170)]
    canvas.pen.line(frame, fill=colour, width=max(4, int(16 * size)), joint="curve")
    canvas.pen.line([at(120, -74), at(72, -226)], fill=tone(colour, 0.85), width=max(4, int(14 * size)))
    canvas.pen.line([at(40, -238), at(96, -222)], fill=(32, 32, 34), width=max(3, int(12 * size)))
    canvas.pen.line([at(-84, -196), at(-30, -196)], fill=(32, 32, 34), width=max(4, int(20 * size)))


def car(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A parked car seen from its side."""
    colour = canvas.chance.choice([(208, 210, 214), (48, 52, 60), (152, 38, 40), (70, 92, 128), (150, 146, 138)])
    canvas.shadow(x, y, 340 * size, 46 * size, 160)
    body = (x - 300 * size, y - 150 * size, x + 300 * size, y - 26 * size)
    canvas.pen.rounded_rectangle(body, int(46 * size), fill=colour)

    def part(points: list[tuple[int, int]], fill: Colour, last: Colour) -> None:
        canvas.area([(x + across * size, y + up * size) for across, up in points], fill, last)

    part([(-180, -144), (-112, -246), (116, -246), (206, -144)], tone(colour, 1.06), tone(colour, 0.92))
    part([(-154, -148), (-100, -230), (-6, -230), (-6, -148)], (92, 108, 122), (52, 64, 76))
    part([(14, -148), (14, -230), (106, -230), (172, -148)], (98, 114, 128), (56, 68, 80))
    part([(-296, -84), (296, -84), (290, -30), (-290, -30)], tone(colour, 0.9), tone(colour, 0.66))
    for side in (-186, 186):
        canvas.pen.ellipse(
            (x + (side - 62) * size, y - 104 * size, x + (side + 62) * size, y + 20 * size), fill=(26, 26, 28)
        )
        _wheel(canvas, x + side * size, y - 42 * size, 44 * size)
    lamp = (x + 262 * size, y - 130 * size, x + 298 * size, y - 98 * size)
    canvas.pen.ellipse(lamp, fill=(248, 240, 200))


def bags(canvas: Canvas, x: float, y: float, count: int, spread: float = 190) -> None:
    """Tied rubbish bags in a heap."""
    places = sorted((canvas.about(y, 50), canvas.about(x, spread)) for _ in range(count))
    for bottom, left in places:
        size = canvas.chance.uniform(44, 84)
        colour = canvas.chance.choice([(36, 36, 40), (178, 46, 42), (222, 220, 212), (64, 98, 142), (40, 44, 40)])
        canvas.shadow(left, bottom, size * 1.3, size * 0.3, 110)
        canvas.pen.ellipse((left - size, bottom - size * 1.5, left + size, bottom), fill=colour)
        neck = bottom - size * 1.45
        canvas.area(
            [(left - 12, neck + 8), (left - 24, neck - 30), (left + 26, neck - 34), (left + 12, neck + 8)], colour
        )
        shine = (left - size * 0.7, bottom - size * 1.3, left + size * 0.5, bottom - size * 0.3)
        canvas.pen.arc(shine, 195, 290, fill=tone(colour, 1.5), width=5)


def boxes(canvas: Canvas, x: float, y: float, count: int) -> None:
    """Cardboard boxes, two by two on each other."""
    for number in range(count):
        width, height, deep = canvas.about(150, 40), canvas.about(120, 30), canvas.about(38, 8)
        left, bottom = canvas.about(x, 150), y - (number // 2) * 92 + canvas.about(0, 12)
        top, right = bottom - height, left + width
        card = canvas.chance.choice([(178, 140, 94), (162, 124, 80), (192, 158, 114), (206, 202, 194)])
        if number < 2:
            canvas.shadow(left + width / 2, bottom, width * 0.75, 26, 120)
        canvas.rectangle(left, top, right, bottom, card, tone(card, 0.88))
        canvas.area([(left, top), (left + deep, top - 30), (right + deep, top - 30), (right, top)], tone(card, 1.12))
        canvas.area(
            [(right, top), (right + deep, top - 30), (right + deep, bottom - 30), (right, bottom)], tone(card, 0.7)
        )
        canvas.pen.line([(left + width / 2, top), (left + width / 2, bottom)], fill=(208, 192, 152), width=12)


def bins(canvas: Canvas, x: float, y: float, overflowing: bool) -> None:
    """The four sorted bins in their colours, shut and clean or crammed."""
    colours: list[Colour] = [(46, 96, 160), (52, 126, 76), (178, 52, 46), (88, 92, 98)]
    canvas.chance.shuffle(colours)
    for number, colour in enumerate(colours):
        left = x + number * 205
        canvas.shadow(left + 80, y, 118, 34)
        body = [(left, y - 280), (left + 160, y - 280), (left + 144, y), (left + 16, y)]
        canvas.area(body, tone(colour, 1.1), tone(colour, 0.78))
        canvas.pen.rectangle((left + 52, y - 190, left + 108, y - 130), fill=tone(colour, 1.6))
        if overflowing and canvas.chance.random() < 0.75:
            bags(canvas, left + 80, y - 250, 3, 60)
            lid = [(left + 8, y - 390), (left + 164, y - 350), (left + 166, y - 328), (left, y - 366)]
        else:
            lid = [(left - 12, y - 302), (left + 172, y - 302), (left + 164, y - 274), (left - 4, y - 274)]
        canvas.area(lid, tone(colour, 0.7))


def litter(canvas: Canvas, top: float, count: int) -> None:
    """Scraps of paper, peel and plastic on the ground below `top`."""
    for _ in range(count):
        x, y = canvas.chance.uniform(80, 1260), canvas.chance.uniform(top, 990)
        size = canvas.chance.uniform(10, 34) * (0.5 + (y - top) / (1100 - top))
        colour = canvas.chance.choice([(232, 230, 222), (202, 182, 152), (172, 62, 52), (82, 122, 152), (240, 214, 90)])
        scrap = [(x, y), (x + size, y + canvas.about(3, 4)), (x + size * 0.7, y + size * 0.5), (x - 3, y + size * 0.4)]
        canvas.area(scrap, colour)


def papers(canvas: Canvas, count: int) -> None:
    """Small advertisements pasted on a wall, with lines that could be telephone numbers."""
    for _ in range(count):
        x, y = canvas.chance.uniform(20, 1200), canvas.chance.uniform(60, 660)
        width, height = canvas.about(116, 40), canvas.about(82, 26)
        sheet = canvas.chance.choice(
            [(246, 240, 216), (250, 216, 92), (240, 246, 250), (236, 124, 104), (196, 226, 190)]
        )
        lean = canvas.about(0, 12)
        canvas.area([(x, y), (x + width, y + lean), (x + width - 4, y + height + lean), (x + 2, y + height)], sheet)
        for line in range(3):
            inked = (60, 50, 50) if line else (176, 34, 34)
            from_to = [(x + 12, y + 18 + line * 20), (x + width * canvas.about(0.8, 0.1), y + 18 + line * 20 + lean)]
            canvas.pen.line(from_to, fill=inked, width=8 if not line else 4)


def puddle(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Broken asphalt full of water that mirrors the sky."""
    height = width * 0.26
    canvas.pen.ellipse((x - width - 22, y - height - 12, x + width + 22, y + height + 14), fill=(86, 84, 82))
    canvas.pen.ellipse((x - width, y - height, x + width, y + height), fill=(148, 164, 178))
    canvas.pen.ellipse((x - width * 0.7, y - height * 0.7, x + width * 0.25, y + height * 0.1), fill=(188, 202, 212))
    for _ in range(9):
        reach = canvas.chance.uniform(1.0, 1.5) * canvas.chance.choice([-1, 1])
        start = (x + width * reach, y + canvas.about(0, height))
        canvas.cable([start, (canvas.about(start[0], 90), canvas.about(start[1], 30))], (74, 74, 76), 4, 8)


def extinguisher(canvas: Canvas, x: float, y: float) -> None:
    """A red fire extinguisher standing on (x, y)."""
    canvas.shadow(x, y, 60, 20)
    canvas.area([(x - 38, y - 210), (x + 38, y - 210), (x + 38, y), (x - 38, y)], (214, 54, 46), (140, 24, 24), True)
    canvas.pen.ellipse((x - 38, y - 240, x + 38, y - 180), fill=(206, 50, 44))
    canvas.pen.rectangle((x - 30, y - 150, x + 30, y - 80), fill=(240, 236, 226))
    canvas.pen.line([(x, y - 236), (x, y - 262), (x + 40, y - 276)], fill=(40, 40, 42), width=12)
    canvas.cable([(x - 8, y - 256), (x - 66, y - 150), (x - 58, y - 70)], (34, 34, 36), 10, 6)
