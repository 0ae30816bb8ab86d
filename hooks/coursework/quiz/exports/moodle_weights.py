"""The shares of a mark that Moodle takes: it refuses any other."""

from __future__ import annotations

_WEIGHTS = (
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20", "16.66667",
    "14.28571", "12.5", "11.11111", "10", "5",
)  # fmt: skip


def shares(right: int, count: int) -> tuple[str, str]:
    """In per cent, what each of the right choices gives and what each of the others takes, of so many in all."""
    return _nearest(100 / right), _nearest(100 / max(count - right, 1))


def _nearest(share: float) -> str:
    return min(_WEIGHTS, key=lambda weight: abs(float(weight) - share))
