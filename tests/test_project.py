"""What the settings of a project must be like, since addresses and readers' answers carry them."""

from pathlib import Path

import pytest

from coursework import Project


@pytest.mark.parametrize("id", ["", "My course", "a--b", "A"])
def test_the_name_of_a_course_is_a_word_for_ever(id):
    with pytest.raises(ValueError, match=r"extra.course.id must be small letters, digits and single hyphens, not"):
        Project(Path(), {}, id)


@pytest.mark.parametrize("setting", ["stances", "topics"])
def test_the_words_for_stances_and_topics_can_stand_in_an_address(setting):
    assert Project(Path(), {}, "maps", **{setting: {"for-maps": "For maps"}})
    with pytest.raises(ValueError, match=f"extra.course.{setting} must be .* not 'For maps'"):
        Project(Path(), {}, "maps", **{setting: {"For maps": "For maps"}})


@pytest.mark.parametrize("setting", ["stances", "topics"])
def test_the_words_for_stances_and_topics_are_a_group(setting):
    with pytest.raises(ValueError, match=f"extra.course.{setting} must be a group of fields"):
        Project(Path(), {}, "maps", **{setting: ["for-maps"]})
