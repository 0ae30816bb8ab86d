"""Pictures in texts of YAML, what is shown of other hosts, and the setting that allows a few."""

from dataclasses import replace

import pytest

import coursework
from coursework.course import check
from coursework.course.content import read_content
from coursework.course.pictures import advice_on_pictures, shown_in_texts
from coursework.text.hosts import Hosts, read_hosts
from coursework.text.media import picture_fault
from making import MAPS

EXPLANATION = "A contour line joins points of equal height."
WIKIMEDIA = "https://upload.wikimedia.org"
NOBODY = Hosts()


def blocked(address, what, kind):
    return (
        f"must be a file in docs/, not '{address}': no browser shows a {what} of another host, unless "
        f"`hosts: {{{kind}: [https://…]}}` in the course's settings names it"
    )


def with_text(project, text, hosts=NOBODY):
    quiz = MAPS["quizzes/maps.yml"].replace(EXPLANATION, text)
    return replace(project(MAPS | {"quizzes/maps.yml": quiz}, {"lessons/maps.md": "# Maps\n"}), hosts=hosts)


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        (f"'See ![a [map](b)]({WIKIMEDIA}/a.png).'", "13:37", blocked(f"{WIKIMEDIA}/a.png", "picture", "pictures")),
        ("'![a map](//example.org/a.png)'", "13:28", blocked("//example.org/a.png", "picture", "pictures")),
        (
            "'![a [b [c] d] e](//example.org/a.png)'", "13:36", blocked("//example.org/a.png", "picture", "pictures"),
        ),
        (r"'![a \] b](//example.org/a.png)'", "13:29", blocked("//example.org/a.png", "picture", "pictures")),
        (r"'\\![a](//example.org/a.png)'", "13:26", blocked("//example.org/a.png", "picture", "pictures")),
        (
            "'![a film](a.mp4)'", "13:29",
            'must be a picture, not mp4: films and sounds stand on a page, as `<video controls src="…">`',
        ),
        (
            "|\n      One.\n\n      ![a map](b/a.PDF)", "16:16",
            "must be saved as svg, png, jpg or webp, not pdf, which no browser shows as a picture",
        ),
    ],
)  # fmt: skip
def test_a_picture_that_nobody_would_see_is_told_in_its_place(project, text, place, fault):
    made = with_text(project, text)
    problems = [str(problem) for problem in check.between_files(read_content(made), made)]
    assert [line for line in problems if "picture" in line] == [
        f"quizzes/maps.yml:{place}: question contour, explanation, picture: {fault}"
    ]


@pytest.mark.parametrize("text", ["`![a](https://a.org/a.png)`", "![a](a.png) ![b](../b.svg)", "\\![a](//a.org/a.png)"])
def test_what_is_shown_or_is_no_picture_is_not(project, text):
    made = with_text(project, f"'{text}'")
    assert list(check.picture_problems(read_content(made), made)) == []


def test_a_host_that_is_allowed_shows_its_pictures_and_nothing_else(project):
    made = with_text(project, f"'![a]({WIKIMEDIA}/a.png)'", Hosts(pictures=(WIKIMEDIA,)))
    assert list(check.picture_problems(read_content(made), made)) == []
    made = with_text(project, f"'![a]({WIKIMEDIA}/a.png)'", Hosts(frames=(WIKIMEDIA,)))
    assert len(list(check.picture_problems(read_content(made), made))) == 1


def test_a_picture_without_words_and_a_diagram_are_advised(project):
    made = with_text(project, "|\n      ![](a.png) ![b](b.png) mermaid\n\n      ```mermaid\n      a-->b\n      ```")
    content = read_content(made)
    assert [str(advice) for advice in advice_on_pictures(content, made)] == [
        "quizzes/maps.yml:14:11: question contour, explanation, picture: should say within `![…]` what it shows, for "
        "those who do not see it",
        "quizzes/maps.yml:16:7: question contour, explanation: should be a picture in docs/: nothing draws the "
        "diagram, and readers see what stands here as code",
    ]
    assert shown_in_texts(content, made) == {"a.png", "b.png", "mermaid"}
    assert {str(advice) for advice in advice_on_pictures(content, made)} <= {*map(str, coursework.build(made).advice)}


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("a.mp4?x", "must be written as `<video controls src=\"…\"></video>`: no film is shown as a picture"),
        ("b/a%20b.MP3", "must be written as `<audio controls src=\"…\"></audio>`: no sound is shown as a picture"),
        ("a.heic", "must be saved as svg, png, jpg or webp, not heic, which no browser shows as a picture"),
        ("a.webp", ""), ("a", ""), ("mp4", ""), ("http://[x/a.mp4", ""),
    ],
)  # fmt: skip
def test_a_film_on_a_page_is_written_as_one(address, fault):
    assert picture_fault(address, on_page=True) == fault


HOSTS = Hosts((WIKIMEDIA,), ("https://media.example:8080",), ("https://frames.example",), own="https://me.github.io")


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("pictures", "a.png"), ("pictures", "/a.png"), ("pictures", f"{WIKIMEDIA}/a.png"),
        ("pictures", "HTTPS://Upload.Wikimedia.org/a.png"), ("pictures", "data:image/png;base64,AA"),
        ("pictures", "https://me.github.io/course/a.png"), ("media", "https://media.example:8080/a.mp3"),
        ("frames", "https://frames.example/a?b"), ("frames", "about:blank"), ("frames", "../a/"),
        ("frames", "https://frames.example:443/a"),
    ],
)  # fmt: skip
def test_what_the_policy_lets_through_is_no_fault(kind, address):
    assert HOSTS.fault(kind, address) == ""


@pytest.mark.parametrize(
    ("kind", "address", "what"),
    [
        ("pictures", "https://frames.example/a.png", "picture"), ("pictures", "/\\a.example/a.png", "picture"),
        ("pictures", "\\\\a.example/a.png", "picture"),
        ("pictures", "https://upload.wikimedia.org.evil.example/a.png", "picture"),
        ("pictures", "https://upload.wikimedia.org@evil.example/a.png", "picture"),
        ("media", "https://media.example/a.mp3", "film or sound"),
        ("frames", "https://[x", "frame"),
    ],
)  # fmt: skip
def test_what_it_blocks_is(kind, address, what):
    assert HOSTS.fault(kind, address) == blocked(address, what, kind)


@pytest.mark.parametrize(
    "address", ["/\t/a.example/a.png", "/\n\\a.example/a.png", "ht\ttps://a.example/a.png", "\x01 //a.example/a.png"]
)
def test_an_address_is_read_as_browsers_read_it(address):
    assert "must be a file in docs/" in HOSTS.fault("pictures", address)


def test_a_host_that_is_allowed_is_so_with_the_signs_that_browsers_leave_out():
    assert HOSTS.fault("pictures", f" {WIKIMEDIA[:3]}\n{WIKIMEDIA[3:]}\\a.png\x00") == ""


@pytest.mark.parametrize(
    ("kind", "address", "why"),
    [
        ("pictures", "file:///a.png", ", which lies on your own computer, where no reader gets it"),
        ("media", "C:/a.mp3", ", which lies on your own computer, where no reader gets it"),
        ("media", "data:audio/wav,AA", ": no browser shows a film or sound of an address with `data:`"),
        ("frames", "javascript:go()", ": no browser shows a frame of an address with `javascript:`"),
    ],
)
def test_what_lies_at_no_host_is_told_as_what_it_is(kind, address, why):
    assert HOSTS.fault(kind, address) == f"must be a file in docs/, not '{address}'{why}"


@pytest.mark.parametrize(
    "setting",
    [
        [WIKIMEDIA], WIKIMEDIA, {"picture": [WIKIMEDIA]}, {"pictures": WIKIMEDIA}, {"pictures": [f"{WIKIMEDIA}/"]},
        {"pictures": ["https://a.example", "Upload.Wikimedia.org"]},
    ],
)  # fmt: skip
def test_a_host_of_a_setting_that_cannot_be_read_is_told_there_alone(setting):
    hosts = read_hosts(setting, lambda keys, message, of_name=False: None)
    assert [hosts.fault("pictures", f"{start}//upload.wikimedia.org/a.png") for start in ("https:", "http:", "")] == [
        ""
    ] * 3
    assert hosts.fault("pictures", "https://b.example/a.png") == blocked(
        "https://b.example/a.png", "picture", "pictures"
    )


@pytest.mark.parametrize("start", ["http://", "//"])
def test_an_allowed_host_is_asked_by_https(start):
    address = f"{start}upload.wikimedia.org/a.png"
    assert HOSTS.fault("pictures", address) == f"must begin with https://, not '{address}'"


ONE_HOST = "must be https:// and the name of one host, without a path, as https://upload.wikimedia.org, not "


@pytest.mark.parametrize(
    ("setting", "keys", "fault"),
    [
        (["a"], ["hosts"], "must be a group of lists, as `pictures: [https://upload.wikimedia.org]`"),
        (
            {"picture": [WIKIMEDIA]}, ["hosts", "picture"],
            "must be pictures, media or frames, not 'picture'. Did you mean 'pictures'?",
        ),
        ({"media": WIKIMEDIA}, ["hosts", "media"], "must be a list, as `[https://upload.wikimedia.org]`"),
        *(
            ({"frames": [host]}, ["hosts", "frames", 0], f"{ONE_HOST}'{host}'")
            for host in (
                "upload.wikimedia.org", "http://a.example", "https://a.example/", "https://*.example", "https://a",
                "https://a.example; script-src *", "https://a.example 'unsafe-inline'", "https://ä.example", "", "*", 1,
            )
        ),
    ],
)  # fmt: skip
def test_a_setting_that_names_no_host_is_told(setting, keys, fault):
    notes = []
    assert read_hosts(setting, lambda keys, message, of_name=False: notes.append((keys, message))).all == []
    assert notes == [(keys, fault)]


def test_the_hosts_of_a_setting_are_read_and_named_once():
    setting = {"pictures": [WIKIMEDIA], "frames": [f"{WIKIMEDIA}:443", "https://b.example:81"], "media": None}
    hosts = read_hosts(setting, lambda keys, message, of_name=False: pytest.fail(message), own="https://me.github.io")
    assert hosts == Hosts((WIKIMEDIA,), (), (WIKIMEDIA, "https://b.example:81"), "https://me.github.io")
    assert hosts.all == [WIKIMEDIA, "https://b.example:81"]
