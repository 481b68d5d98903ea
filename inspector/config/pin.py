"""The PIN that keeps people at a self-filled questionnaire from the interviewer's window; only its hash is kept.

It keeps out curious people at the table. It does not protect the file: whoever holds the laptop can end the program,
and a short number is guessed quickly by a machine.
"""

import hashlib
import hmac
import secrets

SHORTEST = 4
_COST, _BLOCK, _LANES = 2**14, 8, 1


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
