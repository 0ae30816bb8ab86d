"""Made-up data from a seed: the same numbers here and in `explore-noise.js`, on every device."""

from __future__ import annotations

import math
from collections.abc import Iterator

_MASK = 0xFFFFFFFF


def uniform(seed: int) -> Iterator[float]:
    """Numbers between 0 and 1, neither included, by mulberry32."""
    state = seed & _MASK
    while True:
        state = (state + 0x6D2B79F5) & _MASK
        mixed = (state ^ state >> 15) * (state | 1) & _MASK
        mixed ^= mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & _MASK) & _MASK
        yield ((mixed ^ mixed >> 14) + 0.5) / 2**32


def normal(seed: int) -> Iterator[float]:
    """Numbers of mean 0 and standard deviation 1, each of two uniform ones, by Box and Muller."""
    source = uniform(seed)
    for first in source:
        yield math.sqrt(-2 * math.log(first)) * math.cos(2 * math.pi * next(source))
