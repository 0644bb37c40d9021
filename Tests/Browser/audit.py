"""What every page must stand: axe-core in light and dark, wide and narrow; no sideways scrolling; no outside request."""
import pathlib

import axe_playwright_python

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# Of all rules only this one can tell a dark page from a light one.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}

RUN = """async options => (await axe.run(document, options)).violations.map(found =>
    `${found.id} (${found.impact}): ` + found.nodes.slice(0, 3).map(node => node.target.join(' ')
        + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '')).join(' | '))"""

# What sticks out, unless something around it scrolls by itself.
WIDE = """() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const scrolls = element => { for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
    const out = [...document.body.querySelectorAll('*')].filter(element =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element));
    return `${root.scrollWidth} px of ${root.clientWidth}: ` + out.slice(-3).map(element =>
        element.tagName.toLowerCase() + (element.className.baseVal ?? element.className ? '.'
            + (element.className.baseVal ?? element.className) : '')).join(', ');
}"""

# Text that its box cuts off. What is hidden from sight on purpose is clipped to a pixel, and is left out.
CUT = """() => [...document.body.querySelectorAll('main *, header *, footer *')].filter(element => {
    const style = getComputedStyle(element);
    if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) return false;
    if (element.closest('svg') || element.clientWidth <= 1 || !element.textContent.trim()) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
}).map(element => element.tagName.toLowerCase() + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40))"""

WIDE_WINDOW, PHONE, SMALL_PHONE, TWICE_AS_LARGE = (1280, 900), (360, 740), (320, 640), (640, 450)


def resize(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})


class Watch:
    """Notes each request that leaves the machine, each error in the console and each page that fails."""

    def __init__(self, context, address):
        self.findings = []
        self.address = address
        context.on("request", self.request)
        context.on("console", self.console)
        context.on("weberror", lambda error: self.findings.append(f"script error: {error.error}"))

    def request(self, request):
        if not request.url.startswith((self.address + "/", "data:", "blob:")):
            self.findings.append(f"a request to {request.url} from {request.frame.url}")

    def console(self, message):
        # Chromium reports the status of an error page as an error of its own.
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self.findings.append(f"console at {message.page.url if message.page else '?'}: {message.text}")


def audit(page, label=None):
    """The faults of the page that is open, as sentences."""
    label = label or page.url
    findings = []

    def note(what, found):
        findings.extend(f"{label}: {what}: {each}" for each in found)

    page.evaluate(AXE)
    for size, name in ((WIDE_WINDOW, "1280 px"), (PHONE, "360 px")):
        resize(page, size)
        page.emulate_media(color_scheme="light")
        note(f"{name} light", page.evaluate(RUN, EVERY_RULE))
        page.emulate_media(color_scheme="dark")
        note(f"{name} dark", page.evaluate(RUN, COLOURS))
    page.emulate_media(color_scheme="light")
    for size in (PHONE, SMALL_PHONE, TWICE_AS_LARGE):
        resize(page, size)
        wide = page.evaluate(WIDE)
        note("scrolls sideways", [wide] if wide else [])
        note(f"text cut off at {size[0]} px", page.evaluate(CUT))
    resize(page, WIDE_WINDOW)
    return findings
