"""A web site that a feed asks: politely, and however little it can be relied upon."""

import asyncio
import zlib
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import httpx
from aiolimiter import AsyncLimiter

from bot.declarations.feeds.wire import Answer, Unanswered

_LARGEST = 20_000_000  # bytes of an answer, unpacked
_SECONDS = 60.0  # for a whole answer, however slowly it comes
_TIMEOUT = httpx.Timeout(15.0)
_SHOWN = 80
_GZIP = zlib.MAX_WBITS | 16
_PACKED = {"gzip", "x-gzip"}


class WebWire:
    """`base` is an address without a slash at its end, `pace` how often it may be asked.

    `headers` go with every question, and an answer has to be whole within so many `seconds`.
    Redirects are answers like others: they are not followed.
    """

    def __init__(
        self,
        base: str,
        pace: AsyncLimiter,
        headers: Mapping[str, str],
        seconds: float = _SECONDS,
    ) -> None:
        self._base = base
        self._pace = pace
        self._seconds = seconds
        self._client = httpx.AsyncClient(
            headers={"Accept-Encoding": "gzip", **headers},
            follow_redirects=False,
            timeout=_TIMEOUT,
            trust_env=False,  # no proxy and no password file that nobody told Teller about
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        if not address.startswith("/"):  # else it would go on with the name of the site
            raise Unanswered(f"{self._base} has no address “{address[:_SHOWN]}”.")
        await self._pace.acquire()
        try:
            async with asyncio.timeout(self._seconds):
                return await self._answer(address, query)
        except TimeoutError as late:
            raise Unanswered(f"{self._base} did not answer within {self._seconds:.0f} s.") from late
        except httpx.TimeoutException as late:
            raise Unanswered(f"{self._base} did not answer in time.") from late
        # An address that cannot be read, ours or one that it leads to, is no HTTPError.
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as failed:
            reason = str(failed).rstrip(".") or type(failed).__name__
            raise Unanswered(f"{self._base} could not be reached: {reason}.") from failed

    async def _answer(self, address: str, query: Mapping[str, str] | None) -> Answer:
        async with self._client.stream("GET", self._base + address, params=query) as response:
            # Packed twice, little becomes without end at once.
            packing = response.headers.get("content-encoding", "identity").strip().lower()
            if packing not in {*_PACKED, "identity", ""}:
                raise Unanswered(f"{self._base} answered packed as “{packing[:40]}”.")
            body = await _read(response, packed=packing in _PACKED)
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status_code, body, headers)


async def _read(response: httpx.Response, *, packed: bool) -> bytes:
    """The body, unpacked by hand: httpx would unpack all of a bomb before anybody could look."""
    unpacker = zlib.decompressobj(_GZIP) if packed else None
    body = bytearray()
    async for piece in response.aiter_raw():
        try:
            body += unpacker.decompress(piece, _LARGEST + 1) if unpacker else piece
        except zlib.error as broken:
            raise Unanswered("the answer is packed and cannot be unpacked.") from broken
        if len(body) > _LARGEST or (unpacker and unpacker.unconsumed_tail):
            raise Unanswered(f"the answer is longer than {_LARGEST:,} bytes.")
        if unpacker and unpacker.unused_data:  # which zlib would gather without end
            raise Unanswered("the answer goes on after its end.")
    if unpacker and not unpacker.eof:
        raise Unanswered("the answer breaks off.")
    return bytes(body)
