"""Scripts that are always fetched together, published as one file.

Together they compress to a sixth less, and a phone asks once instead of six times. As they are written they stay apart:
each has its own subject, and tests load it alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

# What is joined to a script, before it, and is no file any more.
JOINED = {
    "course-marks.js": ("store.js",),
    "entries.js": ("sitting.js", "text-of.js"),
    "quiz-question.js": ("words.js", "feedback.js", "grade.js", "responses.js", "quiz-summary.js"),
    "daily-share.js": ("review-length.js",),
    "way-on.js": ("go-on-words.js",),
    "quiz-guess.js": ("guess-words.js",),
    "quiz-progress.js": ("question-states.js", "progress-step.js"),
    "record.js": ("record-sections.js",),
    "sitting-run.js": ("sitting-result.js", "sitting-words.js"),
    "explore-guess.js": ("explore-guess-words.js", "guess-axis.js", "guess-brackets.js", "guess-form.js"),
}
# What is imported later for a name, with `import()`, where nobody reads of it.
_LATER = {"explore-guess.js": {"explore"}, "sitting-run.js": {"SittingRun"}, "way-on.js": {"wayOn"}}
_HOST = {part: name for name, parts in JOINED.items() for part in parts}

_IMPORT = re.compile(r"""^import (?:\{([^}]*)\} from )?"\./([\w-]+\.js)"\n""", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|(?:async )?function) (\w+))", re.MULTILINE)


def join(modules: Mapping[str, str]) -> dict[str, str]:
    """The modules by their names as they are published: those of `JOINED` with their parts, and the parts no more.

    An import stands alone at the start of its line, with names in braces or none. What modules define that are joined
    needs names of its own in each, and neither they nor what they are joined to may be imported later for their names,
    with `import()`, unless `_LATER` says so: the tests read every file that is published.
    """
    asked = defaultdict[str, set[str]](set, {name: {*names} for name, names in _LATER.items()})
    for name, content in modules.items():
        for names, module in _IMPORT.findall(content):
            if (host := _HOST.get(module, module)) != _HOST.get(name, name):
                asked[host] |= {imported.split(" as ")[0] for imported in _names(names)}
    return {
        name: _one(name, [modules[part] for part in (*JOINED[name], name)], asked[name]) if name in JOINED
        else _one(name, [content])
        for name, content in modules.items() if name not in _HOST
    }  # fmt: skip


def _one(name: str, contents: list[str], asked: set[str] | None = None) -> str:
    """Modules as one, which exports of its names those that are `asked` for; all where that is None."""
    imported = defaultdict[str, set[str]](set)

    def note(found: re.Match[str]) -> str:
        names, module = found.groups()
        if (module := _HOST.get(module, module)) != name:
            imported[module] |= _names(names)
        return ""

    body = "\n".join(_IMPORT.sub(note, content) for content in contents)
    if asked is not None:
        body = _EXPORT.sub(lambda found: found[0] if found[1] in asked else "", body)
    imports = [f'import {{{", ".join(sorted(names))}}} from "./{module}"\n' for module, names in imported.items()]
    return "".join(imports) + body


def _names(names: str | None) -> set[str]:
    return {name.strip() for name in (names or "").split(",")} - {""}
