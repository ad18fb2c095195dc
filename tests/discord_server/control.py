"""How a test says what is to happen, and sees what did. It is not a part of Discord."""

from aiohttp import web

from tests.discord_server import shapes
from tests.discord_server.asking import Ask, ask, say
from tests.discord_server.calls import Call, Reply, body_of, refuse, reply
from tests.discord_server.faults import Fault
from tests.discord_server.interactions import ANSWER_SECONDS
from tests.discord_server.limits import Limits
from tests.discord_server.messages import NONCE_SECONDS, Stored
from tests.discord_server.refusals import Refused, not_found
from tests.discord_server.routes import find, route
from tests.discord_server.shapes import Json
from tests.discord_server.world import World


async def answer(world: World, request: web.BaseRequest, path: str) -> web.Response:
    if path == "/gateway/disconnect":
        await world.gateway.disconnect()
        return reply({}).response()
    found = find(_ROUTES, request.method, path)
    try:
        if found is None:
            raise not_found()
        payload, _ = await body_of(request)
        return found[0].handler(world, Call(request.query, payload, found[1])).response()
    except Refused as refused:
        return refuse(refused).response()
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return reply({"message": f"{type(error).__name__}: {error}"}, 400).response()


def _arrange_guilds(world: World, call: Call) -> Reply:
    world.guilds.arrange(**call.json)
    return _guilds(world, call)


def _guilds(world: World, call: Call) -> Reply:
    return reply({str(guild.id): guild.channels for guild in world.guilds.all})


def _set_channel(world: World, call: Call) -> Reply:
    """The bot is told, as of every change to a channel."""
    channel = world.guilds.channel(int(call.ids[0]))
    channel.embed_links = call.json["embed_links"]
    world.gateway.dispatch("CHANNEL_UPDATE", shapes.channel(channel), channel.guild)
    return reply({})


def _add_fault(world: World, call: Call) -> Reply:
    world.faults.add(Fault.of(call.json))
    return reply({})


def _clear_faults(world: World, call: Call) -> Reply:
    channel = call.query.get("channel")
    world.faults.clear(int(channel) if channel else None)
    return reply({})


def _faults(world: World, call: Call) -> Reply:
    return reply([fault.told() for fault in world.faults])


def _set_limits(world: World, call: Call) -> Reply:
    asked = dict(call.json)
    world.messages.nonce_seconds = asked.pop("nonce_seconds", NONCE_SECONDS)
    world.interactions.answer_seconds = asked.pop("answer_seconds", ANSWER_SECONDS)
    world.limits = Limits(**asked)
    return reply({})


def _counts(world: World, call: Call) -> Reply:
    return reply(world.counts.told())


def _messages(world: World, call: Call) -> Reply:
    channel = call.query.get("channel")
    return reply([_told(one) for one in world.messages.all(int(channel) if channel else None)])


def _told(stored: Stored) -> Json:
    return {
        "id": stored.id,
        "channel": stored.channel,
        "author": stored.author,
        "received": stored.received,
        "nonce": stored.payload.get("nonce"),
        "payload": stored.payload,
        "resent": stored.resent,
        "edits": stored.edits,
        "shape": stored.shape,
        "answers": stored.answers,
    }


def _delete(world: World, call: Call) -> Reply:
    channel, message = call.ids
    world.messages.delete(int(channel), int(message))
    return reply({})


def _say(world: World, call: Call) -> Reply:
    channel = world.guilds.channel(call.json["channel"])
    said = say(world, channel, call.json["user"], call.json["content"])
    return reply({"id": said.id})


def _open_direct(world: World, call: Call) -> Reply:
    return reply({"id": world.guilds.direct(call.json["user"]).id})


def _ask(world: World, call: Call) -> Reply:
    interaction, heard = ask(world, Ask(**call.json))
    return reply({"id": interaction.id, "heard": heard})


def _interaction(world: World, call: Call) -> Reply:
    return reply(world.interactions.get(int(call.ids[0])).told())


def _commands(world: World, call: Call) -> Reply:
    return reply(world.commands.all())


def _gateway(world: World, call: Call) -> Reply:
    return reply(world.gateway.told())


def _dispatch(world: World, call: Call) -> Reply:
    asked = call.json
    heard = world.gateway.dispatch(asked["name"], asked["data"], asked.get("guild"))
    return reply({"heard": heard})


_ROUTES = (
    route("POST", "/guilds", _arrange_guilds),
    route("GET", "/guilds", _guilds),
    route("POST", "/channels/{id}", _set_channel),
    route("POST", "/faults", _add_fault),
    route("GET", "/faults", _faults),
    route("DELETE", "/faults", _clear_faults),
    route("POST", "/limits", _set_limits),
    route("GET", "/counts", _counts),
    route("GET", "/messages", _messages),
    route("DELETE", "/messages/{id}/{id}", _delete),
    route("POST", "/say", _say),
    route("POST", "/direct", _open_direct),
    route("POST", "/interactions", _ask),
    route("GET", "/interactions/{id}", _interaction),
    route("GET", "/commands", _commands),
    route("GET", "/gateway", _gateway),
    route("POST", "/dispatch", _dispatch),
)
