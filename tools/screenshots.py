"""The README's pictures of real replies, from the preview's page in Debian's chromium.

`make screenshots` writes them anew into docs/.
"""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, async_playwright
from stage import ASKED, staged

from bot import config
from bot.app import Teller, open_teller
from bot.declarations.settings import Shade
from bot.declarations.state import url_of

CHROMIUM = "/usr/bin/chromium"
DOCS = Path(__file__).parent.parent / "docs"
_WIDTH, _HEIGHT, _SHARP = 560, 2400, 1.5
_PATIENCE = 15_000  # milliseconds
# The page has only Discord's dark theme; these are the colours of the light one.
_LIGHT = """
:root { color-scheme: light; background: #fbfbfb; color: #313338;
  --discord-bg: #fbfbfb; --discord-text: #313338; --discord-muted: #5c5e66;
  --discord-subtle: #4e5058; --discord-border: #d4d7dc; --component-surface: #ffffff;
  --component-border: #e0e1e5; --embed-field-name: #060607; }
[class*="mention"] { color: #5865f2 !important; }
.message-components button { background: #e3e5e8 !important; color: #313338 !important; }
"""


async def shoot(teller: Teller, home: Path, browser: Browser, shade: Shade) -> None:
    async with staged(teller, home, shade) as stage:
        for name, question in ASKED.items():
            channel = stage.server.create_text_channel(name)
            await stage.see(question, channel)
            async with stage.env.preview(
                channel, viewers=[stage.rosa], layout="channel", locale="en-GB"
            ) as page:
                await _photograph(browser, page.url, DOCS / f"{name}-{shade}.png", shade)


async def _photograph(browser: Browser, url: str, path: Path, shade: Shade) -> None:
    """The newest message of the channel, which has a picture."""
    context = await browser.new_context(
        viewport={"width": _WIDTH, "height": _HEIGHT},
        device_scale_factor=_SHARP,
        bypass_csp=True,  # or the page would not take another theme
    )
    page = await context.new_page()
    await page.goto(url)
    await page.locator(".media-lightbox-trigger img").last.wait_for(timeout=_PATIENCE)
    if shade is Shade.LIGHT:
        await page.add_style_tag(content=_LIGHT)
    await page.wait_for_load_state("networkidle")
    await page.locator(".message-header").last.locator("xpath=..").screenshot(path=path)
    await context.close()
    print(path.name)


async def main() -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for shade in Shade:
            with tempfile.TemporaryDirectory() as name:
                home = Path(name)
                settings = config.load().model_copy(update={"state_url": url_of(home / "state.db")})
                await shoot(open_teller(settings), home, browser, shade)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
