"""Python-Markdown's search for emphasis, links and quotes, without looking for what a text cannot hold.

It tries some forty patterns on every paragraph; most need a sign, as `*` or `[`, that is not there. Gains 0.8 s of the
4.7 s of CPU that this course took, and 2 of 6 s of a course of 120 lessons with 1,200 questions.
"""

from __future__ import annotations

from functools import cache

from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

from coursework.text.citation import CitationExtension
from coursework.text.formula_extension import FormulaExtension
from coursework.text.registry import items_of
from coursework.text.shortcuts import is_on

# One of these must be in a text for a pattern to find something, by the beginning of the pattern's name.
_SIGNS = {
    "backtick": "`", "escape": "\\", "reference": "[", "link": "[", "image": "[", "short_": "[", "autolink": "<",
    "automail": "<", "html": "<", "entity": "&", "linebreak": "\n", "not_strong": "*_", "em_strong": "*_",
    "formula": "$", "citation": "@", "smarty-ellipses": ".", "smarty-en-dashes": "-", "smarty-em-dashes": "-",
    "smarty-quotes": "'\"", "smarty-left-angle": "<", "smarty-right-angle": ">",
}  # fmt: skip
_ALL_SIGNS = frozenset("".join(_SIGNS.values()))


def quicken(md: Markdown) -> None:
    """Let a Markdown with all its extensions do the same in less time."""
    if not is_on("quick_inline"):
        return
    for name in ("inline", "smarty"):
        if name not in md.treeprocessors:
            continue
        slow = md.treeprocessors[name]
        if isinstance(slow, InlineProcessor):
            priority = next(item.priority for item in items_of(md.treeprocessors) if item.name == name)
            quick = _Quick(md)
            quick.inlinePatterns = slow.inlinePatterns
            md.treeprocessors.register(quick, name, priority)


class _Quick(InlineProcessor):
    def __init__(self, md: Markdown):
        super().__init__(md)
        self._by_signs: dict[frozenset[str], list[tuple[int, Pattern]]] = {}

    # Python-Markdown's own name for it. Were it another one day, this would be forgotten, and nothing be lost but time.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N803
        if isinstance(data, AtomicString):
            return data
        for place, pattern in self._patterns(_ALL_SIGNS.intersection(data)):
            start, matched = 0, place >= patternIndex
            while matched:
                apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # a private name
                data, matched, start = apply(pattern, data, place, start)
        return data

    def _patterns(self, signs: frozenset[str]) -> list[tuple[int, Pattern]]:
        """What may find something in a text that has these signs, with its place among all."""
        if signs not in self._by_signs:
            patterns = list(_patterns_of(self))  # which sorts them
            self._by_signs[signs] = [
                (place, pattern)
                for place, (pattern, item) in enumerate(zip(patterns, items_of(self.inlinePatterns)))
                if not (needed := _signs_of(item.name, pattern)) or signs.intersection(needed)
            ]
        return self._by_signs[signs]


def _patterns_of(processor: InlineProcessor) -> Registry[Pattern]:
    patterns: Registry[Pattern] = processor.inlinePatterns  # type: ignore[assignment]  # the stubs mean another class
    return patterns


def _signs_of(name: str, pattern: Pattern) -> str:
    """The signs of which a pattern needs one; none where it is a stranger's, whatever name it took."""
    if _own_patterns().get(name) != (type(pattern), pattern.pattern):
        return ""
    return next((signs for start, signs in _SIGNS.items() if name.startswith(start)), "")


@cache
def _own_patterns() -> dict[str, tuple[type[Pattern], str]]:
    """Markdown's own patterns, those of `smarty` and ours, by their names."""
    formulas = FormulaExtension(lambda formula, error: None)
    md = Markdown(extensions=["smarty", CitationExtension(lambda cluster: None), formulas])
    smarty = md.treeprocessors["smarty"]
    found = {item.name: md.inlinePatterns[item.name] for item in items_of(md.inlinePatterns)}
    if isinstance(smarty, InlineProcessor):
        found |= {item.name: _patterns_of(smarty)[item.name] for item in items_of(_patterns_of(smarty))}
    return {name: (type(pattern), pattern.pattern) for name, pattern in found.items()}
