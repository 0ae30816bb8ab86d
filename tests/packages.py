"""What tests of packages share: that all they name is in them, and what the schemas of IMS say of their documents."""

import os
import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

from lxml import etree

from coursework.quiz.exports.zipped import unzipped

# Not among our files: who spreads some of them has to register with IMS.
SCHEMAS = os.environ.get("QTI_SCHEMAS", "")
NO_SCHEMAS = (
    "QTI_SCHEMAS names no folder with the schemas of IMS: they lie in github.com/oat-sa/qti-sdk below "
    "src/qtism/data/storage/xml/schemes, and ims_qtiasiv1p2p1.dtd in github.com/instructure/QTIMigrationTool"
)
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
_XSD = {
    "http://www.imsglobal.org/xsd/imsqti_v2p1": "qtiv2p1/imsqti_v2p1.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://ltsc.ieee.org/xsd/LOM": "imsmd_loose_v1p3p2.xsd",
}
_DTD = "ims_qtiasiv1p2p1.dtd"


def documents(content):
    """The XML of a package by its paths; each must be well-formed."""
    return {path: ET.fromstring(file) for path, file in unzipped(content).items() if path.endswith(".xml")}


def manifest_faults(content):
    """Files that the manifest names and the package lacks, and the other way round; identifiers that are not fit."""
    files = unzipped(content)
    manifest = ET.fromstring(files.pop("imsmanifest.xml"))
    local = [(each.tag.rpartition("}")[2], each) for each in manifest.iter()]
    named = {each.get("href") for tag, each in local if tag == "file"}
    ids = [each.get("identifier") for tag, each in local if tag in ("manifest", "resource")]
    hrefs = {each.get("href") for tag, each in local if tag == "resource"} - {None}
    refs = {each.get("identifierref") for tag, each in local if tag == "dependency"}
    return [
        *(f"{path}: not in the package" for path in sorted((named | hrefs) - set(files))),
        *(f"{path}: not in the manifest" for path in sorted(set(files) - named)),
        *(f"{id}: is no NCName" for id in ids if not NCNAME.fullmatch(id)),
        *(f"{id}: not unique" for id in sorted({id for id in ids if ids.count(id) > 1})),
        *(f"{ref}: there is no such resource" for ref in sorted(refs - set(ids))),
    ]


def schema_faults(content):
    """What the schemas say of all documents of a package that they cover, as lines with the path."""
    found = []
    for path, file in unzipped(content).items():
        if path.endswith(".xml"):
            root = etree.fromstring(file)
            parts = [root, *root.iter("{http://ltsc.ieee.org/xsd/LOM}lom")]
            found += [f"{path}:{line}" for part in parts for line in _faults(part)]
    return found


def _faults(root):
    name = etree.QName(root)
    if name.localname == "questestinterop":
        validator, root = _dtd(), _without_namespaces(root)
    elif name.namespace in _XSD:
        validator, root = _schema(_XSD[name.namespace]), etree.fromstring(etree.tostring(root, with_tail=False))
    else:
        return []
    validator.validate(root)
    return [f"{error.line}: {error.message}" for error in validator.error_log]


@cache
def _schema(path):
    return etree.XMLSchema(etree.parse(str(Path(SCHEMAS) / path)))


@cache
def _dtd():
    return etree.DTD(str(Path(SCHEMAS) / _DTD))


def _without_namespaces(root):
    """A document as a DTD, which knows none, reads it."""
    for item in list(root.iter("{*}item")):
        if item.find(".//{*}render_extension") is not None:
            item.getparent().remove(item)  # an order, which is Canvas's own
    for element in root.iter():
        element.tag = etree.QName(element).localname
        for name in [name for name in element.attrib if name.startswith("{")]:
            del element.attrib[name]
    etree.cleanup_namespaces(root)
    return etree.fromstring(etree.tostring(root))
