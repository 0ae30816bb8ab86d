"""What Python-Markdown has registered: the names and priorities, which its registries keep to themselves."""

from __future__ import annotations

from typing import Protocol, TypeVar

from markdown.util import Registry

Registered = TypeVar("Registered")


class Item(Protocol):
    """How something is registered."""

    @property
    def name(self) -> str: ...
    @property
    def priority(self) -> float: ...


def items_of(registry: Registry[Registered]) -> list[Item]:
    """How each thing is registered; in the order of what iterating over the registry gives, once that was done."""
    items: list[Item] = registry._priority  # type: ignore[attr-defined]  # there is no public way to the names
    return items
