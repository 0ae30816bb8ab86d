"""Scripts that are fetched together are one file, and what others import of them is found there."""

from coursework.course.joined_scripts import JOINED, join

HOST = "course-marks.js"
[PART] = JOINED[HOST]
MODULES = dict.fromkeys((*JOINED, *(part for parts in JOINED.values() for part in parts)), "")


def joined(**modules):
    return join(MODULES | {name.replace("_", "-") + ".js": content for name, content in modules.items()})


def test_a_part_stands_before_what_it_is_joined_to_and_is_no_file():
    part = 'import {a, b} from "./dates.js"\nexport const c = a(b)\n'
    whole = 'import {\n  b, d as e,\n} from "./dates.js"\nimport {c} from "./store.js"\nc(e)\n'
    done = joined(store=part, course_marks=whole)
    assert PART not in done
    assert done[HOST] == 'import {a, b, d as e} from "./dates.js"\nconst c = a(b)\n\nc(e)\n'


def test_what_others_import_of_a_part_is_found_where_it_is_joined():
    part, whole = "export const c = 1\nexport const f = 2\n", "export const d = 3\nexport function g() {}\n"
    other = 'import {c as e} from "./store.js"\nimport {d} from "./course-marks.js"\ne(d)\n'
    done = joined(store=part, course_marks=whole, other=other)
    assert done["other.js"] == 'import {c as e, d} from "./course-marks.js"\ne(d)\n'
    # Nobody asks for the others.
    assert done[HOST] == "export const c = 1\nconst f = 2\n\nexport const d = 3\nfunction g() {}\n"


def test_a_part_that_is_imported_for_what_it_does_is_there_once():
    done = joined(quiz_question='import "./quiz-summary.js"\nask()\n', quiz_summary="sum()\n")
    assert done["quiz-question.js"].split() == ["sum()", "ask()"]
    assert join(MODULES | {"other.js": 'import "./card.js"\n'})["other.js"] == 'import {} from "./card.js"\n'


def test_what_is_joined_is_joined_once():
    parts = [part for parts in JOINED.values() for part in parts]
    assert len(parts) == len(set(parts))
    assert not set(parts) & set(JOINED)
