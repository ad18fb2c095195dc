"""Discord's REST API, as much of it as the bot uses."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from aiohttp import web

from tests.discord_server import forms, shapes
from tests.discord_server.attachments import attach
from tests.discord_server.calls import Call, Reply, body_of, refuse, reply
from tests.discord_server.faults import Fault, FaultKind
from tests.discord_server.interactions import callback
from tests.discord_server.messages import Page
from tests.discord_server.refusals import Refused, Unanswered, not_found
from tests.discord_server.routes import Route, find, route
from tests.discord_server.world import World

_NO_CONTENT = 204


async def answer(world: World, request: web.BaseRequest, path: str) -> web.Response:
    found = find(_ROUTES, request.method, path)
    exempt = path.startswith(("/interactions/", "/webhooks/"))
    world.counts.asked(found[0].name if found else "other", exempt=exempt)
    try:
        payload, uploads = await body_of(request)
        if not exempt:
            world.limits.enter()
        if found is None:
            raise not_found()
        call = Call(request.query, payload, found[1], uploads)
        told = await _in_trouble(world, found[0], call)
    except Refused as refused:
        told = refuse(refused)
    except Unanswered:
        return _cut(world, request)
    world.counts.answered(told.status)
    return told.response()


async def _in_trouble(world: World, called: Route, call: Call) -> Reply:
    """The answer, if nothing that was arranged gets in between."""
    if not called.template.startswith("/channels/"):
        return called.handler(world, call)
    channel = int(call.ids[0])
    headers: Mapping[str, str] = {}
    if called is _POST_MESSAGE:
        headers = world.limits.enter_channel(channel)
    trouble = world.faults.trouble(called.method, channel)
    await _before(trouble.fault, world.over)
    told = called.handler(world, call)
    if trouble.delay:
        await asyncio.sleep(trouble.delay)
    if trouble.fault:
        raise Unanswered
    return replace(told, headers=headers) if headers else told


async def _before(fault: Fault | None, over: asyncio.Event) -> None:
    """Returns where the request is still to be carried out."""
    if fault is None or fault.kind is FaultKind.LOST:
        return
    refused = fault.refusal()
    if refused:
        raise refused
    if fault.kind is FaultKind.TIMEOUT:
        await over.wait()
    raise Unanswered


def _cut(world: World, request: web.BaseRequest) -> web.Response:
    world.counts.cut()
    if request.transport:
        request.transport.abort()
    return web.Response()


def _me(world: World, call: Call) -> Reply:
    return reply(shapes.bot())


def _application(world: World, call: Call) -> Reply:
    return reply(shapes.application())


def _gateway(world: World, call: Call) -> Reply:
    return reply({"url": world.gateway.address})


def _gateway_for_bots(world: World, call: Call) -> Reply:
    return reply(world.gateway.recommended())


def _register(world: World, call: Call) -> Reply:
    return reply(world.commands.register(call.payload))


def _commands(world: World, call: Call) -> Reply:
    return reply(world.commands.all())


def _open_direct(world: World, call: Call) -> Reply:
    return reply(shapes.channel(world.guilds.direct(int(call.json["recipient_id"]))))


def _channel(world: World, call: Call) -> Reply:
    return reply(shapes.channel(world.guilds.channel(int(call.ids[0]))))


def _post_message(world: World, call: Call) -> Reply:
    channel = world.guilds.channel(int(call.ids[0]))
    payload = attach(call.json, call.uploads, world.ids)
    if not channel.embed_links:
        payload = {key: value for key, value in payload.items() if key != "embeds"}
    forms.check_message(payload)
    return Reply(world.messages.post(shapes.bot(), channel.id, payload).answer())


def _history(world: World, call: Call) -> Reply:
    channel = world.guilds.channel(int(call.ids[0]))
    page = world.messages.history(channel.id, Page.of(call.query))
    return Reply(b"[%b]" % b",".join(stored.body for stored in page))


def _place(call: Call) -> tuple[int, int]:
    """The channel and the message."""
    channel, message = call.ids
    return int(channel), int(message)


def _message(world: World, call: Call) -> Reply:
    return Reply(world.messages.in_channel(*_place(call)).body)


def _edit_message(world: World, call: Call) -> Reply:
    stored = world.messages.in_channel(*_place(call))
    payload = attach(call.json, call.uploads, world.ids)
    forms.check_message(stored.shape | payload)
    return Reply(world.messages.edit(stored, payload).body)


def _delete_message(world: World, call: Call) -> Reply:
    world.messages.delete(*_place(call))
    return Reply(status=_NO_CONTENT)


def _pin(world: World, call: Call) -> Reply:
    world.messages.in_channel(*_place(call)).change({"pinned": True})
    return Reply(status=_NO_CONTENT)


def _respond(world: World, call: Call) -> Reply:
    id, token = call.ids
    payload = dict(call.json)
    if call.uploads:
        payload["data"] = attach(payload.get("data") or {}, call.uploads, world.ids)
    interaction = world.interactions.respond(int(id), token, payload)
    if call.query.get("with_response") in {"1", "true"}:
        return reply(callback(interaction))
    return Reply(status=_NO_CONTENT)


def _original(world: World, call: Call) -> Reply:
    return Reply(world.interactions.original(call.ids[1]).body)


def _edit_original(world: World, call: Call) -> Reply:
    payload = attach(call.json, call.uploads, world.ids)
    return Reply(world.interactions.edit(call.ids[1], payload).body)


def _follow_up(world: World, call: Call) -> Reply:
    payload = attach(call.json, call.uploads, world.ids)
    return Reply(world.interactions.follow_up(call.ids[1], payload).body)


_POST_MESSAGE = route("POST", "/channels/{id}/messages", _post_message)
_ROUTES = (
    _POST_MESSAGE,
    route("GET", "/channels/{id}/messages", _history),
    route("GET", "/channels/{id}/messages/{id}", _message),
    route("PATCH", "/channels/{id}/messages/{id}", _edit_message),
    route("DELETE", "/channels/{id}/messages/{id}", _delete_message),
    route("PUT", "/channels/{id}/messages/pins/{id}", _pin),
    route("GET", "/channels/{id}", _channel),
    route("POST", "/users/@me/channels", _open_direct),
    route("POST", "/interactions/{id}/{token}/callback", _respond),
    route("GET", "/webhooks/{id}/{token}/messages/@original", _original),
    route("PATCH", "/webhooks/{id}/{token}/messages/@original", _edit_original),
    route("POST", "/webhooks/{id}/{token}", _follow_up),
    route("GET", "/users/@me", _me),
    route("GET", "/oauth2/applications/@me", _application),
    route("GET", "/gateway", _gateway),
    route("GET", "/gateway/bot", _gateway_for_bots),
    route("GET", "/applications/{id}/commands", _commands),
    route("PUT", "/applications/{id}/commands", _register),
)
