"""The signs of other readers of Markdown, and of extensions: what each is called, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Syntax:
    """What `pattern` finds is `what`. `sign` is a pattern that is quick, and finds at least as much.

    On pages `setting` turns it on, and so does each name of an extension or a plugin in `read_by`. `instead` is what to
    write. What `is_doubtful` may as well be meant as it stands; only what is `in_code` is looked for there.
    """

    sign: str
    what: str
    pattern: re.Pattern[str]
    instead: str = ""
    setting: str = ""
    read_by: tuple[str, ...] = ()
    is_doubtful: bool = False
    in_code: bool = False


def _row(
    sign: str, what: str, pattern: str, instead: str = "", on: str = "", by: str = "", doubt: bool = False,
    in_code: bool = False,
) -> Syntax:  # fmt: skip
    return Syntax(sign, what, re.compile(pattern, re.MULTILINE), instead, on, tuple(by.split()), doubt, in_code)


BOX = '`!!! note "Title"` with its text four spaces deeper'
_CITED = "[A-Za-z0-9_][A-Za-z0-9_:.-]*"
_LATEX = (
    r"\\(?:(?:auto|[cC]|eq|name|page)?ref|emph|footnote|label|(?:sub)*section\*?|text[a-z]{2}|href|url|caption"
    r"|underline|includegraphics(?:\[[^\]\n]*\])?)\{[^{}\n]*\}|^ *\\(?:item |(?:clear|new)page\b|pagebreak\b|noindent\b).*"
)
_KEY = r'(?:[a-z0-9-]+|"[^"\n]+")'
_ICON = "(?:material|fontawesome|octicons|simple)-"
# What ends somewhere in a line is looked for in its neighbourhood: a line may be as long as a book.
_CRITIC = r"\{\+\+.{1,200}?\+\+\}|\{--.{1,200}?--\}|\{~~.{1,99}?~>.{0,99}?~~\}|\{==.{1,200}?==\}|\{>>.{1,200}?<<\}"
_MDX = r"^(?:import\b.*\bfrom +['\"].*|import +['\"].*['\"];? *$|export +(?:const|default|function)\b.*)"

# fmt: off
# What the theme's sheet has styles for.
_OFFERED = (
    _row("!!!", "a box", r"^ *!!! ?[\w-]+.*", "`> …`", "admonition"),
    _row(r"\?\?\?", "a box that opens", r'^ *\?\?\?\+? ?[\w"-]+.*', "", "pymdownx.details"),
    _row("===", "a tab", r"^ *===[+!]* +\S.*", "", "pymdownx.tabbed: {alternate_style: true}"),
    _row(r"\[[ xX]\] ", "a list of tasks", r"^ *(?:[-*+]|\d+[.)]) \[[ xX]\] .*", "",
         "pymdownx.tasklist: {custom_checkbox: true}"),
    _row(r"\[\^", "a footnote", r"^ *\[\^[^\]\n]+\]:.*|\[\^[\w-]+\]", "a source as `[@key]`", "footnotes"),
    _row(r"\*\[", "an abbreviation", r"^ *\*\[[^\]\n]+\]:.*", "", "abbr"),
    _row(r"\+\+", "a key", rf"(?<![{{\w+])\+\+{_KEY}(?:\+{_KEY})*\+\+(?![\w+])", "", "pymdownx.keys"),
    _row("==", "a highlight", r"(?<![{=\w<>!])==(?=[^\W_])[^=\n]*[^\s=]==(?![=\w}])", "`**…**`", "pymdownx.mark"),
    _row("~~", "a deletion", r"(?<![{~\w])~~(?=[^\W_])[^~\n]*[^\s~]~~(?![~\w}])", "", "pymdownx.tilde"),
    _row(r"\^\^", "an insertion", r"(?<![\^\w])\^\^(?=[^\W_])[^\^\n]*[^\s\^]\^\^(?![\^\w])", "", "pymdownx.caret"),
    _row(r"~\w", "a subscript", r"(?<![~\w])\w+~\w+~(?!~)", "`<sub>…</sub>`", "pymdownx.tilde"),
    _row(r"\^\w", "a superscript", r"(?<![\^\w])\w+\^\w+\^(?!\^)", "`<sup>…</sup>`", "pymdownx.caret"),
    _row(r"\{:? ?[.#]", "a list of attributes", r"(?<=[\])\w ])\{:? ?[.#][a-z][\w-]*[^{}\n]*\} *$", "", "attr_list"),
)
_FOREIGN = (
    _row("-@", "a citation without its author", rf"(?<![^\s(])-@{_CITED}(?![^\[\]\n]*\])", "`[-@key]`"),
    _row("@{", "a citation of Pandoc in braces", r"@\{[^{}\s]+\}", "`@key`, of letters, digits and `-_.:`"),
    _row("cite", "a citation of LaTeX", r"\\[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\]\n]*\]){0,2}\{[^{}\n]+\}", "`[@key]`"),
    _row(r"\\[a-z]", "a command of LaTeX", _LATEX, "what it stands for, as `*…*` or `[words](#name)`"),
    _row(":::", "a block of Docusaurus, MyST, Quarto or Pandoc", r"^ *:::+ *\{?[\w.#].*", BOX, by="mkdocstrings"),
    _row(r"\}`", "a role of MyST", r"\{[a-z][a-z:-]*\}`", "a link or a citation"),
    _row(r"\)=", "a target of MyST", r"^\([\w-]+\)=$", "`{#name}` behind the heading"),
    _row(r"\.\. [a-z]", "a directive of reStructuredText", r"^ *\.\. [a-z][\w-]*::.*", BOX),
    _row(r"\{\{[<%]", "a shortcode of Hugo or Quarto", r"\{\{[<%].{0,200}?[>%]\}\}", "the HTML or the link itself"),
    _row(r"\{\{", "a value of a template", r"\{\{-? *[\w#./][^{}\n]*\}\}", "what it stands for", by="macros"),
    _row("{%", "a command of Jinja or Liquid", r"(?<!\{)\{%.{0,200}?%\}(?!\})", "what it stands for", by="macros"),
    _row("--8<--", "a snippet of another file", r"^ *;*--8<--.*", "what it holds", "pymdownx.snippets"),
    _row(r"\{[!*]", "a piece of another file", r"^ *\{[!*] ?[\w./].{0,200}?[!*]\}.*", "what it holds",
         by="markdown_include.include mdx_include"),
    _row(r"\n *(?:--8<--|\{[!*])", "a piece of another file",
         r"^ *(?:```+|~~~+).*\n *(?:--8<-- .*|\{[!*] ?[\w./].{0,200}?[!*]\})$", "what it holds",
         by="pymdownx.snippets markdown_include.include mdx_include", doubt=True, in_code=True),
    _row(r"\[TOC\]", "a table of contents", r"^ *\[TOC\] *$", "nothing: it is beside each page", by="toc.marker"),
    _row(f":{_ICON}", "an icon", rf":{_ICON}[\w-]+:", "a word or a sign of Unicode", by="pymdownx.emoji"),
    _row(":[a-z]", "an emoji by its name", rf"(?<![\w:/.-]):(?!{_ICON})[a-z][a-z0-9_+-]+:(?![\w:/])",
         "the sign itself", by="pymdownx.emoji", doubt=True),
    _row("///", "a block of pymdownx.blocks", r"^ */{3,} *[a-z][\w-]*.*", BOX, by="pymdownx.blocks"),
    _row(r"\[\[", "a link of a wiki", r"!?\[\[(?!@)[^\W\d_][^\[\]\n]*\]\](?![(\[])", "`[words](page.md)`",
         by="wikilinks roamlinks ezlinks obsidian-bridge", doubt=True),
    _row("import |export ", "a line of MDX", _MDX, "nothing, for no page can load code"),
    _row(r"\)!", "the mark of an annotation", r"(?<=[\s.,;:])\(\d{1,2}\)!(?=\s|$)", "what it says", doubt=True),
    _row(r"\[!", "an alert of GitHub or Obsidian", r"^ *> *\[![A-Za-z]+\].*", BOX,
         by="pymdownx.quotes github-callouts markdown_callouts callouts"),
    _row(r"\{(?:\+\+|--|~~|==|>>)", "a mark of CriticMarkup", _CRITIC, "the text as it is to be", "pymdownx.critic"),
    _row(r"\]\{", "a span of Pandoc", r"(?<!\])\[[^\[\]\n]+\]\{[.#][^}\n]*\}", "`**…**`",
         by="pymdownx.bracketspan"),
    _row(r"\^\[", "a note of Pandoc", r"(?<=[\w.,;:!?)])\^\[[^\]\n]{1,200}\]", "a sentence in brackets", doubt=True),
    _row(r"\+[-=]{3}", "a table of Pandoc", r"^ *\+(?:[-=:]{3,}\+)+ *$", "`| a | b |`, a row a line"),
)
# fmt: on
SYNTAXES = (*_FOREIGN, *_OFFERED)
