"""Looks on while Markdown reads the pages of a site that are not the course's: a block on one of them would stay code.

That happens where a plugin, a hook or an extension brings it in, so that it does not stand in the page's own file. The
lines are looked at right before Markdown reads the fences among them, when all that is brought in is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

import coursework
from coursework.source.problem import quoted
from coursework.text.fences import Fence, fences_in
from coursework.text.lost_blocks import FENCES
from coursework_mkdocs.pages import file_read_by

# Before `fenced_code` and `pymdownx.superfences`, which have 25.
_BEFORE_FENCES = 25.5


class BlockWatch(Extension):
    """Python-Markdown extension that changes nothing. `found` are the blocks by the file of their page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[File, tuple[list[str], list[Fence]]] = {}

    @classmethod
    def of_site(cls, config: MkDocsConfig) -> BlockWatch:
        """One that looks on wherever a page is read by the settings of the site itself."""
        watch = cls()
        config.markdown_extensions.append(watch)  # type: ignore[arg-type]  # Python-Markdown takes it for its name
        return watch

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Look(md, self), "coursework-blocks", _BEFORE_FENCES)

    def problems(self) -> Iterator[coursework.Problem]:
        """A problem for each block."""
        for file, (lines, fences) in self.found.items():
            source = file.content_string.splitlines()
            own = [fence for fence in fences_in(source) if fence.name in FENCES]
            for fence in fences:
                block = f"must have its block {quoted(fence.opening)}"
                if any((fence.opening, fence.body) == (each.opening, each.body) for each in own):
                    message = f"{block} on a page that no other plugin makes, as a blog its posts: it would stay code"
                else:
                    message = (
                        f"{block} in its own file, or in one that pymdownx.snippets includes, not by a plugin, a hook, "
                        "another extension or an address: it would stay code"
                    )
                yield coursework.Problem(f"docs/{file.src_uri}", _line(source, lines, fence.start), 1, "", message)


class _Look(Preprocessor):
    def __init__(self, md: Markdown, watch: BlockWatch):
        super().__init__(md)
        self._watch = watch

    def run(self, lines: list[str]) -> list[str]:
        if any("```" in line or "~~~" in line for line in lines):
            fences = [fence for fence in fences_in(lines) if fence.name in FENCES]
            # What is read outside of a page, as the first lines of a post in a list of them, is read in its page too.
            if fences and (file := file_read_by(self.md)):
                self._watch.found[file] = (list(lines), fences)
        return lines


def _line(source: list[str], lines: list[str], number: int) -> int:
    """The line, from 1, of a source from which the line with a number, from 0, of those that were read has come."""
    for _, start, _, begin, end in SequenceMatcher(None, source, lines, autojunk=False).get_opcodes():
        if begin <= number < end:
            is_same = source[start : start + 1] == lines[begin : begin + 1]
            return min(start + (number - begin if is_same else 0) + 1, max(len(source), 1))
    return 1
