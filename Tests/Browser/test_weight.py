"""A lesson with everything it loads weighs under 40 KB on the wire."""
import pytest

from conftest import sign_in
from demo_server import ROOT

LESSONS = sorted(path.stem for path in (ROOT / "courses" / "personal-data-security" / "az").glob("*.md"))
MOST_BYTES = 40 * 1024


@pytest.mark.parametrize("lesson", LESSONS)
class TestWeight:
    @pytest.mark.parametrize("name", [None, "learner"], ids=["nobody", "learner"])
    def test_lesson_is_light(self, address, visitor, lesson, name):
        context = visitor(address)
        page = context.new_page()
        if name:
            sign_in(page, name)
        wire = context.new_cdp_session(page)
        weights, addresses = {}, {}
        wire.on("Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]}))
        wire.on("Network.loadingFinished",
                lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.goto(f"/courses/personal-data-security/{lesson}", wait_until="networkidle")
        # Chromium puts off what is far below the window; a reader scrolls to it.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
        carried = {addresses[id].replace(address, ""): bytes for id, bytes in weights.items()
                   if addresses[id].startswith("http")}
        assert any(".css" in path for path in carried), carried
        assert sum(carried.values()) < MOST_BYTES, carried
