"""Modules as one classic script, for where modules are blocked: in a frame without an origin, and from a disk.

Each module is a function that runs when it is first asked for; what it exports is what the function gives. It rests on
the modules' regular form: named exports of what is declared, imports of names from files beside them, nothing awaited
outside functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IMPORT = re.compile(r"""^import (?:\{([^}]*)\} from )?"\./([\w-]+\.js)";?\n""", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|class|(?:async )?function) (\w+))", re.MULTILINE)
_LATER = re.compile(r"\bimport(?=\()")
_OWN_ADDRESS = re.compile(r"\bimport\.meta\.url\b")
# What no function can hold, or what would be another thing in it.
_IRREGULAR = re.compile(r"^(?:export\b.*|import\b.*|await\b.*|.*\bimport\.meta\b.*)$", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
# What a module imports later: one by its name, or one of several whose names begin so.
_NAMED = re.compile(r"""(?:from|\bimport\() ?"\./([\w-]+\.js)\"""")
_BEGUN = re.compile(r"\bimport\(`\./([\w-]+)\$\{")

_HEAD = """(() => {
"use strict"
const folder = new URL(".", document.currentScript.src).href, modules = {}, made = {}
const use = name => made[name] ??= modules[name]()
const later = path => Promise.resolve(path.slice(2)).then(use)
"""


def classic(modules: Mapping[str, str], first: Iterable[str]) -> str:
    """One script that holds all `modules`, by the names by which they import one another, and runs the `first`.

    Raises ValueError, with the module and the line, where one has not the form that is told above.
    """
    parts = [f'modules["{name}"] = () => {{\n{_function(name, content)}}}\n' for name, content in modules.items()]
    return "".join([_HEAD, *parts, *(f'use("{name}")\n' for name in first), "})()\n"])


def reached(modules: Mapping[str, str], first: Iterable[str]) -> dict[str, str]:
    """Those of the modules that are imported from the `first`, at once or later, and these."""
    found: dict[str, str] = {}
    todo = list(first)
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = modules[name]
            content = _COMMENT.sub("", modules[name])
            todo += [*_NAMED.findall(content), *(module for _, module in _IMPORT.findall(content))]
            todo += [other for begun in _BEGUN.findall(content) for other in modules if other.startswith(begun)]
    return found


def _function(name: str, content: str) -> str:
    """The body of the function that a module becomes."""
    exported = _EXPORT.findall(content)
    body = _EXPORT.sub("", _IMPORT.sub(_lookup, content))
    body = _OWN_ADDRESS.sub(f'(folder + "{name}")', _LATER.sub("later", body))
    if irregular := _IRREGULAR.search(_COMMENT.sub("", body)):
        raise ValueError(f"{name}: cannot be joined into a classic script: {irregular[0]}")
    return f"{body}\nreturn {{{', '.join(exported)}}}\n"


def _lookup(found: re.Match[str]) -> str:
    names, module = found.groups()
    if not names:
        return f'use("{module}")\n'
    return f'const {{{names.strip().strip(",").replace(" as ", ": ")}}} = use("{module}")\n'
