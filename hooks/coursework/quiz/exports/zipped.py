"""A zip of some files that is the same from build to build."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest time that a zip can tell: its files are of no time at all.
_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files by their paths, in their order, compressed."""
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for path, content in files.items():
            info = ZipInfo(path, _TIME)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _READABLE, _UNIX
            archive.writestr(info, content, compresslevel=9)
    return whole.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a zip by their paths. Raises zipfile.BadZipFile."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
