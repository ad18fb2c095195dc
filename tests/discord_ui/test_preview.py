"""The page that looks like Discord."""

import re
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

from bot.app import Teller

PREVIEW = Path(__file__).parents[2] / "tools" / "preview.py"


def test_the_preview_prints_where_it_is_and_works_until_ctrl_c(teller: Teller) -> None:
    with subprocess.Popen(
        [sys.executable, PREVIEW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address = re.search(r"http://(127\.0\.0\.1:\d+)/", process.stdout.readline())
        assert address
        page = HTTPConnection(address[1])
        page.request("GET", "/")
        assert page.getresponse().status == 200
        page.close()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)

    assert process.returncode == 0
    assert said == ""
