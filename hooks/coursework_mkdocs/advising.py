"""What would be better in another way, told where nothing is wrong. It is no warning: `--strict` does not count it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mkdocs.structure.files import Files

import coursework
from coursework_mkdocs import theme_styles
from coursework_mkdocs.host import log


def advise(
    of_course: Iterable[coursework.Advice],
    files: Files,
    generated: Collection[str],
    unstyled: frozenset[str],
    earlier: Collection[str],
) -> list[str]:
    """Tell all advice but what was told `earlier`, so that under `serve` nothing is told twice; gives its lines.

    `generated` are the paths of the pages that the course makes, `unstyled` the classes without styles.
    """
    written = [file.page for file in files.documentation_pages() if file.src_uri not in generated]
    contents = {page.file.src_uri: page.content for page in written if page and page.content}
    found = [*map(str, sorted(of_course)), *theme_styles.advice(contents, unstyled)]
    for line in found:
        if line not in earlier:
            log.info(f"Advice: {line}")
    return found
