"""The places drawn photos are taken in, empty: a stairwell, a street, a house wall, a market, a public toilet."""

from inspector.exchange.drawn_canvas import HEIGHT, WIDTH, Canvas, Colour, tone


def stairwell(canvas: Canvas) -> None:
    """A corridor with its green wainscot, tiled floor, meter boxes and the door at its end."""
    chance = canvas.chance
    wall = chance.choice([(216, 208, 192), (222, 218, 208), (208, 204, 196), (224, 212, 184)])
    paint = chance.choice([(126, 158, 138), (138, 160, 152), (112, 146, 158), (150, 142, 126)])
    floor = chance.choice([(150, 148, 144), (168, 158, 146), (140, 146, 150)])
    x, y = canvas.about(700, 150), canvas.about(350, 30)
    left, right, top, bottom = x - canvas.about(200, 30), x + canvas.about(190, 30), y - 180, y + 185
    canvas.area([(0, 0), (WIDTH, 0), (right, top), (left, top)], (186, 182, 174), (230, 226, 218))
    canvas.area([(0, 0), (left, top), (left, bottom), (0, HEIGHT)], tone(wall, 0.74), wall, sideways=True)
    canvas.area([(WIDTH, 0), (right, top), (right, bottom), (WIDTH, HEIGHT)], wall, tone(wall, 0.8), sideways=True)
    canvas.area([(0, 450), (left, y + 50), (left, bottom), (0, HEIGHT)], tone(paint, 0.8), paint, sideways=True)
    canvas.area([(WIDTH, 470), (right, y + 50), (right, bottom), (WIDTH, HEIGHT)], paint, tone(paint, 0.8), True)
    canvas.area([(0, HEIGHT), (WIDTH, HEIGHT), (right, bottom), (left, bottom)], tone(floor, 0.85), tone(floor, 1.1))
    _tiles(canvas, (left, right, bottom), tone(floor, 0.82))
    canvas.rectangle(left, top, right, bottom, tone(wall, 0.82), tone(wall, 0.74))
    door = chance.choice([(116, 82, 56), (98, 56, 44), (92, 100, 108), (70, 92, 84)])
    canvas.rectangle(left + 60, top + 50, right - 60, bottom, tone(door, 0.75), tone(door, 0.7))
    canvas.rectangle(left + 72, top + 62, right - 72, bottom, door, tone(door, 0.86))
    canvas.pen.ellipse((right - 104, y + 40, right - 90, y + 54), fill=(212, 194, 126))
    canvas.pen.rectangle((x - 40, top - 26, x + 40, top - 12), fill=(252, 252, 240))
    boxes = WIDTH - canvas.about(150, 40)
    canvas.area([(boxes - 120, 190), (boxes + 70, 140), (boxes + 70, 430), (boxes - 120, 400)], (176, 180, 182))
    canvas.pen.line([(boxes - 25, 166), (boxes - 25, 414)], fill=(116, 118, 120), width=3)


def _tiles(canvas: Canvas, far: tuple[float, float, float], joint: Colour) -> None:
    """The joints of a tiled floor that runs to the far edge (left, right, y)."""
    left, right, edge = far
    for step in range(1, 10):
        part = step / 10
        canvas.pen.line([(left + (right - left) * part, edge), (part * WIDTH, HEIGHT)], fill=joint, width=2)
    for step in range(1, 8):
        y = edge + (HEIGHT - edge) * (step / 7.4) ** 1.8
        narrowed = (HEIGHT - y) / (HEIGHT - edge)
        canvas.pen.line([(left * narrowed, y), (WIDTH - (WIDTH - right) * narrowed, y)], fill=joint, width=2)


def street(canvas: Canvas) -> None:
    """Houses, trees, a pavement and an empty road under any sky."""
    chance = canvas.chance
    sky = chance.choice([(150, 182, 214), (186, 198, 208), (170, 188, 204), (204, 204, 200)])
    canvas.rectangle(0, 0, WIDTH, 470, sky, tone(sky, 1.18))
    x = -chance.uniform(20, 160)
    while x < WIDTH:
        width = chance.uniform(170, 290)
        _house(canvas, x, width, chance.uniform(180, 400))
        x += width + chance.uniform(-6, 26)
    canvas.rectangle(0, 470, WIDTH, 560, (170, 166, 158), (188, 184, 176))
    canvas.rectangle(0, 548, WIDTH, HEIGHT, (112, 114, 118), (150, 150, 150))
    canvas.area([(0, 552), (WIDTH, 544), (WIDTH, 556), (0, 564)], (212, 210, 202))
    for place in range(3):
        _tree(canvas, canvas.about(200 + place * 460, 130))


def _house(canvas: Canvas, x: float, width: float, height: float) -> None:
    chance = canvas.chance
    wall = chance.choice([(200, 190, 174), (186, 164, 146), (210, 206, 198), (172, 176, 180), (196, 172, 150)])
    canvas.rectangle(x, 480 - height, x + width, 500, wall, tone(wall, 0.88))
    glass = chance.choice([(98, 114, 128), (118, 128, 138), (84, 98, 112)])
    for y in range(int(500 - height), 440, 54):
        for left in range(int(x + 18), int(x + width - 40), 50):
            canvas.pen.rectangle((left, y, left + 30, y + 32), fill=tone(glass, chance.uniform(0.8, 1.25)))
    for left in range(int(x), int(x + width - 60), 86):
        canvas.pen.rectangle((left, 452, left + 78, 500), fill=tone(chance.choice(_SHOPS), 0.9))


_SHOPS: tuple[Colour, ...] = ((150, 62, 54), (62, 96, 128), (86, 88, 92), (176, 132, 66), (70, 112, 92))


def _tree(canvas: Canvas, x: float) -> None:
    canvas.area([(x - 9, 330), (x + 9, 330), (x + 13, 540), (x - 13, 540)], (96, 80, 64))
    for _ in range(26):
        size = canvas.chance.uniform(26, 60)
        left, top = canvas.about(x, 80), canvas.about(270, 80)
        leaf = canvas.chance.choice([(72, 108, 62), (90, 126, 72), (60, 94, 56), (104, 134, 80)])
        canvas.pen.ellipse((left - size, top - size * 0.8, left + size, top + size * 0.8), fill=leaf)


def house_wall(canvas: Canvas) -> None:
    """A plastered or tiled wall with a pavement below it."""
    wall = canvas.chance.choice([(206, 196, 178), (196, 200, 196), (214, 206, 196), (186, 190, 198)])
    canvas.rectangle(0, 0, WIDTH, 800, wall, tone(wall, 0.86))
    course = canvas.chance.randrange(66, 100)
    for row, y in enumerate(range(20, 790, course)):
        canvas.pen.line([(0, y), (WIDTH, y)], fill=tone(wall, 0.86), width=2)
        for x in range(-(row % 2) * course, WIDTH, course * 2):
            canvas.pen.line([(x, y), (x, y + course)], fill=tone(wall, 0.9), width=2)
    canvas.rectangle(0, 790, WIDTH, HEIGHT, (128, 126, 122), (152, 150, 146))
    canvas.pen.rectangle((0, 780, WIDTH, 800), fill=(104, 102, 98))


def market(canvas: Canvas) -> None:
    """A row of stalls with awnings and full counters, the aisle in front of them free."""
    chance = canvas.chance
    canvas.rectangle(0, 0, WIDTH, HEIGHT, (224, 220, 210), (170, 168, 160))
    canvas.rectangle(0, 540, WIDTH, HEIGHT, (134, 132, 130), (166, 162, 158))
    for y in (600, 680, 790, 930):
        canvas.pen.line([(0, y), (WIDTH, y)], fill=(126, 124, 122), width=2)
    start, width = -canvas.about(90, 60), canvas.about(330, 40)
    for stall in range(6):
        x = start + stall * width
        cloth = chance.choice([(182, 50, 46), (46, 114, 88), (54, 92, 156), (202, 146, 54), (120, 74, 130)])
        canvas.rectangle(x + 20, 250, x + width - 20, 460, (66, 68, 72), (98, 98, 98))
        canvas.area([(x, 150), (x + width - 12, 150), (x + width - 34, 262), (x + 22, 262)], cloth, tone(cloth, 0.8))
        for stripe in range(1, 6, 2):
            left = x + width * stripe / 6
            canvas.area([(left, 150), (left + 34, 150), (left + 30, 262), (left, 262)], (236, 232, 222))
        canvas.rectangle(x + 8, 450, x + width - 8, 550, (204, 206, 206), (158, 160, 160))
        fruit = chance.choice([(94, 146, 62), (206, 64, 52), (226, 156, 54), (124, 164, 82), (150, 60, 96)])
        for _ in range(60):
            left, top = x + chance.uniform(20, width - 44), chance.uniform(412, 446)
            canvas.pen.ellipse((left, top, left + 30, top + 28), fill=tone(fruit, chance.uniform(0.75, 1.15)))


def toilet(canvas: Canvas) -> None:
    """A tiled public toilet: cabins, basin, mirror, wet-looking floor."""
    tile = canvas.chance.choice([(220, 226, 228), (206, 220, 224), (226, 222, 212)])
    canvas.rectangle(0, 0, WIDTH, 640, tile, tone(tile, 0.9))
    for column in range(int(canvas.about(30, 20)), WIDTH, 72):
        canvas.pen.line([(column, 0), (column, 640)], fill=tone(tile, 0.88), width=2)
    for y in range(int(canvas.about(30, 20)), 640, 72):
        canvas.pen.line([(0, y), (WIDTH, y)], fill=tone(tile, 0.88), width=2)
    canvas.rectangle(0, 640, WIDTH, HEIGHT, (146, 150, 154), (176, 178, 180))
    door = canvas.chance.choice([(96, 132, 160), (150, 120, 92), (118, 150, 130)])
    for cabin in range(2):
        x = canvas.about(110, 30) + cabin * 280
        canvas.rectangle(x, 120, x + 240, 650, tone(door, 0.8), tone(door, 0.7))
        canvas.rectangle(x + 10, 132, x + 230, 640, door, tone(door, 0.88))
        canvas.pen.ellipse((x + 196, 380, x + 214, 398), fill=(222, 222, 222))
    basin = canvas.about(980, 60)
    canvas.rectangle(basin - 170, 130, basin + 170, 400, (176, 194, 204), (214, 224, 228))
    canvas.pen.rectangle((basin - 170, 130, basin + 170, 400), outline=(140, 146, 150), width=8)
    canvas.rectangle(basin - 210, 500, basin + 210, 540, (246, 246, 244), (214, 214, 212))
    canvas.pen.chord((basin - 120, 450, basin + 120, 620), 0, 180, fill=(232, 232, 230))
    canvas.pen.line([(basin, 500), (basin, 450), (basin + 34, 450)], fill=(150, 154, 158), width=14)
