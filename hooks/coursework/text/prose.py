"""A text of Markdown without its code, so that what is looked for in it is found in words alone."""

from __future__ import annotations

import re

from coursework.source.traps import FENCED, blank

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FORMULA = re.compile(r"\$\$[^$]+\$\$|\$[^$\n]+\$")
# What holds the lines that stand four spaces deeper: an item, a box, a tab, a definition, a note.
_HOLDER = re.compile(r" *(?:[-*+] |\d+[.)] |!!!|\?\?\?|===|: |\[\^)")


def blank_comments(text: str) -> str:
    """The text with spaces in the place of its comments, those without an end left out."""
    end = text.rfind("-->") + 3  # an end is not looked for behind the last
    return _COMMENT.sub(lambda comment: blank(comment[0]), text[:end]) + text[end:] if end > 2 else text


def prose_of(text: str, math: bool) -> str:
    """The text with spaces in the place of code, comments and formulas; of code in a line the first sign stays.

    Unlike `blank_code` it leaves lines in place that are indented for what they stand in.
    """
    text = FENCED.sub(lambda code: code[0][0] + blank(code[0][1:]), text)
    text = blank_comments(text)
    text = _FORMULA.sub(lambda formula: blank(formula[0]), text) if math and "$" in text else text
    if "\n    " not in text and "\t" not in text and not text.startswith("    "):
        return text
    depths, is_apart, is_code = [0], True, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            is_apart = True
            continue
        wide = line.expandtabs(4)
        indent = len(wide) - len(wide.lstrip())
        while indent < depths[-1]:
            depths.pop()
        is_code = indent >= depths[-1] + 4 and (is_apart or is_code)
        is_apart = False
        if is_code:
            lines[number] = blank(line)
        elif _HOLDER.match(line):
            depths.append(depths[-1] + 4)
    return "\n".join(lines)
