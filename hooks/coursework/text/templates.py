"""Our own Jinja environment: everything is escaped, nothing may be undefined, and the result is well-formed."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from coursework.source.front_matter import Loader

# The folder of the engine: templates are named from here.
HERE = Path(__file__).parents[1]


class Words(dict):
    """Words by their names, as items and as attributes: templates ask for an attribute first, and for most of these."""

    def __init__(self, words: dict[str, Any]):
        super().__init__((name, Words(value) if isinstance(value, dict) else value) for name, value in words.items())
        self.__dict__ = self


def words() -> Words:
    """Every word that the reader sees in a control, from `words/en.yml`."""
    return Words(yaml.load((HERE / "words/en.yml").read_text(encoding="utf-8"), Loader=Loader))  # noqa: S506


def compiled_in(cache: Path) -> BytecodeCache | None:
    """Templates as they were compiled, by a hash of their text, in a folder that may be deleted at any time.

    None where nothing can be kept.
    """
    folder = cache / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def environment(cache: Path | None = None) -> Environment:
    """An environment whose templates stand beside the code of their house, as `quiz/questions/choice.html`.

    `cache` is a folder for what can be made again.
    """
    env = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,  # each build has an environment of its own
        bytecode_cache=compiled_in(cache) if cache else None,
    )  # fmt: skip
    env.globals["words"] = words()
    return env


def element(env: Environment, template: str, **values: Any) -> ET.Element:
    """The template as an element tree.

    Raises `ET.ParseError` where a template is not well-formed: a fault of ours, found by the tests,
    never of an author, whose texts arrive escaped or rendered.
    """
    return ET.fromstring(html(env, template, **values))


def html(env: Environment, template: str, **values: Any) -> str:
    """The template as the text that `element` reads."""
    return env.get_template(template).render(**values).strip()


def once() -> Callable[..., str]:
    """A function for templates: a `call` block of it is made once for all that give it the same values."""
    rendered: dict[tuple, str] = {}

    def render_once(*values: Any, caller: Callable[[], str]) -> str:
        if values not in rendered:
            rendered[values] = caller()
        return rendered[values]

    return render_once
