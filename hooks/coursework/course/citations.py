"""Every citation of a course: collected from all texts, formatted in one go, looked up while pages are rendered."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.util import AtomicString

from coursework.course.check import malformed
from coursework.course.content import Content
from coursework.course.content_files import REFERENCES
from coursework.course.project import Project
from coursework.reading.cite import Formatted, format_citations
from coursework.source.problem import quoted, suggestion
from coursework.text.citation import clusters_in, is_cluster, keys_in
from coursework.text.page import Page


@dataclass(frozen=True)
class Citations:
    """Citations as elements. `formatted` are those that were known before any page was rendered.

    On the pages of a site of which a course `is_guest` an `@name` may well be somebody.
    """

    content: Content
    formatted: Formatted
    is_guest: bool = False

    def element(self, cluster: str, page: Page | None = None) -> ET.Element | None:
        """A citation as an element; None, with a problem on the page, where it has an unknown key."""
        references = self.content.references
        unknown = [key for key in keys_in(cluster) if key not in references]
        if page and self.content.references_read and not (self.is_guest and cluster.startswith("@")):
            for key in unknown:
                message = f"must be a reference in {REFERENCES}, or `\\@` for a plain @, not {quoted(key)}"
                page.problem(f"@{key}", "citation", message + suggestion(key, references))
        if unknown:
            return None
        if cluster not in self.formatted.clusters:
            if page:
                page.problem(cluster.split()[0], "citation", malformed(cluster))
            return None
        span = ET.fromstring(f'<span class="citation">{self.formatted.clusters[cluster]}</span>')
        span.set("data-cluster", cluster)
        for part in span.iter():
            # Formatted text is finished: no pattern of Markdown may look at it again.
            part.text = part.text and AtomicString(part.text)
            part.tail = part.tail and AtomicString(part.tail)
        return span

    def in_words(self, reference: str) -> str:
        """A reference in a few words, without brackets: "Harley, 1989"."""
        cited = self.element(f"[@{reference}]")
        return "".join(cited.itertext()).strip("()") if cited is not None else reference


def format_all(content: Content, project: Project) -> Formatted:
    """Format every reference of a course, and every citation in a page or a YAML file.

    Raises `coursework.reading.cite.CitationError` where citations cannot be formatted at all.
    """
    clusters = set(_clusters_of(content, project))
    works, style = content.references.values(), project.citation_style
    return format_citations(works, clusters, style, project.cache, language=project.language)


def _clusters_of(content: Content, project: Project) -> Iterator[str]:
    """More than are rendered does no harm."""
    texts = [*project.whole_pages.values(), *(text for _, text in content.prose())]
    written = [cluster for text in texts for cluster in clusters_in(text)]
    sources = [f"[@{'; @'.join(keys)}]" for file in content.quizzes.values() for keys in file.sources]
    sources += [f"[@{'; @'.join(claim.references)}]" for claim in content.claims_by_id.values()]
    rows = [row for file in content.figures.values() if file.figure for row in file.figure.rows]
    for cluster in (*written, *sources, *(f"[@{row.ref}]" for row in rows)):
        if is_cluster(cluster) and all(key in content.references for key in keys_in(cluster)):
            yield cluster
