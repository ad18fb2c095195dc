"""Files that come with a message.

https://discord.com/developers/docs/reference#uploading-files
"""

from collections.abc import Sequence

from tests.discord_server import shapes
from tests.discord_server.calls import Upload
from tests.discord_server.shapes import Json
from tests.discord_server.snowflakes import Snowflakes


def attach(payload: Json, uploads: Sequence[Upload], ids: Snowflakes) -> Json:
    """The payload with its files as Discord describes them, instead of as they were announced."""
    if not uploads:
        return payload
    announced = {str(one.get("id")): one for one in payload.get("attachments") or []}
    files = [
        _shape(ids.next(), upload, announced.get(str(place), {}))
        for place, upload in enumerate(uploads)
    ]
    return {**payload, "attachments": files}


def _shape(id: int, upload: Upload, announced: Json) -> Json:
    name, description = announced.get("filename", upload.name), announced.get("description")
    return shapes.attachment(id, name, upload.size, upload.content_type, description)
