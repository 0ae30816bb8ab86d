"""What the settings of a project must be like, since addresses and readers' answers carry them."""

from pathlib import Path

import pytest

from coursework import Project


@pytest.mark.parametrize("id", ["", "My course", "a--b", "A"])
def test_the_name_of_a_course_is_a_word_for_ever(id):
    with pytest.raises(ValueError, match=r"course.id must be small letters, digits and single hyphens, not"):
        Project(Path(), {}, id)


def test_the_words_for_topics_can_stand_in_an_address():
    assert Project(Path(), {}, "maps", topics={"for-maps": "For maps"})
    with pytest.raises(ValueError, match=r"course.topics must be .* not 'For maps'"):
        Project(Path(), {}, "maps", topics={"For maps": "For maps"})


def test_the_words_for_topics_are_a_group():
    with pytest.raises(ValueError, match=r"course.topics must be a group of fields"):
        Project(Path(), {}, "maps", topics=["for-maps"])
