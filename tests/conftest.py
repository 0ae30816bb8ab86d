"""What tests share: a small project, its problems, its pages rendered; golden files; a browser, and pages in it."""

import contextlib
import os

import pytest
from hypothesis import settings

import coursework
from coursework.course import check
from coursework.course.content import read_content
from making import MAPS, Rendered, write_project

# The same examples in each run, so that a test turns red by a change and not by chance. `make test-long` looks for
# others, twenty times as many.
settings.register_profile("same", deadline=None, max_examples=30, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=600, database=None)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "same")
settings.load_profile(PROFILE)


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write what is rendered now as what is expected")


def pytest_collection_modifyitems(config, items):
    """Leave out what is marked `long`, the rest of a matrix of which the quick tests take a part."""
    left_out = [item for item in items if PROFILE != "long" and item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory):
    """One cache for all projects of the tests: most cite the same works in the same way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coursework.Project, "cache", tmp_path_factory.mktemp("cache"))
        yield


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests of a worker."""
    import browsing  # most tests need none, nor what starts one

    with browsing.started_browser() as started:
        yield started


@pytest.fixture
def visit(browser):
    """Open an address in a fresh profile: `visit(address, color_scheme="dark")`.

    The test fails where a page has an error, or asks another host for anything. `faults=True` is for a test
    that makes errors itself; `script` runs before those of the page; the files of the pattern `lost` do not arrive.
    """
    import browsing

    with contextlib.ExitStack() as opened:
        watches = []

        def open_page(address: str, *, faults: bool = False, script: str = "", lost: str = "", **settings):
            context = opened.enter_context(browser.new_context(reduced_motion="reduce", **settings))
            context.set_default_timeout(10_000)
            if script:
                context.add_init_script(script)
            if lost:
                context.route(lost, lambda route: route.fulfill(status=404))
            watch = browsing.Watch(address.split(browsing.FOLDER)[0])
            watches.append((watch, faults))
            context.on("page", watch.follow)
            page = context.new_page()
            page.goto(address)
            return page if settings.get("java_script_enabled") is False or faults else browsing.ready(page)

        yield open_page
    for watch, faults in watches:
        assert watch.left == []
        assert faults or watch.faults == []


@pytest.fixture
def golden(request):
    """Compare a text with the file that holds what it should be."""

    def compare(file, text):
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), "a new one: run pytest --update-golden, and read what it wrote"
        assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture
def project(tmp_path):
    """Make a project: `project(files, pages)`; without files, the one about maps."""
    return lambda files=MAPS, pages=None: write_project(tmp_path, files, pages)


@pytest.fixture
def problems_of(project):
    """The lines that an author would see for these files, without formatting a citation."""

    def read(files, pages=None, anchors=None):
        made = project(files, pages)
        content = read_content(made)
        found = [*content.problems, *check.between_files(content, made)]
        found += check.passages(content, {page: set(ids) for page, ids in (anchors or {}).items()})
        return [str(problem) for problem in sorted(set(found))]

    return read


@pytest.fixture
def advice_of(project):
    """The lines of advice that an author would see for these files."""
    return lambda files: [str(advice) for advice in sorted(check.advice(read_content(project(files))))]


@pytest.fixture
def render(project):
    """Render one page of a course: `render(text, path, files)`."""

    def page(text, path="lessons/maps.md", files=MAPS):
        pages = {"index.md": "", "lessons/maps.md": "", path: text}
        return Rendered(coursework.build(project(files, pages)), path, text)

    return page
