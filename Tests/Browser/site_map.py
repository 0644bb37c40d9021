"""Finds the pages of the site as a visitor of some role: by following links, and by a list of what nothing links to."""
import html.parser
import re
import urllib.parse

# Addresses that change something, or that hand over a file.
NO_PAGE = re.compile(r"^/(language|text|assets)/|\.(csv|json|pdf|xlsx|svg)(\?|$)|/(pdf|csv|json)$|[?&]format=")

UNLINKED = {
    "nobody": ["/no-such-page", "/activate", "/verify?code=7QK4", "/verify/7QK4-M2XD-9TRB", "/sign-in?activated=1",
               "/sign-in?to=/me/certificates", "/courses/personal-data-security/04-forged-message?unanswered=1"],
    "learner": ["/no-such-page", "/account?changed=1", "/privacy/acknowledge", "/staff", "/overview",
                "/courses/personal-data-security/07-incident-and-citizen-rights?unanswered=1"],
    "hr": ["/staff", "/staff/import", "/staff/assign"],
    "reporter": ["/units"],
    "controller": ["/overview", "/units"],
    "author": ["/content"],
    "admin": ["/accounts", "/audit"],
}


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "a" and (address := dict(attributes).get("href")):
            self.found.append(address)


def kind(path):
    """Pages that differ in an id or in the value of a filter alone are of one kind."""
    address = urllib.parse.urlsplit(path)
    place = re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", "CODE", address.path)
    place = re.sub(r"/\d+(?=/|$)", "/#", place)
    place = re.sub(r"^/glossary/.+", "/glossary/TERM", place)
    # One course is looked at whole; of the others, which are made of the same parts, two courses and two lessons.
    place = re.sub(r"^/courses/(?!personal-data-security)[^/]+(/[^/]+)?", r"/courses/COURSE\1", place)
    place = re.sub(r"^/courses/COURSE/.+", "/courses/COURSE/LESSON", place)
    place = re.sub(r"/\d{4}-H[12]", "/PERIOD", place)
    return place, tuple(sorted(urllib.parse.parse_qs(address.query)))


def pages(role, request, leave_out=()):
    """The paths of all pages, each with its kind not in `leave_out`; of one kind two are taken, of the same list with other filters one."""
    waiting = ["/", *UNLINKED.get(role, [])]
    taken = {}
    while waiting:
        path = waiting.pop(0)
        this = kind(path)
        if NO_PAGE.search(path) or path in taken.setdefault(this, []) or len(taken[this]) >= (1 if this[1] else 2):
            continue
        answer = request.get(path)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        taken[this].append(path)
        for link in Links(answer.text()).found:
            joined = urllib.parse.urljoin(path, link)
            if joined.startswith("/") and not joined.startswith("//"):
                waiting.append(urllib.parse.urldefrag(joined).url)
    return [path for this, paths in taken.items() if this not in leave_out for path in paths]
