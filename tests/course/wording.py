"""Words that a course on therapy does not use, and what must stand where suicide is named.

After the guidelines of Samaritans for writing about suicide, and the usual ones for writing about people with a
condition. Titles of works are not ours to change and are not looked at.
"""

from __future__ import annotations

import re

_CONDITIONS = "depression|anxiety|schizophrenia|psychosis|bulimia|anorexia|autism|dementia|trauma|PTSD|OCD|phobias?"
_AS_NOUNS = "schizophrenic|bulimic|anorexic|depressive|psychotic|neurotic|phobic|borderline|addict|alcoholic|autistic"
_PEOPLE = (
    "patients?|clients?|people|persons?|adults|women|woman|men|man|children|child|adolescents|youths?|students?|"
    "individuals|outpatients|inpatients"
)
UNSAFE = {
    "says of suicide that it is a crime or a success": [
        r"\bcommit(?:s|ted|ting)?\s+suicide",
        r"\b(?:successful|failed|completed|unsuccessful)\s+suicides?\b",
        r"\bsuicide\s+(?:epidemic|bid|pact|victims?)\b",
    ],
    "names a method": [
        r"\bhang(?:ed|ing|s)?\s+(?:him|her|them|your|my)sel",
        r"\boverdos(?:e|es|ed|ing)\b",
        r"\bslit(?:s|ting)?\b.{0,20}\bwrists?\b",
        r"\bjump(?:s|ed|ing)?\s+(?:off|from|in\s+front\s+of)\s+(?:an?|the)\s+(?:bridge|building|roof|train|cliff)\b",
        r"\bgunshots?\b|\bcarbon\s+monoxide\b|\bnoose\b",
    ],
    "makes death sound easy, or a solution": [
        r"\b(?:quick|painless|easy|peaceful)\s+(?:death|end|way\s+(?:out|to\s+die))\b|\bpainless(?:ly)?\b",
        r"\bsuicide\s+(?:is|was|as)\s+(?:a|an|the)\s+(?:way\s+out|solution|answer|escape|option)\b",
    ],
    "makes a condition the name of a person": [
        r"\bthe\s+(?:severely\s+|clinically\s+)?(?:depressed|insane|traumatised|mentally\s+ill)\b(?!\s+(?:group|mood|brain))",
        rf"\b(?:{_AS_NOUNS})s\b",
        rf"\ban?\s+(?:{_AS_NOUNS})\b(?![-\s]+\w)",
        rf"\b(?:{_AS_NOUNS}|depressed|suicidal|bulimic)\s+(?:{_PEOPLE})\b",
    ],
    "makes of a person only a sufferer": [
        r"\bsuffer(?:s|ed|ing)?\s+(?:from|with)\b|\bsufferers?\b|\b(?:afflicted|stricken)\s+(?:with|by)\b",
        rf"\bvictims?\s+of\s+(?:{_CONDITIONS})\b",
    ],
    "is a word of scorn": [r"\b(?:lunatics?|madm[ae]n|crazy|psycho|nutters?|nutcases?|loony)\b"],
}
_SUICIDE = re.compile(r"(?i)\bsuicid")
_HELP = re.compile(r"\]\((?:\.\./)*help\.md")


def unsafe_words(text: str) -> list[str]:
    """What a text should say in another way."""
    found = []
    text = text.replace("&shy;", "")  # a word that may be parted is one word
    for why, patterns in UNSAFE.items():
        for pattern in patterns:
            found += [f"“{' '.join(match[0].split())}” {why}" for match in re.finditer(f"(?i){pattern}", text)]
    return found


def suicide_without_help(text: str) -> list[str]:
    """What is missing where a page names suicide."""
    found = []
    if _SUICIDE.search(text) and not _HELP.search(text):
        found.append("names suicide without a link to `help.md`")
    if _SUICIDE.search(text) and not re.search(r"(?i)\bprevent", text):
        found.append("names suicide without saying that it can be prevented")
    return found
