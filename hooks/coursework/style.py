"""A style sheet as it is published: without what only its authors read."""

from __future__ import annotations

import re

_TEXT_OR_COMMENT = re.compile(r"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.DOTALL)


def compact(sheet: str) -> str:
    """The sheet without comments, and without the spaces and line ends that mean nothing; texts stay as they are."""
    texts: list[str] = []

    def hold(match: re.Match[str]) -> str:
        texts.append(match[1] or "")
        return f"\ue000{len(texts) - 1}\ue001" if match[1] else ""

    bare = " ".join(_TEXT_OR_COMMENT.sub(hold, sheet).split())
    bare = re.sub(r" ?([{};,]) ?|(:) ", r"\1\2", bare).replace(";}", "}")
    return re.sub("\ue000([0-9]+)\ue001", lambda held: texts[int(held[1])], bare)
