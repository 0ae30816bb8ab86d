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
    "entries.js": ("sitting.js",),
    "quiz-question.js": ("words.js", "feedback.js", "grade.js", "responses.js", "quiz-summary.js"),
    "quiz-guess.js": ("guess-words.js",),
    "quiz-sitting.js": ("sitting-words.js",),
}
_HOST = {part: name for name, parts in JOINED.items() for part in parts}

_IMPORT = re.compile(r"""^import (?:\{([^}]*)\} from )?"\./([\w-]+\.js)"\n""", re.MULTILINE)


def join(modules: Mapping[str, str]) -> dict[str, str]:
    """The modules by their names as they are published: those of `JOINED` with their parts, and the parts no more.

    An import stands alone at the start of its line, with names in braces or none. What modules define that are joined
    needs names of its own in each, and no part may be imported later, with `import()`: the tests read every file that
    is published.
    """
    return {
        name: _one(name, [modules[part] for part in (*JOINED.get(name, ()), name)])
        for name in modules
        if name not in _HOST
    }


def _one(name: str, contents: list[str]) -> str:
    imported = defaultdict[str, set[str]](set)

    def note(found: re.Match[str]) -> str:
        names, module = found.groups()
        if (module := _HOST.get(module, module)) != name:
            imported[module] |= {imported.strip() for imported in (names or "").split(",")} - {""}
        return ""

    bodies = [_IMPORT.sub(note, content) for content in contents]
    imports = [f'import {{{", ".join(sorted(names))}}} from "./{module}"\n' for module, names in imported.items()]
    return "".join(imports) + "\n".join(bodies)
