"""A file that is no YAML: where its cause stands, in an author's words.

YAML's own messages name what its reader was at when it gave up, which is often a line or two after the cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from coursework.source.pasted import of_another_format, without_hyphen
from coursework.source.problem import Problem, quoted

# Git leaves these where two changes meet.
_MERGE = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
# As web pages and word processors have them: they look like spaces, and YAML takes them for letters.
ODD_SPACE = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]"
_ODD_INDENTATION = re.compile(rf" *{ODD_SPACE}")
_LINE = re.compile(r"\s*+(?:- ++)*+(?P<name>[\w-]+:\s++)?(?P<text>.*)")
# What an author types without knowing that YAML reads it as something else; the last three only after a name.
_SIGNS = re.compile(r"[@`%*&!\[{>|].*|.*\S:\s.*|.*\s#.*")
_SIGNS_AFTER_A_NAME = re.compile(r"[-?](?:\s.*)?|.*\S:")
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:- +)*(?P<name>[A-Za-z][\w-]*):(?=[^\s/:\\])")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"\s*(?:- +)*-(?=[A-Za-z][\w-]*:(?:\s|$)|\{)")
_NEEDS_QUOTES = (
    "must have this text in quotes, or after `|` on lines of its own, because of its signs "
    "(`: `, ` #`, or a first `@ [ * % {`), not "
)
BACKSLASH = "a `\\` is a sign of YAML in double quotes: put the text in single quotes, or after `|` on lines of its own"


def merge_marks(path: str, content: str) -> Iterator[Problem]:
    """Where git left both sides of a change in a file, told once; a line of `=` alone may be a heading of Markdown."""
    is_page = path.endswith(".md")
    begin = ("<<<<<<<", ">>>>>>>") if is_page else ("<<<<<<<", ">>>>>>>", "=======")
    if not any(mark in content for mark in begin):
        return
    in_code = False
    for number, line in enumerate(content.splitlines(), 1):
        in_code ^= is_page and line.lstrip().startswith(("```", "~~~"))
        if not in_code and line.startswith(begin) and _MERGE.fullmatch(line):
            yield Problem(path, number, 1, "", f"must be one version: git left two here, at {quoted(line)}")
            return


def syntax_problem(error: yaml.MarkedYAMLError, content: str, path: str) -> Problem:
    """What YAML gave up at, as one problem at its cause."""
    return _Cause(error, content, path).problem()


class _Cause:
    def __init__(self, error: yaml.MarkedYAMLError, content: str, path: str):
        mark = error.problem_mark or error.context_mark
        self.path, self.content, self.lines = path, content, content.splitlines()
        self.line, self.column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.reason, self.context = error.problem or "cannot be read", error.context or ""
        self.began = error.context_mark.line + 1 if error.context_mark else self.line
        self.began_at = error.context_mark.column + 1 if error.context_mark else self.column

    def problem(self) -> Problem:
        for problem in merge_marks(self.path, self.content):
            return problem
        near = self._near()
        found = self._indentation(near) or self._in_quotes() or self._pasted(near) or self._document()
        found = found or self._in_lines(near)
        otherwise = "must be indented like its neighbours; a text with `: ` or quotation marks inside goes after `|`"
        return found or self._at(self.line, self.column, otherwise)

    def _at(self, line: int, column: int, message: str) -> Problem:
        return Problem(self.path, line, column, "", message)

    def _text(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _in_quotes(self) -> Problem | None:
        if "escape" in self.reason or "hexdecimal" in self.reason:
            column = self._text(self.line).rfind("\\", 0, self.column) + 1 or self.column
            return self._at(self.line, column, f"must not hold this `\\`: {BACKSLASH}")
        if self.context == "while scanning a quoted scalar":
            return self._at(self.began, self.began_at, "must end with the quotation mark it begins with")
        last = self._last_quoted()
        if last is None:
            return None
        start, end = last.start_mark, last.end_mark
        if any(_begins_a_field(line) for line in self.lines[start.line + 1 : end.line + 1]):
            return self._at(start.line + 1, start.column + 1, "must end with the quotation mark it begins with")
        rest = self._text(end.line + 1)[end.column :]
        if end.line + 1 == self.line and rest.strip() and not rest.lstrip().startswith(("#", ",", "}", "]")):
            message = "must be in quotes as a whole, with no such mark inside, or after `|` on lines of its own"
            return self._at(start.line + 1, start.column + 1, message)
        return None

    def _last_quoted(self) -> yaml.ScalarToken | None:
        """The text in quotes that was read last, if it is the last thing that was read."""
        last: yaml.Token | None = None
        try:
            for token in yaml.scan(self.content, Loader=yaml.SafeLoader):
                if token.start_mark.line + 1 > self.line:
                    break
                if token.start_mark.line + 1 == self.line and token.start_mark.column + 1 >= self.column:
                    break
                last = token if token.start_mark.index < token.end_mark.index else last
        except yaml.YAMLError:
            pass
        return last if isinstance(last, yaml.ScalarToken) and last.style else None

    def _document(self) -> Problem | None:
        if self.lines and self.lines[0].lstrip("\ufeff").startswith(("```", "~~~")):
            return self._at(1, 1, "must be YAML alone, without the line of signs that opens a block of code")
        if "document" in self.reason:
            return self._at(self.line, self.column, "must be one document, without a line `---` or `...` inside")
        return None

    def _pasted(self, near: list[int]) -> Problem | None:
        found = of_another_format(self.lines, near) or without_hyphen(self.lines, self.line, self.reason)
        return self._at(*found) if found else None

    def _near(self) -> list[int]:
        """The lines where the cause may be: the last that was read, the one before it, where it began."""
        before = [number for number in range(self.line - 1, 0, -1) if self._text(number).strip()][:1]
        return list(dict.fromkeys([self.line, *before, self.began]))

    def _indentation(self, near: list[int]) -> Problem | None:
        for number in near:
            line = self._text(number)
            if _ODD_INDENTATION.match(line):
                message = "must be indented with plain spaces, not with those that web pages and word processors have"
                return self._at(number, 1, message)
            if "\t" in line[: len(line) - len(line.lstrip())]:
                return self._at(number, 1, "must be indented with spaces, not with a tab")
        return None

    def _in_lines(self, near: list[int]) -> Problem | None:
        for number in near:
            line = self._text(number)
            if hyphen := _NO_SPACE_AFTER_HYPHEN.match(line):
                return self._at(number, hyphen.end(), "must have a space after the hyphen")
            if colon := _NO_SPACE_AFTER_COLON.match(line):
                return self._at(number, colon.start("name") + 1, "must have a space after the colon")
        for number in dict.fromkeys([*([self.began] if "flow" in self.context else []), self.line]):
            if problem := self._needs_quotes(number):
                return problem
        return self._missing_colon()

    def _needs_quotes(self, number: int) -> Problem | None:
        line = self._text(number)
        match = _LINE.fullmatch(line)
        if match is None or match["text"].startswith(('"', "'")):
            return None
        text, at = match["text"], match.start("text") + 1
        if not _SIGNS.fullmatch(text) and not (match["name"] and _SIGNS_AFTER_A_NAME.fullmatch(text)):
            return None
        if "flow" in self.context and text.startswith(("{", "[")) and not re.search(r"\s#", text):
            end = {"{": "}", "[": "]"}[text[0]]
            if text.count(end) < text.count(text[0]):
                message = f"must end with `{end}`, as it begins with `{text[0]}`; a text that does needs quotes"
                return self._at(number, at, message)
        if "flow" in self.context and (sign := re.search(r"[^,{\[]*\s#.*", text)):
            text, at = sign[0].strip(), at + sign.start()
        return self._at(number, at, f"{_NEEDS_QUOTES}{quoted(text)}")

    def _missing_colon(self) -> Problem | None:
        number = self.began if "expected ':'" in self.reason else self._field_before() or 0
        line = self._text(number)
        if not line.strip():
            return None
        message = f"must be `name: value`, with a colon and a space, not {quoted(line)}"
        return self._at(number, len(line) - len(line.lstrip()) + 1, message)

    def _field_before(self) -> int | None:
        """The line before the last, where it stands for a field and has no colon: YAML reads the two as one name."""
        if "not allowed" not in self.reason:
            return None
        numbers = [number for number in range(self.line - 1, 0, -1) if self._text(number).strip()]
        before = self._text(numbers[0]) if numbers else ":"
        if ":" in before or _indentation_of(before) != _indentation_of(self._text(self.line)):
            return None
        above = (self._text(number) for number in numbers)
        outer = next((line for line in above if _indentation_of(line) < _indentation_of(before)), "")
        # Below a text that began in the line of its field, it is the next line of that.
        return None if re.search(r":\s+\S", outer) else numbers[0]


def _indentation_of(line: str) -> int:
    """Where the first word of a line stands; a hyphen before it is no word."""
    return len(re.match(r"\s*(?:- +)*", line)[0])  # type: ignore[index]  # it matches any line


def _begins_a_field(line: str) -> bool:
    return re.match(r"\s*(?:- +)*(?:[\w-]+: |\{[\w-]+: )", line) is not None
