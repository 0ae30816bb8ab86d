"""What `make theme-sheet` runs: writes the theme's sheet anew, for the release of Material that is installed."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from theme_sheet import sheet

with tempfile.TemporaryDirectory() as folder:
    site = Path(folder, "site")
    sheet.build(Path(folder, "project"), site)
    text = sheet.cut_down(site)
for old in sheet.OURS.glob("main.*.css"):
    old.unlink()
sheet.OURS.mkdir(exist_ok=True)
sheet.CUT.write_text(text, encoding="utf-8")
print(f"{sheet.CUT.relative_to(sheet.building.PROJECT)}: {len(gzip.compress(text.encode(), 6)):,} bytes compressed.")
