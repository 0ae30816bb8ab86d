"""A built site, with its theme's style sheet cut down to what the site uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from coursework_mkdocs.selectors import Written
from coursework_mkdocs.unused_styles import without_unused


def lighten_styles(site: Path, theme: str, others: Iterable[str]) -> None:
    """Replace the sheets that a pattern finds below the site's folder, and their names in every page.

    `others` are the other sheets that pages load, by their paths; they stay as they are. The names hold a hash of the
    content, which changes with it: a browser that has the sheet of an earlier site may lack a rule that a page needs.
    """
    sheets = {file: file.read_text(encoding="utf-8") for file in sorted(site.glob(theme))}
    loaded = {file: file.read_text(encoding="utf-8") for file in map(site.joinpath, others) if file.is_file()}
    if not sheets:
        return
    written = Written()
    loading: list[tuple[str, int, Path]] = []
    for file in site.rglob("*.html"):
        page = file.read_bytes()
        written.read_page(page)
        for sheet in sheets:
            places = re.finditer(re.escape(sheet.name.encode()), page)
            loading += ((str(file), match.start(), sheet) for match in places)
    for file in site.rglob("*.js"):
        # The stemmers of the theme's search work beside the pages, and are larger than all that works in them.
        if "lunr" not in file.relative_to(site).parts:
            written.read_script(file.read_bytes())
    written.close()
    lighter = without_unused(sheets | loaded, written)
    new_names: dict[Path, bytes] = {}
    for file in sheets:
        content = lighter[file].encode()
        name = re.sub(r"\.[0-9a-f]{8}\.", f".{sha256(content).hexdigest()[:8]}.", file.name)
        file.unlink()
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)  # of lines that are no more
        file.with_name(name).write_bytes(content)
        new_names[file] = name.encode()
    for file, place, sheet in loading:
        # As long as the one before: so the rest of the page need not be written again.
        with Path(file).open("r+b") as page:
            page.seek(place)
            page.write(new_names[sheet])
