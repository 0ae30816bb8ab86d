"""Whom to call in the mountains, as the engine must not know what a course is about."""

HELP = """
checked: 2026-11-22
emergency:
  - {number: "140", where: in the whole country}
lines:
  - country: Österreich
    name: Bergrettung
    call: "140"
    hours: Day and night
    address: https://www.bergrettung.example
    source: https://news.example/140
    source-date: 2024-03
    confirmed: false
  - country: Switzerland
    name: Rega
    call: ["1414", +41 333 333 333]
    text: text 1414
    write: help@rega.example
    chat: https://rega.example/chat
    hours: Day and night; free
    languages: four languages
    note: For *helicopters*.
    address: https://www.rega.example/a/very/long/address/of/a/page
    source: [https://www.rega.example/numbers]
    source-date: undated
    confirmed: true
  - country: Switzerland
    name: A hut
    text: text HUT to 99
    hours: By day
    address: https://hut.example/
    source: https://www.hut.example/
    source-date: 2019
    confirmed: false
directories:
  - {name: All huts, address: "https://huts.example/list", about: by country.}
"""
