"""A figure about rain, as the engine must not know what a course is about; parts of it are replaced by the tests."""

from making import MAPS

RAINFALL = """
title: Does height bring rain?
lesson: lessons/maps.md
kind: forest
axis: {metric: r, min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain}
caption: Height and rain, *by coast* [@snyder1987].
notice: The west is wetter.
caveat: Few gauges stand high up.
alt: Two coasts, both with more rain higher up.
rows:
  - {label: West coast, estimate: 0.50, lo: 0.40, hi: 0.60, k: 12, n: 3000, ref: harley1989,
     note: "by *gauge*", read: page 3}
  - {label: East coast, estimate: -0.1, metric: rho, ref: snyder1987}
"""

FILES = {**MAPS, "figures/rainfall.yml": RAINFALL}
