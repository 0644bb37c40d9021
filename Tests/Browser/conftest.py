"""Chromium, servers and signed-in people for all browser tests."""
import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

from demo_server import PASSWORD, DemoServer, copy_world

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def address():
    """The server that scripts/browser-test started; for tests that change nothing in its world."""
    return os.environ["BILIK_ADDRESS"]


@pytest.fixture(scope="session")
def world():
    return pathlib.Path(os.environ["BILIK_DATA"])


def serve_copy(world, factory):
    """A server on a copy of the world."""
    folder = factory.mktemp("world")
    copy_world(world, folder)
    server = DemoServer(folder).start()
    yield server
    server.stop()


@pytest.fixture(scope="class")
def own_server(world, tmp_path_factory):
    """For tests that change their world."""
    yield from serve_copy(world, tmp_path_factory)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="class")
def visitor(chromium):
    """Opens browser windows that forget everything when the test is over."""
    contexts = []

    def open_window(address, language="az", **options):
        context = chromium.new_context(base_url=address, accept_downloads=True, **options)
        context.set_default_timeout(15_000)
        if language:
            context.add_cookies([{"name": "bilik_language", "value": language, "url": address}])
        contexts.append(context)
        return context

    yield open_window
    for context in contexts:
        context.close()


SESSIONS = {}


def sign_in(page, name):
    """Signs in and, at the first time, acknowledges the privacy notice.

    A session once opened on a server is used again: hashing the password is slow on purpose.
    """
    page.goto("/sign-in")
    place = (page.url.removesuffix("/sign-in"), name)
    if place in SESSIONS:
        page.context.add_cookies(SESSIONS[place])
        page.goto("/")
    else:
        page.locator("#user_name").fill(name)
        page.locator("#password").fill(PASSWORD)
        page.locator("form[action='/sign-in'] button").click()
        notice = page.locator("form[action='/privacy/acknowledge'] button")
        if notice.count():
            notice.click()
        SESSIONS[place] = [cookie for cookie in page.context.cookies() if cookie["name"] == "bilik_session"]
    assert page.locator("form[action='/sign-out']").count() == 1, f"{name} is not signed in: {page.url}"
    return page
