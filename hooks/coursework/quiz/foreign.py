"""Fields of quizzes as other tools call them: what they are called here, or why there is no such thing."""

_CALLED: dict[str, str] = {
    "title": "name heading quiz_title",
    "questions": "items question_list exercises",
    "introduction": "intro description instructions preamble",
    "objectives": "goals outcomes aims learning_objectives",
    "id": "name key slug identifier",
    "type": "kind question_type questiontype",
    "prompt": "question stem text ask title question_text questiontext",
    "choices": "options answers alternatives distractors options_list items",
    "correct": "is_correct iscorrect right is_right isright answer",
    "feedback": "comment comments response reply remark",
    "explanation": "rationale explain solution general_feedback generalfeedback justification why",
    "scenario": "vignette case context passage stimulus",
    "hint": "tip clue help hints",
    "cite": "source sources reference references citation citations ref refs",
    "claims": "claim",
    "level": "difficulty bloom cognitive_level",
    "objective": "goal outcome learning_objective",
    "order": "shuffle random randomize randomise shuffle_answers",
    "text": "label option choice content value title",
    "answer": "correct_answer correct key solution value",
    "answers": "answer accepted correct_answers solutions variants",
    "pairs": "matches matching items left_right",
    "items": "order steps sequence",
    "tolerance": "margin error range accuracy",
    "unit": "units",
    "model": "model_answer sample_answer answer solution",
    "rubric": "criteria checklist grading",
}  # fmt: skip


def _turned(called: dict[str, str]) -> dict[str, tuple[str, ...]]:
    others: dict[str, list[str]] = {}
    for name, words in called.items():
        for word in words.split():
            for form in {word, word.replace("_", "-"), word.replace("_", " ")}:
                others.setdefault(form, []).append(name)
    return {word: tuple(names) for word, names in others.items()}


FOREIGN = _turned(_CALLED)

FOREIGN_TYPES = {
    word: name
    for name, words in {
        "single-choice": "mc mcq multichoice single radio multiple_choice_single one-choice",
        "multiple-choice": "checkbox checkboxes multiple-response multiple-answer multiple-select multi select-all mrq",
        "true-false": "tf truefalse true/false boolean bool yes-no",
        "matching": "match pairs connect drag-and-drop",
        "ordering": "order sort sorting sequence ranking rank",
        "numerical": "number numeric calculated integer",
        "short-answer": "short shortanswer text typed fill-in",
        "cloze": "fill-in-the-blank fill-in-the-blanks fib gaps gap-fill blanks",
        "open-response": "essay long-answer free-text freetext open paragraph",
        "opinion": "likert survey poll scale rating",
    }.items()
    for word in words.split()
}

_WEIGHT = "a question has no weight here, each counts the same"
_TIME = "nothing here is timed"
NEEDLESS = {
    **dict.fromkeys(("points", "point", "weight", "score", "marks", "grade", "penalty", "defaultgrade"), _WEIGHT),
    **dict.fromkeys(("time", "timer", "time_limit", "timelimit", "duration"), _TIME),
    **dict.fromkeys(("attempts", "max_attempts", "tries"), "readers may answer as often as they like"),
    **dict.fromkeys(("image", "picture", "media", "img", "figure"), "a picture goes into `scenario`, as `![…](…)`"),
    **dict.fromkeys(("code", "snippet"), "code goes into `scenario`"),
    **dict.fromkeys(("tags", "tag", "category", "topic", "topics"), "what a question is for goes into `objective`"),
}
