"""Our own Jinja environment: everything is escaped, nothing may be undefined, and the result is well-formed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
# Ten times as fast; the other is there where PyYAML was built without it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def words() -> dict[str, Any]:
    """Every word that the reader sees in a control, from `interface.yml`."""
    return yaml.load((HERE / "interface.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506


def environment() -> Environment:
    """An environment whose templates stand beside the code of their house, as `quiz/questions/choice.html`."""
    env = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,  # each build has an environment of its own
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
