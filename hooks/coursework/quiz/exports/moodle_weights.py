"""The shares of a mark that Moodle takes: it refuses any other."""

from __future__ import annotations

_WEIGHTS = (
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20", "16.66667",
    "14.28571", "12.5", "11.11111", "10", "5",
)  # fmt: skip


def shares(right: int, count: int) -> tuple[str, str]:
    """In per cent, what each of the right choices gives and what each of the others takes, of so many in all."""
    return _nearest(100 / right), _nearest(100 / max(count - right, 1))


def right_shares(right: int) -> list[str]:
    """In per cent, what each of the right choices gives, so that all give the whole mark; of more than 20 nothing.

    From eleven on no share on the list is the same for all: some give 10, the others 5.
    """
    if right > 20:
        return []
    tens = 20 - right if right > 10 else 0
    return ["10"] * tens + ["5"] * (right - tens) if right > 10 else [_nearest(100 / right)] * right


def _nearest(share: float) -> str:
    return min(_WEIGHTS, key=lambda weight: abs(float(weight) - share))
