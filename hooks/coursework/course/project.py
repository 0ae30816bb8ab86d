"""The project that a course is built from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from coursework.lesson.work import Site
from coursework.text.corrections import Corrections
from coursework.text.hosts import Hosts
from coursework.text.included import Included
from coursework.text.stance import Stances

# Below the root.
CACHE = ".cache/coursework"


@dataclass(frozen=True)
class Project:
    """`root` is its folder; `pages` holds the source text of every page by its path below `docs/`.

    `docs` is that folder itself, which a site may call otherwise, by its path from `root`.

    Those that include files are `included` as well, with what stands in them. The paths of pages that the course makes
    begin with `folder`, as `practice/`; nothing where they stand in `docs/` itself.

    `course` names the course in readers' saved answers, so it must never change once readers have some; all
    sites of one owner on GitHub Pages share one storage. `citation_style` is the name of a CSL style.
    `order` names pages in the order of the course, which quizzes and reading lists then follow.
    `title` and `author` are the course's own ("Family, Given" for a person), `published` is the date of its text as
    year, month and day; `address` gives the whole address of a page by its path below `docs/`. They are what others
    need to cite a lesson: without a title there is nothing to cite.
    `files` are the paths of all files below `docs/`, pages among them; None where nobody knows them.
    `extensions` are those of Markdown that read pages, and plugins that may. Without `math` a `$` is a dollar and
    nothing else. `keys` says whether keys of quizzes are published, `certainty` whether readers are asked how sure they
    are, `style_guide` whether a page shows all types. `corrections` is where readers tell what is wrong: an e-mail or
    https: address.
    `hosts` are those beside its own from which pages may show something.
    A course that `is_guest` has pages of a site with rules of its own: what stands in them is not judged, and an `@`
    before no known key is an `@`. `math_on_pages` is false where a `$` is a dollar there, but not in YAML.
    `settings` are those that a page may show by name, with their values as written.
    `stances` are those that a reference, a claim, an event, a lesson or a box can have; `topics` are the words for what
    a reference is about, each with how the reader sees it.
    `downloads` are the formats in which quizzes go out, by their names; they are made where the site is `finished`, and
    not while it is looked at. `time` is that of the text in seconds since 1970, 0 where nobody knows it.
    `embed` says whether each question has a page of its own, for frames on other sites.
    `language` is that of the site, as a tag of the web (BCP 47), in which the words of the interface are.
    """

    root: Path
    pages: Mapping[str, str]
    course: str
    citation_style: str = "apa"
    order: Sequence[str] = ()
    stances: Stances = field(default_factory=Stances)
    topics: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)
    files: Collection[str] | None = None
    docs: Path = Path("docs")
    title: str = ""
    author: str = ""
    published: Sequence[int] = ()
    address: Callable[[str], str] = lambda path: ""
    math: bool = True
    extensions: frozenset[str] = frozenset()
    hosts: Hosts = field(default_factory=Hosts)
    keys: bool = True
    certainty: bool = True
    corrections: str = ""
    style_guide: bool = False
    downloads: Sequence[str] = ()
    embed: bool = False
    finished: bool = False
    time: int = 0
    is_guest: bool = False
    math_on_pages: bool = True
    language: str = "en"
    included: Mapping[str, Included] = field(default_factory=dict)
    folder: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.course):
            raise ValueError(f"course.id must be small letters, digits and single hyphens, not {self.course!r}")
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", self.language):
            raise ValueError(f"theme.language must be the tag of a language, as en or pt-BR, not {self.language!r}")
        if not isinstance(self.topics, Mapping):
            raise ValueError("course.topics must be a group of fields (`word: what readers see`)")
        for topic in self.topics:
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", topic):
                raise ValueError(f"course.topics must be small letters, digits and single hyphens, not {topic!r}")

    @cached_property
    def whole_pages(self) -> Mapping[str, str]:
        """The text of every page by its path, with what it includes in its place."""
        return {**self.pages, **{path: included.text for path, included in self.included.items()}}

    @property
    def takes(self) -> Corrections:
        """How readers tell what is wrong. Its version is the day of the text, as far as that is known."""
        return Corrections(self.corrections, "-".join(f"{part:02}" for part in self.published if part))

    @property
    def site(self) -> Site:
        """What others need to know of the course to cite a lesson of it."""
        return Site(self.course, self.title, self.author, self.published, self.address)

    @property
    def cache(self) -> Path:
        """A folder for what can be made again; it may be deleted at any time."""
        return self.root / CACHE
