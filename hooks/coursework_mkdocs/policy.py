"""A Content-Security-Policy in each page, since GitHub Pages cannot send headers.

Scripts run only from the site itself, and inline only those that the build put there, by their hashes. So even if
something of an author's or a reader's were to reach a page as markup, it could neither run nor call anywhere.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256

# Styles and pictures as data: URLs inside the theme's style sheet (icons drawn as masks) need `img-src data:`.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
# In small letters, as the build writes its tags; a script in any other form is not allowed to run.
_INLINE = r"<{tag}(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</{tag}\s*>"
# Blocks of data, such as JSON, are not run, so they need no hash.
_DATA = re.compile(r"""\stype=["']?+(?!module|text/javascript|application/javascript)""", re.IGNORECASE)


def with_policy(page: str) -> str:
    """The page (whole HTML) with its policy as the first thing in the head after the character set."""
    policy = _POLICY.format(scripts=_sources(page, "script"), styles=_sources(page, "style"))
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="strict-origin-when-cross-origin">'
    )
    return re.sub(r"(<head>\s*<meta charset=[^>]*>)", lambda match: match[1] + metas, page, count=1)


def _sources(page: str, tag: str) -> str:
    hashes = []
    for match in re.finditer(_INLINE.format(tag=tag), page, re.DOTALL):
        attributes, text = match["attributes"], match["text"]
        if re.search(r"\ssrc=", attributes) or _DATA.search(attributes) or not text:
            continue
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        hashes.append(f"'sha256-{digest}'")
    return " ".join(["'self'", *dict.fromkeys(hashes)])
