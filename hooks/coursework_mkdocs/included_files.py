"""Files that pages include by `pymdownx.snippets`: what is in them counts as if it stood in the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.snippets import SnippetMissingError, SnippetPreprocessor

from coursework.text.included import Included

_EXTENSION = "pymdownx.snippets"


def included_in(texts: Mapping[str, str], config: MkDocsConfig) -> Iterator[tuple[str, Included]]:
    """The pages (texts by their paths) that include files, each with those; what lies at an address is not asked for.

    A file that is not there, or cannot be read, is told where its page is rendered.
    """
    if _EXTENSION not in config.markdown_extensions:
        return
    options = {**config.mdx_configs.get(_EXTENSION, {}), "url_download": False, "check_paths": False}
    reader = Markdown(extensions=[_EXTENSION], extension_configs={_EXTENSION: options}).preprocessors["snippet"]
    if not isinstance(reader, SnippetPreprocessor):
        return
    snippets = _Snippets(reader)
    for path, text in texts.items():
        if "8<" in text or reader.auto_append:
            try:
                lines = snippets.run(text.splitlines())
            except (OSError, UnicodeDecodeError, SnippetMissingError):
                continue
            if snippets.files:
                files = {_called(Path(file), config): found for file, found in snippets.files.items()}
                yield path, Included("\n".join(lines), files)


class _Snippets(SnippetPreprocessor):  # type: ignore[misc]  # of a library that has no types
    """Reads as another one does, and keeps the text of each of the `files` that it met."""

    def __init__(self, reader: SnippetPreprocessor):
        self.__dict__ |= vars(reader)
        self.files: dict[str, str] = {}

    def run(self, lines: list[str]) -> list[str]:
        self.files = {}
        return list(super().run(lines))

    def parse_snippets(
        self, lines: Sequence[str], file_name: str | None = None, is_url: bool = False, is_section: bool = False
    ) -> list[str]:
        if file_name:
            self.files[file_name] = Path(file_name).read_text(encoding=self.encoding)
        return list(super().parse_snippets(lines, file_name, is_url, is_section))


def _called(file: Path, config: MkDocsConfig) -> str:
    """The path of a file as its author is told it."""
    file, docs, root = file.resolve(), Path(config.docs_dir).resolve(), Path(config.config_file_path).resolve().parent
    if file.is_relative_to(docs):
        return f"docs/{file.relative_to(docs).as_posix()}"
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
