"""Where the host logs: MkDocs, or ProperDocs, which goes on from its last release and answers to its name."""

from __future__ import annotations

import logging

import mkdocs

# Each logs below its own name, and shows and counts for `--strict` only what is logged there.
host_log = logging.getLogger(mkdocs.__name__)
log = host_log.getChild("hooks.coursework")
