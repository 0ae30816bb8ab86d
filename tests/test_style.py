"""Style sheets lose what only their authors read, and nothing else."""

import re

import pytest

from coursework.style import compact
from making import ROOT


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("a { color: red; }\n\nb { top: 0 }\n", "a{color:red}b{top:0}"),
        ("/* a; { } */ a :is(b, c) > d { top: calc(1em + 2px); }", "a :is(b,c) > d{top:calc(1em + 2px)}"),
        ('a::before { content: "/* ;  } "; }', 'a::before{content:"/* ;  } "}'),
        ("a { background: url('a;b.svg'); } /* end */", "a{background:url('a;b.svg')}"),
        ("@media (min-width: 45em) {\n  a:not( .b ) { top: 0; }\n}", "@media (min-width:45em){a:not( .b ){top:0}}"),
    ],
)  # fmt: skip
def test_a_sheet_keeps_its_rules_and_texts(written, published):
    assert compact(written) == published


def test_the_course_keeps_every_rule():
    sheet = (ROOT / "theme/assets/course.css").read_text(encoding="utf-8")
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert compact(sheet).count("{") == bare.count("{") and compact(sheet).count("}") == bare.count("}")
    assert "/*" not in compact(sheet)
