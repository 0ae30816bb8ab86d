"""The signs of other readers of Markdown, and of extensions: what each is called, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Syntax:
    """What `pattern` finds is `what`. `sign` is a pattern that is quick, and finds at least as much; a line begins
    with the end of the one before it.

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

    def is_likely(self, text: str) -> bool:
        """Whether a text may hold it, in a tenth of the time that `pattern` takes."""
        return re.search(self.sign, f"\n{text}") is not None


def _row(
    sign: str, what: str, pattern: str, instead: str = "", on: str = "", by: str = "", doubt: bool = False,
    in_code: bool = False,
) -> Syntax:  # fmt: skip
    return Syntax(sign, what, re.compile(pattern, re.MULTILINE), instead, on, tuple(by.split()), doubt, in_code)


BOX = '`!!! note "Title"` with its text four spaces deeper'
_CITED = "[A-Za-z0-9_][A-Za-z0-9_:.-]*"
_LATEX = (
    r"\\(?:(?:auto|[cC]|eq|name|page)?ref|emph|footnote|label|(?:sub)*section\*?|text[a-z]{2}|href|url|caption"
    r"|underline|includegraphics(?:\[[^\]\n]*\])?)\{[^{}\n]*\}"
    r"|^ *\\(?:item |(?:clear|new)page\b|pagebreak\b|noindent\b).*"
)
_SHORTCODE = (
    r"\[(?P<name>[a-z][\w-]*)(?: [^\[\]\n]*)?\][^\n]*?\[/(?P=name)\]"
    r"""|\[[a-z][\w-]*(?: [\w-]+=(?:"[^"\n]*"|'[^'\n]*'))+ */?\]"""
)
# Not within a link, a tag or an attribute.
_BARE = r"""(?<![\w"'(<\[=/`:>])https?://[^\s<>()\[\]"'`]+(?![^<>\n]*(?:</a>|>))"""
_PROGRAMS = "file|obsidian|zotero|notion|vscode|onenote|evernote"
_RUN_BY = (
    r"(?:dataview(?:js)?|tasks|query|plantuml|puml|kroki-\w+|vega(?:-?lite)?|geojson|topojson|stl|chart|excalidraw"
    r"|markmap|wavedrom|abc)\b"
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
    _row(r"\\[a-zA-Z]*cite", "a citation of LaTeX",
         r"\\[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\]\n]*\]){0,2}\{[^{}\n]+\}", "`[@key]`"),
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
    _row("%%", "a comment of Obsidian", r"%%[^%\n]+%%|^%%$", "`<!-- … -->`"),
    _row(r"\{/\*", "a comment of MDX", r"\{/\*.*?\*/\}", "`<!-- … -->`"),
    _row(r"className=|=\{", "a tag of JSX", r"<[a-zA-Z][^<>\n]*(?:\sclassName=|=\{)[^<>\n]*>?",
         "HTML, with `class` and each value in quotes"),
    _row(r"\[\]\(", "a link without words, which nobody sees", r"(?<![!\]])\[\]\([^()\n]+\)", "`[words](page.md)`"),
    _row(r"\[/[a-z]|\[[a-z][\w-]* [\w-]+=[\"']", "a shortcode of WordPress", _SHORTCODE, "the HTML or the link itself"),
    _row(r"\n\+\+\+", "a break of MyST, or a head in TOML", r"^\+\+\+(?: .*)?$",
         "nothing, or a head in YAML between `---`"),
    _row(r"\{:toc", "a table of contents", r"^ *\{:toc\b.*\}", "nothing: it is beside each page"),
    _row(r"\|\n\n: ", "the caption of a table of Pandoc", r"(?<=\|)\n\n: +\S.*", "a sentence above the table"),
    _row("\n% ", "a comment of MyST", r"^% +\S.*", "`<!-- … -->`", doubt=True),
    _row(r"\n\| [^|\n]+(?:\n|$)", "a line of verse of Pandoc", r"^\| [^|\n]+$",
         "`<br>` at the end of each line", doubt=True),
    _row(r"\n *1\)", "a list that Markdown does not read", r"^ *1\) +\S.*", "`1.`", doubt=True),
    _row(r"\n *a[.)] ", "a list that Markdown does not read", r"^ *a[.)] +\S.*\n+ *b[.)] ", "`1.`", doubt=True),
    _row(r"\[[^ xX]\] ", "a task of Obsidian in a state of its own", r"^ *[-*+] \[[^\sxX\[\]]\] .*", "`[ ]` or `[x]`",
         doubt=True),
    _row(r" \^[a-zA-Z]", "the name of a block of Obsidian", r"(?<=\s)\^[a-zA-Z][\w-]*$", "`{#name}` in a line below it",
         doubt=True),
    _row(r"\|\d", "the size of a picture of Obsidian", r"!\[[^\]\n]*\|\d+(?:x\d+)?\]",
         "`{ width=300 }` behind the picture"),
    _row(r"\n#+\w", "a heading to Markdown, though no space is behind its `#`", r"^#{1,6}[^\W\d_].*",
         "`# Words` for a heading, `\\#` for the sign", doubt=True),
    _row(r"[ \n]https?://", "an address that nobody can click", _BARE, "`<https://…>`",
         by="pymdownx.magiclink", doubt=True),
    _row(rf"\]\((?:{_PROGRAMS}):", "a link to your own computer, which no reader has",
         rf"\]\((?:{_PROGRAMS}):[^)\n]+\)", "`(page.md)` or `(https://…)`"),
    _row(":: ", "a field of Obsidian", r"^(?:[-*+] )?[A-Za-z][\w -]{0,40}:: \S.*", "a sentence", doubt=True),
    _row(r"\$\$ *[({]", "the name of a formula of Quarto or MyST", r"(?<=\$\$) *(?:\{#[\w:-]+\}|\([\w:-]+\)) *$",
         "nothing, for formulas have no numbers", doubt=True, in_code=True),
    _row("`#!", "code of a language", r"(?<!`)`#![a-z][\w+-]* [^`\n]+`(?!`)", "", "pymdownx.inlinehilite", doubt=True,
         in_code=True),
    _row("`r ", "a value that R works out", r"(?<!`)`r [^`\n]+`(?!`)", "what it comes to", doubt=True, in_code=True),
    _row(r"highlight-(?:next-line|start)", "a mark of Docusaurus for lines of code",
         r"^.*(?:#|//|/\*|<!--) *highlight-(?:next-line|start)\b.*", '`hl_lines="2 4-6"`', doubt=True, in_code=True),
    _row(r"\)!", "the mark of an annotation", r"^.*(?:#|//|/\*|(?<!!)--) *\(\d+\)!.*", "what it says", doubt=True,
         in_code=True),
    _row(rf"``` *\{{?\.?{_RUN_BY}", "a block that another program runs", rf"^ *```+ *\{{?\.?{_RUN_BY}\}}? *$",
         "what comes of it, as a picture, a table or words",
         by="kroki plantuml plantuml_markdown markmap charts", doubt=True, in_code=True),
    _row("``` *math", "a formula of GitHub", r"^ *```+ *math *$", "`$$` before and after it", doubt=True, in_code=True),
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
