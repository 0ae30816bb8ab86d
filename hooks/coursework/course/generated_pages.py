"""The pages that a course adds to a site: a title and one block each."""

from __future__ import annotations

from collections.abc import Iterator

from coursework.claim.links import LEDGER
from coursework.course.content import Content
from coursework.course.content_files import REFERENCES
from coursework.course.project import Project
from coursework.glossary import read as glossary
from coursework.glossary.page import GLOSSARY
from coursework.reading.model import Reference
from coursework.text.site_file import GeneratedPage
from coursework.text.words import Words, word

# The pages that are only there where there is something to show, and what they are made of.
PAGES_OF = {
    "quizzes/": "quizzes/",
    "quizzes/index.md": "quizzes/",
    "downloads.md": "quizzes/",
    "embed.md": "quizzes/",
    "review.md": "quizzes/",
    "progress.md": "quizzes/",
    "readings/": "readings/",
    "readings/index.md": "readings/",
    "readings/bibliography.md": REFERENCES,
    "figures.md": "figures/",
    LEDGER: "claims/",
    GLOSSARY: glossary.PATH,
}
_LESS_THAN_LESSONS = 0.1


def generated_pages(content: Content, project: Project, words: Words) -> Iterator[GeneratedPage]:
    """Every page that the course generates; `words` are those of the interface."""
    at = project.folder

    def page(
        name: str, title: str, block: str, body: str = "", source: str | None = None, hidden: bool = False
    ) -> GeneratedPage:
        return GeneratedPage(f"{at}{name}.md", title, block, body, source, hidden)

    if content.quizzes:
        yield page("quizzes/index", word(words, "quizzes", "title"), "quizzes")
    has_works = bool(content.references) or not content.references_read
    if has_works or content.reading_lists:
        yield page("readings/index", word(words, "readings", "title"), "readings")
    for id, file in content.quizzes.items():
        title = file.quiz.title if file.quiz else id
        title = word(words, "quizzes", "page").format(title=title)
        # What a quiz asks, its lesson teaches; and what it says may be a slip to be seen through.
        yield GeneratedPage(
            f"{at}quizzes/{id}.md", title, "quiz", id, file.path, after=file.lesson, boost=_LESS_THAN_LESSONS
        )
    for id, listed in content.reading_lists.items():
        title = listed.reading_list.title if listed.reading_list else id
        yield page(f"readings/{id}", title, "readings", id, listed.path)
    for id, file in content.quizzes.items():
        for kind in ("worksheet", "key") if project.keys else ("worksheet",):
            title = word(words, "paper", f"{kind}-title").format(title=file.quiz.title if file.quiz else id)
            path, body = f"{at}quizzes/{id}/{kind}.md", f"{id}: {kind}"
            yield GeneratedPage(
                path, title, "quiz", body, file.path, hidden=True, sheet=True, after=f"{at}quizzes/{id}.md"
            )
    if project.style_guide:
        yield page("style-guide", word(words, "example", "title"), "quiz", "example", hidden=True)
    if content.quizzes and project.downloads:
        yield page("downloads", word(words, "downloads", "title"), "downloads", hidden=True)
    if content.quizzes and project.embed:
        yield page("embed", word(words, "embed", "title"), "embed", hidden=True)
    if content.quizzes:
        yield page("review", word(words, "review", "title"), "review")
        yield page("progress", word(words, "progress", "title"), "progress")
    if has_works:
        yield page("readings/bibliography", word(words, "readings", "bibliography"), "bibliography", source=REFERENCES)
    # Found by search, these would stand before the lessons that what is on them belongs to.
    for stem, title, _ in topics(content, project, words):
        yield page(f"readings/{stem}", title, "readings", stem.replace("topics/", "topic: "), REFERENCES, hidden=True)
    if content.figures:
        yield GeneratedPage(f"{at}figures.md", word(words, "figures", "title"), "figures", hidden=True, lists=True)
    if content.claims:
        yield GeneratedPage(at + LEDGER, word(words, "claims", "title"), "claims", hidden=True, lists=True)
    if content.glossary.terms:
        yield GeneratedPage(at + GLOSSARY, word(words, "glossary", "title"), "glossary", source=glossary.PATH)


def topics(content: Content, project: Project, words: Words) -> Iterator[tuple[str, str, list[Reference]]]:
    """The path below `readings/`, the title and the works of each topic that has any."""
    for topic, label in project.topics.items():
        works = [reference for reference in content.references.values() if topic in reference.topics]
        if works:
            yield f"topics/{topic}", word(words, "readings", "topic").format(topic=label), works


def sets(content: Content, project: Project, words: Words) -> Iterator[tuple[str, str, list[Reference]]]:
    """The path below `readings/`, the title and the works of each set that readers can take away."""
    references = content.references
    if references or not content.references_read:
        yield "bibliography", word(words, "readings", "bibliography"), list(references.values())
    yield from topics(content, project, words)
    for id, file in content.reading_lists.items():
        if file.reading_list:
            ids = [reading.reference for reading in file.reading_list.readings]
            yield id, file.reading_list.title, [references[id] for id in ids if id in references]
