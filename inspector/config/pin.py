"""PINs: one ends self-filled questionnaires, one opens what the office alone may see. Only hashes are kept.

A PIN keeps out curious people at the table. It does not protect the file: whoever holds the laptop can end the program,
and a short number is guessed quickly by a machine.
"""

import hashlib
import hmac
import secrets

from inspector.domain.errors import Refused

KIOSK_LEAST, OFFICE_LEAST = 4, 6
"""The fewest digits: a volunteer types the first one standing, the second one stands before names."""
MOST = 12
_COST, _BLOCK, _LANES = 2**14, 8, 1


def changed_pin(kept: str, old: str, new: str, least: int) -> str:
    """What may be kept of a `new` PIN. Takes a moment.

    `kept` is what was kept until now, "" for nothing; then `old` is not asked. Raises `Refused`: "pin.wrong" when `old`
    is not the PIN until now, "pin.short" when the new one is not `least` to `MOST` digits.
    """
    if kept and not pin_fits(old, kept):
        raise Refused("pin.wrong")
    if not (new.isascii() and new.isdigit() and least <= len(new) <= MOST):
        raise Refused("pin.short", least=str(least), most=str(MOST))
    return hashed_pin(new)


def hashed_pin(pin: str) -> str:
    """What may be kept of a PIN: a fresh salt and the scrypt hash, as hex with a dot between."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}.{_hash(pin, salt).hex()}"


def pin_fits(pin: str, kept: str) -> bool:
    """Whether it is the PIN of which this was kept; False for anything that was never kept so."""
    salt, _, known = kept.partition(".")
    try:
        return bool(known) and hmac.compare_digest(_hash(pin, bytes.fromhex(salt)), bytes.fromhex(known))
    except ValueError:
        return False


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES)
