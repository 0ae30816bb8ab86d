"""The packages of this course's quizzes fit together, and the schemas of their standards take them."""

import pytest

from packages import NO_SCHEMAS, SCHEMAS, manifest_faults, schema_faults

ENDINGS = ["-qti.zip", "-canvas.zip"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_package_holds_all_that_it_names(site, ending):
    files = sorted(site.rglob(f"*{ending}"))
    assert len(files) > 1
    assert [f"{file.name}: {fault}" for file in files for fault in manifest_faults(file.read_bytes())] == []


@pytest.mark.skipif(not SCHEMAS, reason=NO_SCHEMAS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_schemas_take_every_package(site, ending):
    files = sorted(site.rglob(f"*{ending}"))
    assert [f"{file.name}: {fault}" for file in files for fault in schema_faults(file.read_bytes())] == []
