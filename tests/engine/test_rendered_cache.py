"""Under `serve` a page is taken as it was rendered only where it comes from the same, and where one can know."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from coursework_mkdocs.rendered_cache import RenderedCache

BASE = "extra: {{course: {{id: maps, stances: {{new: {label}}}}}}}\n"
SETTINGS = "INHERIT: base.yml\nsite_name: Maps\nmarkdown_extensions: {extensions}\n"


class Course:
    """What the cache asks of a course: the fingerprint of a text."""

    class publishing:  # noqa: N801  as the course calls it
        class fingerprints:  # noqa: N801
            of = staticmethod(str.upper)


@pytest.fixture
def cache_of(tmp_path: Path):
    def make(label: str = "New", extensions: str = "[toc]", paths=("index.md",)) -> RenderedCache:
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "base.yml").write_text(BASE.format(label=label), encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(extensions=extensions), encoding="utf-8")
        cache = RenderedCache()
        cache.begin(load_config(str(tmp_path / "mkdocs.yml")), paths)
        return cache

    return make


def test_the_same_settings_read_anew_give_the_same_key(cache_of):
    keys = {cache_of().key("a text", Course) for _ in range(2)}
    assert len(keys) == 1 and None not in keys


@pytest.mark.parametrize(
    "changed",
    [{"label": "Recent"}, {"extensions": "[toc, admonition]"}, {"paths": ("index.md", "more.md")}],
    ids=["an inherited setting", "an extension", "a page more"],
)
def test_what_all_pages_depend_on_changes_every_key(cache_of, changed):
    assert cache_of().key("a text", Course) != cache_of(**changed).key("a text", Course)


def test_what_is_rendered_of_a_page_changes_its_key(cache_of):
    assert cache_of().key("a text", Course) != cache_of().key("a text, with what it includes", Course)


@pytest.mark.parametrize("extension", ["pymdownx.snippets", "pymdownx.b64", "markdown_include.include"])
def test_where_an_extension_reads_other_files_nothing_is_taken_as_it_was(cache_of, extension, monkeypatch):
    monkeypatch.setattr("mkdocs.config.config_options.MarkdownExtensions.run_validation", lambda self, value: [*value])
    cache = cache_of(extensions=f"[{extension}]")
    assert cache.key("a text", Course) is None
    cache.put("index.md", None, "rendered")
    assert cache.get("index.md", None) is None


def test_a_page_is_taken_under_its_own_key_alone(cache_of):
    cache = cache_of()
    cache.put("index.md", "one", "rendered")
    assert cache.get("index.md", "one") == "rendered"
    assert cache.get("index.md", "two") is cache.get("more.md", "one") is None
    cache.clear()
    assert cache.get("index.md", "one") is None


READING = """
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: file
          class: file
          format: !!python/name:json.dumps
"""


def test_a_fence_of_another_may_read_a_file(cache_of, tmp_path):
    cache = cache_of(extensions="[pymdownx.superfences]")
    assert cache.key("a text", Course)
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: base.yml\nsite_name: Maps{READING}", encoding="utf-8")
    cache.begin(load_config(str(tmp_path / "mkdocs.yml")), ["index.md"])
    assert cache.key("a text", Course) is None
