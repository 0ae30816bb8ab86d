"""What a list can be narrowed by: the facets of `filter.html`, for any house."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Facet:
    """One thing to narrow a list by. An item has its values in `data-NAME`, the address has them in `?NAME=`.

    `legend` and `options`, a label for each value, are what the reader sees.
    """

    name: str
    legend: str
    options: Mapping[str, str]


def telling(facets: Sequence[Facet], items: Sequence[Mapping[str, Collection[str]]]) -> list[Facet]:
    """The facets that tell these items apart, each with the options that some item has.

    An item gives its values by the facet's name.
    """
    found = []
    for facet in facets:
        having = {value: sum(value in item.get(facet.name, ()) for item in items) for value in facet.options}
        if any(0 < count < len(items) for count in having.values()):
            found.append(replace(facet, options={value: facet.options[value] for value in having if having[value]}))
    return found
