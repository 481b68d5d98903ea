"""How much of this computer a foreign file may use, and how a process ties itself to that.

Tiny files can ask for gigabytes or hours (measured.md L7), and no library setting stops all of them. So the reading
process gives up its right to more memory and time before it looks at the file.
"""

import sys
from dataclasses import dataclass

from inspector.domain.errors import Place, Refused

MB = 1_000_000
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most. The sizes are threats.md 44; rows and cells are far above any register."""

    seconds: int = 9
    memory: int = 300 * MIB
    file: int = 200 * MB
    text_file: int = 50 * MB
    parts: int = 2_000
    expanded: int = 200 * MB
    shared_strings: int = 50 * MB
    ratio: int = 200
    """Expanded to packed size of one part; counts only for parts over 5 MB, because repetitive sheets pack well."""
    sheets: int = 100
    rows: int = 100_000
    columns: int = 256
    cells: int = 1_000_000
    characters: int = 60 * MB
    pictures: int = 0
    """What the pictures may take besides, all together; 0 leaves them within `expanded`."""


_IN_BYTES = {"file", "memory", "expanded", "pictures", "shared-strings"}


def too_large(what: str, limit: int, place: Place | None = None) -> Refused:
    """The refusal of a file with more of `what` than may be, the limit as people write it: "300 MB", "100,000"."""
    told = f"{limit // MB:,} MB" if what in _IN_BYTES else f"{limit:,}"
    return Refused("foreign.too-large", place or Place(), what=what, limit=told)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMIT_PROCESS_TIME = 0x2
    _LIMIT_PROCESS_MEMORY = 0x100
    _EXTENDED_LIMIT_INFORMATION = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("per_process_user_time", ctypes.c_int64),
            ("per_job_user_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def bind_this_process(limits: Limits) -> None:
        """Put this process into a job object that ends it when it takes more memory or time than allowed."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        job = kernel.CreateJobObjectW(None, None)
        rules = _ExtendedLimits()
        rules.basic.flags = _LIMIT_PROCESS_MEMORY | _LIMIT_PROCESS_TIME
        rules.basic.per_process_user_time = limits.seconds * 10_000_000
        rules.process_memory = limits.memory
        size = ctypes.sizeof(rules)
        if not (
            kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(rules), size)
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def bind_this_process(limits: Limits) -> None:
        """Lower this process's own limits of address space, processor time and dumps; it cannot raise them again."""
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        except (ValueError, OSError):  # macOS knows the limit but refuses to set it
            return
