"""One browser's line to the site: HTTP/1.1 kept alive, standard library only."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
# Any 32 letters and digits are a token against forged requests to Django.
TOKEN = "loadloadloadloadloadloadloadload"
BROKEN = (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError, ValueError)


@dataclass(frozen=True)
class Reply:
    """What came back; status 0 is a refused, cut or timed-out exchange."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_good(self) -> bool:
        """Tell whether the site did what was asked; leading on to the next page is that too."""
        return 200 <= self.status < 400


class Line:
    """A connection of one person, with the headers that say who it is; `source` is a loopback address to come from."""

    def __init__(self, port: int, headers: dict[str, str] | None = None, *, source: str = "", patience: float = 60):
        self.port, self.source, self.patience = port, source, patience
        self.headers = {"Host": f"127.0.0.1:{port}", "Accept-Encoding": "identity", **(headers or {})}
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def get(self, path: str, **headers: str) -> Reply:
        """Ask for a page. A kept line that the server has dropped meanwhile is opened anew once."""
        was_open = self.writer is not None
        reply = await self._try("GET", path, None, headers)
        return await self._try("GET", path, None, headers) if reply.status == 0 and was_open else reply

    async def post(self, path: str, fields: dict[str, object], **headers: str) -> Reply:
        """Send a form, once: whoever sends it again has to decide that."""
        return await self._try("POST", path, urlencode(fields).encode(), headers)

    def close(self) -> None:
        """Hang up."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def _try(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        try:
            return await asyncio.wait_for(self._exchange(method, path, body, headers), self.patience)
        except BROKEN:
            self.close()
            return Reply(0)

    async def _exchange(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        if self.writer is None:
            local = (self.source, 0) if self.source else None
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=local)
        said = {**self.headers, **headers}
        if body is not None:
            said |= {"Content-Type": FORM, "Content-Length": str(len(body))}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items()), "", ""]
        self.writer.write("\r\n".join(lines).encode() + (body or b""))
        return await self._answer()

    async def _answer(self) -> Reply:
        reader = self.reader
        raw = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in raw[1:] if one)}
        status = int(raw[0].split(" ", 2)[1])
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = await _chunks(reader)
        else:
            body = await reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Reply(status, headers, body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
