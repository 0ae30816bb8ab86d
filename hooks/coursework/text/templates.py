"""Our own Jinja environment: everything is escaped, nothing may be undefined, and the result is well-formed."""

from __future__ import annotations

import contextlib
import os
import pickle
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from coursework.text.code_in_texts import is_block
from coursework.text.words import Words, counted, day_in_words, words, words_of

# The folder of the engine: templates are named from here.
HERE = Path(__file__).parents[1]


class _Compiled(FileSystemBytecodeCache):
    """Templates as they were compiled; one whose file was cut short, as by a full disk, is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):  # costs the next build time, not this one
            super().dump_bytecode(bucket)


def compiled_in(cache: Path) -> BytecodeCache | None:
    """Templates as they were compiled, by a hash of their text, in a folder that may be deleted at any time.

    None where nothing can be kept.
    """
    folder = cache / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder)) if os.access(folder, os.W_OK) else None


def environment(cache: Path | None = None, own: Words | None = None, folder: str = "") -> Environment:
    """An environment whose templates stand beside the code of their house, as `quiz/questions/choice.html`.

    `cache` is a folder for what can be made again; `own` are the words of the interface, English ones without.
    `folder` is where the pages that the course makes stand: the beginning of their paths.
    """
    env = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,  # each build has an environment of its own
        cache_size=-1,  # all are needed, again and again: do not look for the one used least
        bytecode_cache=compiled_in(cache) if cache else None,
    )  # fmt: skip
    env.globals["words"] = words() if own is None else own
    env.globals["counted"] = counted
    env.globals["dated"] = lambda day: day_in_words(words_of(env), date.fromisoformat(day))
    env.globals["folder"] = folder
    env.tests["code"] = is_block
    return env


def element(env: Environment, template: str, **values: object) -> ET.Element:
    """The template as an element tree.

    Raises `ET.ParseError` where a template is not well-formed: a fault of ours, found by the tests,
    never of an author, whose texts arrive escaped or rendered.
    """
    return ET.fromstring(html(env, template, **values))


def html(env: Environment, template: str, **values: object) -> str:
    """The template as the text that `element` reads."""
    return env.get_template(template).render(**values).strip()
