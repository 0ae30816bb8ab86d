"""What is wrong with the links of a published site, whichever course is in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from building import ADDRESS, EDIT_ADDRESS
from published import PublishedPage, file_of

EDITED = EDIT_ADDRESS.removesuffix("docs/")


def address_of(name: str) -> str:
    """The whole address of a page."""
    # A missing page can be any address: one in a folder shows whether its own links hold there.
    return urljoin(ADDRESS, "lessons/no/such/page/" if name == "404.html" else name)


def links_within(pages: Mapping[str, PublishedPage]) -> Iterator[tuple[str, str]]:
    """Every link from a page to one of the same host, as the page's name and the link."""
    for name, page in pages.items():
        for link in page.links():
            address = urljoin(address_of(name), link)
            if not address.startswith(EDITED) and urlsplit(address).netloc == urlsplit(ADDRESS).netloc:
                yield name, link


def lost_links(site: Path, pages: Mapping[str, PublishedPage]) -> Iterator[str]:
    """The links that lead to no page, or to no place on it."""
    for name, link in links_within(pages):
        address, place = urldefrag(urljoin(address_of(name), link))
        if address == address_of("404.html"):
            address = urljoin(ADDRESS, "404.html")
        target = address.partition("?")[0].removeprefix(ADDRESS)
        file = file_of(site, unquote(target))
        if not address.startswith(ADDRESS) or not file.is_file():
            yield f"{name}: {link} leads nowhere"
        elif place and file.suffix == ".html" and unquote(place) not in pages[target.removesuffix("index.html")].ids:
            yield f"{name}: {link} leads to a page without that place"


def lost_files(site: Path, pages: Mapping[str, PublishedPage]) -> Iterator[str]:
    """What a page loads and the site does not have."""
    for name, page in pages.items():
        # A sheet to be printed has neither menu nor search.
        has_search = 'id="__config"' in page.html
        searched = [json.loads(page.text_of("script", "__config"))["search"]] if has_search else []
        for link in (*page.loaded(), *searched):
            address = urljoin(address_of(name), link)
            if link.startswith("data:"):
                continue
            if not address.startswith(ADDRESS) or not file_of(site, urldefrag(address)[0][len(ADDRESS) :]).is_file():
                yield f"{name}: {link}"


def ids_used_twice(pages: Mapping[str, PublishedPage]) -> dict[str, list[str]]:
    """The ids that a page has more than once, by its name."""
    twice = {name: [id for id, times in Counter(page.ids).items() if times > 1] for name, page in pages.items()}
    return {name: ids for name, ids in twice.items() if ids}
