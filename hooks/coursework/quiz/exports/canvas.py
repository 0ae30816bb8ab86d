"""QTI 1.2 for Canvas: a package with a quiz for each quiz, in the way in which Canvas itself writes them."""

from __future__ import annotations

import re
from html import escape

from coursework.quiz.exports.canvas_items import canvas_item
from coursework.quiz.exports.canvas_read import read
from coursework.quiz.exports.canvas_xml import PICTURES, CanvasItem, html, show
from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.seen import plain
from coursework.quiz.exports.texts import Texts
from coursework.quiz.exports.zipped import zipped
from coursework.quiz.model import Question, Quiz

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = (
    'xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/ims_qtiasiv1p2 '
    'http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"'
)
_PACKAGE = 'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"'
_META = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_PICTURE = re.compile(re.escape(PICTURES) + r'([^"]+)')
# Whose conditions all count, so that none is left for any other answer: Canvas shows what is said of those by itself.
_PARTIAL = ("matching", "multiple_dropdowns", "fill_in_multiple_blanks")


def write(bundle: Bundle) -> bytes:
    """A package of all quizzes of a bundle; what no quiz of Canvas can ask is left out.

    The course is in every name: quizzes of several courses may meet in one of Canvas, which goes by them.
    """
    files: dict[str, bytes] = {}
    resources: list[str] = []
    pictures: dict[str, bytes] = {}
    for quiz in bundle.quizzes:
        asked = [(each, item) for each in quiz.questions if (item := canvas_item(quiz, each, bundle.texts)) is not None]
        if not asked:
            continue
        name = f"{quiz.id}.{bundle.course}"
        items = "\n".join(_item(quiz, question, item, bundle) for question, item in asked)
        about = _about(quiz, bundle.texts)
        for picture in _PICTURE.findall(items + about):
            pictures[picture] = bundle.texts.pictures[picture].content
        content = _assessment(quiz, name, items)
        meta = _meta(quiz, name, about, len(asked))
        for path, text in ((f"{name}/{name}.xml", content), (f"{name}/assessment_meta.xml", meta)):
            files[path] = (_HEAD + text + "\n").encode()
        resources.append(
            f'<resource identifier="{name}" type="imsqti_xmlv1p2"><file href="{name}/{name}.xml"/>'
            f'<dependency identifierref="{name}.meta"/></resource>\n<resource identifier="{name}.meta" type="{_META}" '
            f'href="{name}/assessment_meta.xml"><file href="{name}/assessment_meta.xml"/></resource>\n'
        )
    for picture, data in sorted(pictures.items()):
        path = f"pictures/{picture}"
        files[path] = data
        resources.append(
            f'<resource identifier="picture.{picture}" type="webcontent" href="{path}"><file href="{path}"/>'
            "</resource>\n"
        )
    manifest = (
        f'{_HEAD}<manifest identifier="PACKAGE.{bundle.id}" {_PACKAGE}>\n'
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n<organizations/>\n"
        f"<resources>\n{''.join(resources)}</resources>\n</manifest>\n"
    )
    return zipped({"imsmanifest.xml": manifest.encode(), **files})


def _assessment(quiz: Quiz, name: str, items: str) -> str:
    title = escape(plain(quiz.title))
    return (
        f'<questestinterop {_QTI}>\n<assessment ident="{name}" title="{title}">\n<qtimetadata>'
        f"{_field('cc_maxattempts', 'unlimited')}</qtimetadata>\n"
        f'<section ident="root_section">\n{items}\n</section>\n</assessment>\n</questestinterop>'
    )


def _about(quiz: Quiz, texts: Texts) -> str:
    about = texts.block(quiz.introduction) if quiz.introduction else ""
    if quiz.objectives:
        points = "".join(f"<li>{texts.inline(objective.text)}</li>" for objective in quiz.objectives)
        about += f"<p>{texts.say('objectives', 'title')}</p><ul>{points}</ul>"
    return texts.place_pictures(about, lambda picture: PICTURES + picture.name)


def _meta(quiz: Quiz, name: str, about: str, count: int) -> str:
    """What Canvas keeps of a quiz beside its questions: for practice, as often as wanted, in the order of the file."""
    return (
        f'<quiz identifier="{name}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">'
        f"<title>{escape(plain(quiz.title), quote=False)}</title>"
        f"<description>{escape(about, quote=False)}</description><shuffle_answers>false</shuffle_answers>"
        f"<quiz_type>practice_quiz</quiz_type><points_possible>{count}</points_possible>"
        "<allowed_attempts>-1</allowed_attempts></quiz>"
    )


def _item(quiz: Quiz, question: Question, item: CanvasItem, bundle: Bundle) -> str:
    texts = bundle.texts
    hint = texts.hint(question)
    stem = f"<div>{texts.stem(question)}{item.after}</div>"
    replies = [("general_fb", item.closing + texts.why(quiz, question)), ("general_incorrect_fb", hint)]
    replies += [(f"{id}_fb", reply) for id, reply in item.feedback]
    wrong = hint and item.kind not in _PARTIAL
    feedback = "".join(
        f'<itemfeedback ident="{name}"><flow_mat>{html(reply, texts)}</flow_mat></itemfeedback>'
        for name, reply in replies
        if reply
    )
    fields = (
        ("question_type", f"{item.kind}_question"),
        ("points_possible", "1"),
        ("original_answer_ids", ",".join(map(str, item.ids))),
    )
    return (
        f'<item ident="{quiz.id}.{question.id}.{bundle.course}" title="{quiz.id}/{question.id}"><itemmetadata>'
        f"<qtimetadata>{''.join(_field(*field) for field in fields)}</qtimetadata></itemmetadata>\n"
        f"<presentation>{html(stem, texts)}{item.asked}</presentation>\n"
        '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
        f"{_other('general_fb')}{item.conditions}{_other('general_incorrect_fb') if wrong else ''}</resprocessing>\n"
        f"{feedback}</item>"
    )


def _other(name: str) -> str:
    return f'<respcondition continue="Yes"><conditionvar><other/></conditionvar>{show(name)}</respcondition>'


def _field(label: str, entry: str) -> str:
    return f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"


CANVAS = Format("canvas", "-canvas.zip", write, read, math="tex")
