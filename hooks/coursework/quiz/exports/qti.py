"""QTI 2.1, the standard for questions that many learning systems read: a package with a test for each quiz.

It has no interaction in which nothing is right: opinions are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.held import tags
from coursework.quiz.exports.qti_items import item_of
from coursework.quiz.exports.qti_read import read
from coursework.quiz.exports.qti_xml import Item, show
from coursework.quiz.exports.seen import plain
from coursework.quiz.exports.texts import Picture, Texts
from coursework.quiz.exports.zipped import zipped
from coursework.quiz.model import Question, Quiz

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{0} {1}"'
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_QTI_NAMES = f'xmlns="{_QTI}" ' + _XSI.format(_QTI, "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd")
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_PACKAGE_NAMES = f'xmlns="{_PACKAGE}" ' + _XSI.format(
    _PACKAGE, "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
)
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_MOST = '<variable identifier="MAXSCORE"/>'
_TO_PICTURES = "../pictures/"


def write(bundle: Bundle) -> bytes:
    """A package of all quizzes of a bundle."""
    package = _Package(bundle)
    for quiz in bundle.quizzes:
        package.add(quiz)
    return package.content()


class _Package:
    """The files of a package and what its manifest says of them, one quiz after the other.

    An identifier is the id of a quiz, or those of a quiz and a question, before that of the course, with dots between,
    which no id has: where a system keeps them, items of several courses may meet.
    """

    def __init__(self, bundle: Bundle):
        self._bundle, self._texts = bundle, bundle.texts
        self._files: dict[str, bytes] = {}
        self._resources: list[str] = []

    def add(self, quiz: Quiz) -> None:
        """A test and its items; nothing where no question can be one."""
        asked = [
            (f"{quiz.id}.{question.id}", question, item)
            for question in quiz.questions
            if (item := item_of(quiz, question, self._texts)) is not None
        ]
        if not asked:
            return
        course = self._bundle.course
        names = [name for name, _, _ in asked]
        depends = "".join(f'<dependency identifierref="{name}.{course}"/>' for name in names)
        self._place(quiz.id, "test", _test(quiz, names, course, self._texts), after=depends)
        for name, question, item in asked:
            self._place(name, "item", _item(quiz, question, item, self._bundle), tags(question))

    def _place(self, name: str, kind: str, xml: str, keywords: Iterable[str] = (), after: str = "") -> None:
        """Put a document into the package, with its pictures."""
        path = f"{kind}s/{name}.xml"
        pictures = self._texts.pictures_in(xml)
        placed = self._texts.place_pictures(xml, lambda picture: _TO_PICTURES + picture.name)
        self._files[path] = (_HEAD + placed + "\n").encode()
        for picture in pictures:
            self._files[_path(picture)] = picture.content
        held = "".join(f'<file href="{each}"/>' for each in (path, *map(_path, pictures)))
        words = "".join(f"<keyword>{_string(word)}</keyword>" for word in keywords)
        about = f"<metadata>{_lom(f'<general>{words}</general>')}</metadata>" if words else ""
        head = f'<resource identifier="{name}.{self._bundle.course}" type="imsqti_{kind}_xmlv2p1" href="{path}">'
        self._resources.append(f"{head}{about}{held}{after}</resource>\n")

    def content(self) -> bytes:
        """The package with its manifest."""
        bundle = self._bundle
        version = f"<lifeCycle><version>{_string(bundle.version)}</version></lifeCycle>" if bundle.version else ""
        about = _lom(f"<general><title>{_string(plain(bundle.title))}</title></general>{version}")
        manifest = (
            f'{_HEAD}<manifest {_PACKAGE_NAMES} identifier="{_manifest_name(bundle)}">\n'
            f"<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion>{about}</metadata>\n"
            f"<organizations/>\n<resources>\n{''.join(self._resources)}</resources>\n</manifest>\n"
        )
        return zipped({"imsmanifest.xml": manifest.encode(), **dict(sorted(self._files.items()))})


def _manifest_name(bundle: Bundle) -> str:
    """An identifier that no quiz can have: their ids have no capitals."""
    return f"PACKAGE.{bundle.id}"


def _path(picture: Picture) -> str:
    return f"pictures/{picture.name}"


def _lom(content: str) -> str:
    return f'<lom xmlns="{_LOM}">{content}</lom>'


def _string(text: str) -> str:
    return f"<string>{escape(text, quote=False)}</string>"


def _test(quiz: Quiz, names: Iterable[str], course: str, texts: Texts) -> str:
    """The order of the items, below the introduction and the objectives."""
    about = texts.block(quiz.introduction) if quiz.introduction else ""
    if quiz.objectives:
        points = "".join(f"<li>{texts.inline(objective.text)}</li>" for objective in quiz.objectives)
        about += f"<p>{texts.say('objectives', 'title')}</p><ul>{points}</ul>"
    title = escape(plain(quiz.title))
    block = f'<rubricBlock view="candidate">{about}</rubricBlock>\n' if about else ""
    refs = "".join(f'<assessmentItemRef identifier="{name}.{course}" href="../items/{name}.xml"/>\n' for name in names)
    return (
        f'<assessmentTest {_QTI_NAMES} identifier="{quiz.id}.{course}" title="{title}">\n'
        '<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">\n'
        f'<assessmentSection identifier="section" title="{title}" visible="true">\n{block}{refs}'
        "</assessmentSection>\n</testPart>\n</assessmentTest>"
    )


def _item(quiz: Quiz, question: Question, item: Item, bundle: Bundle) -> str:
    texts = bundle.texts
    hint = texts.hint(question) if item.right else ""
    replies = [*item.feedback, ("hint", hint), ("explanation", item.closing + texts.why(quiz, question))]
    feedback = "".join(
        f'<modalFeedback outcomeIdentifier="FEEDBACK" identifier="{name}" showHide="show">{html}</modalFeedback>\n'
        for name, html in replies
        if html
    )
    return (
        f'<assessmentItem {_QTI_NAMES} identifier="{quiz.id}.{question.id}.{bundle.course}" '
        f'title="{quiz.id}/{question.id}" adaptive="false" timeDependent="false">\n'
        f"{item.declared}\n{_outcome('SCORE', '0')}\n{_outcome('MAXSCORE', '1')}\n"
        '<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>\n'
        f"<itemBody>{item.body}</itemBody>\n{_processing(item, bool(hint))}\n{feedback}</assessmentItem>"
    )


def _outcome(name: str, value: str) -> str:
    return (
        f'<outcomeDeclaration identifier="{name}" cardinality="single" baseType="float">'
        f"<defaultValue><value>{value}</value></defaultValue></outcomeDeclaration>"
    )


def _processing(item: Item, has_hint: bool) -> str:
    """The mark, and what is shown: after any answer the explanation, after a wrong one the hint."""
    rules = show(item.shown + '<baseValue baseType="identifier">explanation</baseValue>')
    if item.right:
        otherwise = _mark(item.share) if item.share else ""
        otherwise += show('<baseValue baseType="identifier">hint</baseValue>') if has_hint else ""
        wrong = f"<responseElse>{otherwise}</responseElse>" if otherwise else ""
        right = f"<responseIf>{item.right}{_mark(_MOST)}</responseIf>"
        rules = f"<responseCondition>{right}{wrong}</responseCondition>{item.rules}{rules}"
    return f"<responseProcessing>{rules}</responseProcessing>"


def _mark(expression: str) -> str:
    return f'<setOutcomeValue identifier="SCORE">{expression}</setOutcomeValue>'


QTI = Format("qti", "-qti.zip", write, read, math="mathml", dated="day")
