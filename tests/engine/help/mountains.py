"""Whom to call in the mountains, as the engine must not know what a course is about."""

HELP = """
checked: 2026-11-22
countries:
  - name: Österreich
    emergency:
      - {number: "112", source: https://law.example/112, source-date: undated, read-at: public-body}
      - {number: 14 0, note: for the *mountains*, source: A letter, source-date: 2019, read-at: other}
    lines:
      - name: Bergrettung
        call: "140"
        chat: https://www.bergrettung.example
        hours: Day and night
        address: https://www.bergrettung.example
        source: https://news.example/140
        source-date: 2024-03
        read-at: other
  - name: Switzerland
    lines:
      - name: Rega
        call: ["1414", +41 333 333 333]
        text: 079 14 14
        write: help@rega.example
        chat: https://rega.example/chat
        hours: Day and night; free
        languages: four languages
        note: For *helicopters*.
        address: https://www.rega.example/a/very/long/address/of/a/page
        source: [https://www.rega.example/numbers]
        source-date: undated
        read-at: operator
      - name: A hut
        text: "99"
        word: HUT
        hours: By day
        source: https://www.hut.example/
        source-date: 2019
        read-at: other
directories:
  - {name: All huts, address: "https://huts.example/list", about: by country.}
"""
