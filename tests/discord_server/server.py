"""A Discord of our own on this machine: its REST API, its gateway, and a way to steer them.

Started as `python -m tests.discord_server.server`, it says where its API is in one line, and ends
on SIGTERM or when its standard input does, so that it never outlives whoever started it.
"""

import argparse
import asyncio
import os
import signal
import sys
import threading

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage

from tests.discord_server import control, rest
from tests.discord_server.calls import reply
from tests.discord_server.world import World

_HOST = "127.0.0.1"
_API, _GATEWAY, _CONTROL = "/api/v10", "/gateway", "/control"
_BACKLOG = 4_096  # a client without a limit of its own opens a connection for each request
_BODY_BYTES = 10 * 1024 * 1024
_SHUTDOWN_SECONDS = 0.1


class Server:
    """`world` is replaced by a new one when a test asks for that."""

    def __init__(self) -> None:
        self.world = World("")

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith(_API):
            return await rest.answer(self.world, request, path.removeprefix(_API))
        if path.rstrip("/") == _GATEWAY:
            return await self.world.gateway.serve(request)
        if path == f"{_CONTROL}/reset":
            await self.renew(self.world.host)
            return reply({}).response()
        return await control.answer(self.world, request, path.removeprefix(_CONTROL))

    async def renew(self, host: str) -> None:
        before, self.world = self.world, World(host)
        await before.end()


async def _serve(port: int) -> None:
    stop = _told_to_stop()
    server = Server()
    listening = web.Server(server.answer, request_factory=_request, access_log=None)
    runner = web.ServerRunner(listening, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    await web.TCPSite(runner, _HOST, port, backlog=_BACKLOG).start()
    host = f"{_HOST}:{runner.addresses[0][1]}"
    await server.renew(host)
    sys.stdout.write(f"http://{host}{_API}\n")
    sys.stdout.flush()
    await stop.wait()
    await server.world.end()
    await runner.cleanup()


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    """One that may bring a picture."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=_BODY_BYTES
    )


def _told_to_stop() -> asyncio.Event:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    def wait_for_the_end_of_input() -> None:
        # Not through sys.stdin: its lock would be held when the interpreter ends.
        while os.read(0, 1_024):
            pass
        loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=wait_for_the_end_of_input, daemon=True).start()
    return stop


def main() -> None:
    parser = argparse.ArgumentParser(description="A small Discord for tests")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
