"""What others keep to themselves and we use all the same: each name in one place, with a word when it is gone."""

from __future__ import annotations

import ast

from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import InlineProcessor
from mkdocs.commands import build
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure import pages

from test_architecture import MODULES

# What stands in the way of a public name: MkDocs has none for its two steps over the links of a page, nor for the
# rendering of one between the events of plugins, nor for a server to build again; Python-Markdown has
# none for the names in a registry, for the loop over inline patterns, which is made shorter, and for a row of a table.
PLACES = {
    "_populate_page": "coursework_mkdocs.checking",
    "_ExtractAnchorsTreeprocessor": "coursework_mkdocs.pages",
    "_RelativePathTreeprocessor": "coursework_mkdocs.pages",
    "_priority": "coursework.text.registry",
    "_InlineProcessor__handleInline": "coursework.text.shortcuts.quick_inline",
    "_InlineProcessor__applyPattern": "coursework.text.shortcuts.quick_inline",
    "_rebuild_cond": "coursework_mkdocs.serving",
    "_split_row": "coursework.text.table_rows",
}
_PUBLIC = {"_replace"}  # of named tuples, which begin all their methods so


def private_names(source):
    """The names with an underscore in front that a module takes from another, or gives to another's class."""
    tree = ast.parse(source)
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    own |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if alias.name.startswith("_"))
        elif isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own | _PUBLIC:
            yield node.attr
        elif isinstance(node, ast.FunctionDef) and "__" in node.name.strip("_"):
            yield node.name  # an overridden name that was mangled


def is_private(name):
    return name.startswith("_") and not name.endswith("__")


def test_each_private_name_of_others_stands_in_one_place():
    used = {(name, module) for module, source in MODULES.items() for name in private_names(source)}
    assert used == set(PLACES.items())


def test_a_private_name_is_found_however_it_is_taken():
    assert list(private_names("from mkdocs.structure.pages import _A")) == ["_A"]
    assert list(private_names("def f(md): return md._b + md.__class__ + md.c")) == ["_b"]
    assert list(private_names("class C(D):\n    def _D__e(self): return self._f\n    def _f(self): pass")) == ["_D__e"]


def test_each_private_name_is_still_there():
    of_host, of_markdown = {*vars(pages), *vars(build)}, {*vars(InlineProcessor), *vars(Markdown().inlinePatterns)}
    names = {*of_host, *of_markdown, *vars(TableProcessor), *LiveReloadServer.__init__.__code__.co_names}
    assert set(PLACES) - names == set(), "another release has it no more: look at the module that PLACES names"
