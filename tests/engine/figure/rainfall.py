"""A figure about rain, as the engine must not know what a course is about; parts of it are replaced by the tests."""

from making import MAPS

RAINFALL = """
title: Does height bring rain?
lesson: lessons/maps.md
kind: forest
axis: {metric: r, min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain}
caption: Height and rain, *by coast* [@snyder1987].
notice: The west is wetter.
caveat: Few gauges stand high up.
alt: Two coasts, both with more rain higher up.
rows:
  - {label: West coast, estimate: 0.50, lo: 0.40, hi: 0.60, k: 12, n: 3000, ref: harley1989,
     note: "by *gauge*", read: page 3}
  - {label: East coast, estimate: -0.1, metric: rho, ref: snyder1987}
"""

FILES = {**MAPS, "figures/rainfall.yml": RAINFALL}

# Other kinds of it, by what is replaced.
BARS = (
    ("kind: forest", "kind: bars"),
    ("min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain", "min: 0, max: 1"),
    ("-0.1", "0.1"),
)
LOG = (
    ("metric: r, min: -0.2, max: 0.8, zero: 0", "metric: odds, min: 0.2, max: 20, zero: 1, scale: log"),
    ("-0.1", "10"),
)
RANGE = (
    ("kind: forest", "kind: range"),
    (", zero: 0, left: less rain, right: more rain", ""),
    ("estimate: -0.1", "lo: -0.1, hi: 0.2"),
)
NO_INTERVAL = ((" lo: 0.40, hi: 0.60,", ""),)
TIMELINE = (
    ("kind: forest\n", "kind: timeline\n"),
    ("axis: {metric: r, min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain}\n", ""),
    ("estimate: 0.50, lo: 0.40, hi: 0.60, k: 12, n: 3000", "year: 1989, stance: both"),
    ("label: East coast, estimate: -0.1, metric: rho", "label: East coast, year: 1936"),
)
OVERLAP = (
    ("kind: forest", "kind: overlap\nlower: in the lee\nupper: to windward\nstart: 0.50"
     "\nask: In how many of 100 pairs is it wetter?\nanswer: A lead of {gap} leaves {rest} pairs."
     "\npairs: It is wetter in {count} of 100 pairs.\nabove: The middle is above {count} of 100."),
    ("min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain", "min: 0, max: 2"),
    ("-0.1", "0.1"),
)  # fmt: skip
GUESS = (
    ("kind: forest\n",
     "kind: forest\nguess: {rows: [{row: East coast, answer: It lies in \"the\" lee.}], given: [West coast], "
     "ask: 'How wet <is> it?'}\n"),
)  # fmt: skip
RACE = (
    ("kind: forest", "kind: race\nseed: 7\nsizes: [20, 80]\nmargin: {value: 0.25}"
     "\nscenes: [{difference: 0.50, size: 20}, {difference: 0, size: 80}]"
     "\nask: How many of 100 find nothing?\nanswer: With {size} only {rest} find {difference}."),
    ("min: -0.2, max: 0.8", "min: -1, max: 1.5"),
    ("-0.1", "0.1"),
)  # fmt: skip
WITHIN = (
    ("kind: forest", "kind: within\nseed: 7\nunits: 4\ntimes: 3\ntogether: 0.5"
     "\nx: {label: Height, low: low, high: high}\ny: {label: Rain, low: dry, high: wet}"
     "\nclouds: [{name: A, story: the coast makes both, within: 0}, {name: B, story: height brings rain, within: 0.6}]"
     "\nask: In which of them does height bring rain?\nanswer: Both slope alike."),
)  # fmt: skip
CASELOAD = (
    ("kind: forest", "kind: caseload\nseed: 7\nunits: 6\ntop: 2\nshare: 20\nsizes: [5, 80]\nstart: 5"
     "\ncases: Gauges on each coast\nx: {label: Rain, low: dry, high: wet}"
     "\nask: How many of the two wettest are first?\nanswer: With {size} gauges {average} of {top}, by lot {lot}."),
    ("metric: r, min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain", "metric: per cent, min: 0, max: 30"),
    ("0.50, lo: 0.40, hi: 0.60", "20, lo: 10, hi: 30"),
    ("-0.1", "5"),
)  # fmt: skip
HUNDRED = (
    ("kind: forest", "kind: hundred\ntotal: 1000\noutcome: were \"wet\""
     "\nslide: Of those to windward, how many <too> in the lee?"
     "\ngroups: {both: '{count} on both', without: '{count} in the lee', with: '{count} on the coast', "
     "neither: '{count} dry'}"
     "\nnet: 'They differ by {difference}, one for each {needed}.'"
     "\nask: Of {total} to windward {with} were wet. How many of {total} in the lee?"
     "\nanswer: From {least} to {most} of {with} were dry in the lee, where {without} of {total} were wet."),
    ("metric: r, min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain",
     "metric: per cent, min: 0, max: 100"),
    ("0.50, lo: 0.40, hi: 0.60", "3.36, lo: 2.1, hi: 4.5"),
    ("-0.1, metric: rho", "7.6"),
)  # fmt: skip
REGRESSION = (
    ("kind: forest", "kind: regression\nseed: 7\nagain: 0.5"
     "\nscore: {label: Rain, mean: 8, spread: 1.5, low: dry, high: wet}"
     "\nworst: highest\nstart: 9.5\nlots: {treated: with a <dance>, control: without}"
     "\nask: How many of the {picked} are drier?\nanswer: From {first} to {second} in {picked}; {rest} of them not."),
)  # fmt: skip
KINDS = {
    "forest": (),
    "bars": BARS,
    "log": LOG,
    "range": RANGE,
    "no-interval": NO_INTERVAL,
    "timeline": TIMELINE,
    "overlap": OVERLAP,
    "guess": GUESS,
    "race": RACE,
    "within": WITHIN,
    "caseload": CASELOAD,
    "hundred": HUNDRED,
    "regression": REGRESSION,
}

CHOOSE = """
title: Which coast?
kind: choose
of: rainfall
switches:
  - {id: coast, ask: "Which coast?", options: {west: The west, east: "The <east>"}}
  - {id: gauge, ask: "Which gauges?", options: {all: all, high: the high ones}}
start: {coast: west, gauge: all}
answer: Both are found.
caption: Height and rain.
notice: The west is wetter.
alt: Two coasts.
rows:
  - {row: West coast, when: {coast: west, gauge: all}}
  - {row: East coast, when: {coast: east, gauge: high}}
"""

DRAWER = """
title: Which gauges are read?
kind: drawer
axis: {metric: r, min: -1, max: 1.5, zero: 0, left: less rain, right: more rain}
of: rainfall
seed: 430
studies: 8
smallest: 10
largest: 200
truth: 0.20
hide: {below: 0.1, under: 150}
ask: "Together {all} <of> rain. {count} go: where do {rest} lie?"
answer: 'It lies at {seen}, not at {all}: {count} of 8 are "away", {rest} are not.'
published: {say: "Of the coasts one is dry: {before} and {after}."}
caption: Gauges.
notice: Dry gauges are not read.
alt: Eight gauges.
rows:
  - {row: West coast}
  - {row: East coast}
"""
# On its axis all estimates are of one kind.
ONE_METRIC = (", metric: rho", "")


def changed(*replaced):
    """The figure with texts replaced, as `(there, instead)`."""
    text = RAINFALL
    for there, instead in replaced:
        assert there in text
        text = text.replace(there, instead, 1)
    return text
