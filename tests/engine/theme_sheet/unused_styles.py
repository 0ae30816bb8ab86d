"""Style sheets without what can match nothing in a site: the texts of its sheets and the names in its pages and
scripts in, sheets out.

A theme brings rules for everything that it can do; a site does a part of it. A rule goes only where every one of its
selectors needs a class, an id, an element or an attribute that is written nowhere: in no page, and in no script that
might put it there. All words of pages and scripts count as written, whatever they mean there, so that what is unsure
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import tinycss2

from theme_sheet.written import Written, that_can_match

# At-rules that hold rules: those in them are looked at one by one. In others, such as @layer, even emptiness counts.
_AROUND_RULES = ("media", "supports", "container")


def without_unused(
    sheets: Mapping[str, str], written: Written, unseen: re.Pattern[str] | None = None
) -> dict[str, list[str]]:
    """The rules of the sheets by the same names, without unused rules, selectors, keyframes and custom properties.

    Selectors in which `unseen` is found go as well.

    `sheets` must be all that the pages load, since one may use what another sets.
    """
    kept = {name: _matching(_parsed(text), written, unseen) for name, text in sheets.items()}
    used: set[str] | None = None
    while used != (mentioned := set().union(*(_mentioned(rule) for rules in kept.values() for rule in rules))):
        # What goes now may have been all that used another.
        used = mentioned
        kept = {name: _used(rules, used, written) for name, rules in kept.items()}
    return {name: [rule.serialize() for rule in rules] for name, rules in kept.items()}


def _parsed(text: str | list) -> list:
    """The rules of a sheet; those that stand in an at-rule are its `content`."""
    rules = tinycss2.parse_rule_list(text, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if _holds_rules(rule):
            rule.content = _parsed(rule.content)
    return rules


def _holds_rules(rule) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in _AROUND_RULES and rule.content is not None


def _nests(rule) -> bool:
    """Whether rules stand in it; what they match cannot be told from its own selectors alone."""
    return any(part.type == "{} block" for part in rule.content)


def _matching(rules: list, written: Written, unseen: re.Pattern[str] | None) -> list:
    """The rules of which a selector can match, with those of their selectors that can."""
    kept = []
    for rule in rules:
        stays = True
        if _holds_rules(rule):
            rule.content = _matching(rule.content, written, unseen)
            stays = bool(rule.content)
        elif rule.type == "qualified-rule" and not _nests(rule):
            rule.prelude = that_can_match(rule.prelude, written, unseen)
            stays = bool(rule.prelude)
        if stays:
            kept.append(rule)
    return kept


def _used(rules: list, used: set[str], written: Written) -> list:
    """The rules without the keyframes and custom properties that nobody uses."""
    kept = []
    for rule in rules:
        stays = True
        if _holds_rules(rule):
            rule.content = _used(rule.content, used, written)
            stays = bool(rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword.endswith("keyframes"):
            name = next((str(part.value) for part in rule.prelude if part.type in ("ident", "string")), "")
            stays = name in used or written.has(name)
        elif rule.type == "qualified-rule" and not _nests(rule):
            rule.content = _declarations(rule.content, used, written)
            stays = bool(rule.content)
        if stays:
            kept.append(rule)
    return kept


def _declarations(content: list, used: set[str], written: Written) -> list:
    """What a rule declares, without the custom properties that nobody uses."""
    declarations: list[list] = [[]]
    for part in content:
        declarations[-1].append(part)
        if part == ";":
            declarations.append([])
    return [
        part
        for declaration in declarations
        if not (name := _custom_property(declaration)) or name in used or written.has(name)
        for part in declaration
    ]


def _custom_property(declaration: list) -> str:
    first = next((part for part in declaration if part.type not in ("whitespace", "comment")), None)
    return first.value if first and first.type == "ident" and first.value.startswith("--") else ""


def _mentioned(rule) -> set[str]:
    """The names that a rule uses: all in it but those of the custom properties that it sets."""
    if _holds_rules(rule):
        return set(_words(rule.prelude)).union(*map(_mentioned, rule.content))
    if rule.type not in ("at-rule", "qualified-rule"):
        return set()
    return set(_words(rule.content or [], setting=rule.type == "qualified-rule"))


def _words(tokens: list, setting: bool = False) -> Iterator[str]:
    """The names in tokens and below them; where properties are `setting`, without the custom ones before a colon."""
    begins = setting
    for part in tokens:
        kind = part.type
        if kind in ("ident", "string") and not (begins and part.value.startswith("--")):
            yield part.value
        elif kind == "function":
            yield from _words(part.arguments)
        elif kind.endswith(" block"):
            yield from _words(part.content, setting=kind == "{} block")
        begins = setting and (part == ";" or (begins and kind in ("whitespace", "comment")))
