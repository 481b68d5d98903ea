"""Numbers as ui.md 3 and 9 write them: rates with one decimal, a real minus."""

_MINUS = "\u2212"


def rate(value: float | None) -> str:
    """71.0 % from 0.71; — when there is none."""
    return "—" if value is None else f"{decimal(value * 100)} %"


def decimal(value: float) -> str:
    """One decimal and a real minus sign."""
    return f"{value:.1f}".replace("-", _MINUS)


def whole(value: int) -> str:
    """A count; thousands are marked from 10,000 on."""
    text = f"{value:,}" if abs(value) >= 10_000 else str(value)
    return text.replace("-", _MINUS)


def file_size(size: int) -> str:
    """24 KB, 0.3 MB, 41 MB, 1.2 GB."""
    mega = size / 1_000_000
    if mega < 0.1:
        return f"{max(1, round(size / 1000))} KB"
    if mega >= 1000:
        return f"{mega / 1000:.1f} GB"
    return f"{mega:.0f} MB" if mega >= 10 else f"{mega:.1f} MB"
