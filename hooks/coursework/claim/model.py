"""What a claim is. No YAML, no HTML."""

from __future__ import annotations

from dataclasses import dataclass

from coursework.source.correction import Correction
from coursework.source.place import Text

# finding: measured or reviewed; position: what somebody holds; history: what happened; method: how to measure or to
# infer; argument: reasoning.
KINDS = ("finding", "position", "history", "method", "argument")
# The form of an id, as a regular expression.
ID = r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
CERTAINTIES = ("strong", "contested", "single study")
# What was read of the works behind it: secondary is somebody else's account of them.
READ_AS = ("abstract", "paper", "page", "secondary")


@dataclass(frozen=True)
class Claim:
    """One sentence and what it rests on (Markdown). `stance` says whom it serves, in the course's own words.

    `certainty` is for findings only: a view or an event is not well or badly evidenced. `confirmed` is false where
    nobody could read it at its source: then it may not be used. `read` says where it was read, `read_as` what of it.
    `corrections` say what of it was another before.
    """

    id: Text
    sentence: Text
    kind: str
    references: tuple[Text, ...]
    stance: str | None = None
    certainty: str | None = None
    caveat: Text | None = None
    confirmed: bool = True
    read: str | None = None
    read_as: str | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def grade(self) -> str:
        """The word that stands beside the claim: how certain a finding is, or of what kind it is."""
        return self.certainty or self.kind
