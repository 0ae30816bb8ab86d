"""The kinds of what a question holds, and how each is looked for in a file."""

from __future__ import annotations

# Words, found wherever they stand: `hint` in a feedback is a hint that moved.
WORDS = (
    "title", "introduction", "objectives", "scenario", "prompt", "text", "hint", "explanation", "cite", "choice",
    "feedback", "pair", "match", "item", "end", "unit", "model-answer", "rubric",
)  # fmt: skip
# What is the case or not: found only as itself.
FACTS = (
    "right", "answer", "tolerance", "figures", "misreading", "pattern", "leniency", "exact", "order", "last", "note",
    "objective", "level", "claim",
)  # fmt: skip
# Of which a file that holds more than the question does is as wrong as one that holds less.
COUNTED = ("right", "answer", "tolerance", "figures", "misreading", "pattern", "exact", "objective", "level", "claim")
# How words look: found anywhere in the question, each as often as it was written.
FORMS = ("formula", "picture", "table", "code", "list", "emphasis", "raised", "link")
KINDS = (*WORDS, *FACTS, *FORMS)
# What loses nothing where it stands with another kind: a scenario above its prompt is read like one.
TOGETHER = {
    ("scenario", "prompt"), ("text", "prompt"), ("prompt", "text"), ("scenario", "text"),
    ("cite", "explanation"), ("rubric", "model-answer"),
    ("introduction", "objectives"), ("objectives", "introduction"),
}  # fmt: skip
# What decides whether an answer is right, and what none of those who answer sees.
MARKING = ("right", "answer", "tolerance", "figures", "pattern", "leniency", "exact")
UNSEEN = ("objective", "level", "claim")
# The kind of the loss where a whole question is not in the file.
LEFT_OUT = "question"
