"""Fences in a built site, whatever its settings name."""

from __future__ import annotations

import re

import pytest

from building import build, copy_fixture

TITLED = '\n```py title="a.py"\nx = 1\n```\n\n```quiz\nscale: rest\n```\n'


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_fixture(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize("highlight", ["  pymdownx.highlight: {use_pygments: false}\n", ""])
def test_code_and_questions_are_there_though_no_setting_asks_for_them(project, tmp_path, highlight):
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    fewer = re.sub(r"^  pymdownx\.\w+: .*\n", "", settings, flags=re.MULTILINE)
    assert "pymdownx" not in fewer
    (project / "mkdocs.yml").write_text(
        fewer.replace("markdown_extensions:\n", f"markdown_extensions:\n{highlight}"), encoding="utf-8"
    )
    (project / "docs/about.md").write_text(f"# About\n{TITLED}", encoding="utf-8")
    result = build(project, tmp_path / "site")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert result.returncode == 0, result.stdout
    page = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    assert '<span class="filename">a.py</span>' in page
    assert "<quiz-question" in page
    assert "language-py highlight" in page


def test_a_lost_block_stops_a_build_with_its_line(project, tmp_path):
    text = (
        "---\ntitle: About\n---\n# About\n\nA sentence.\n\n    ```quiz\n    scale\n    ```\n\n```rust,ignore\nx\n```\n"
    )
    (project / "docs/about.md").write_text(text, encoding="utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode == 1
    told = [line for line in result.stdout.splitlines() if "docs/about.md" in line]
    assert [re.findall(r"docs/about\.md:(\d+:\d+): the (\w*) ?block", line) for line in told] == [
        [("8:5", "quiz")], [("12:1", "")],
    ]  # fmt: skip
