"""On paper: a certificate is one A4 page, a lesson comes without what only a screen needs."""
import re
import subprocess

from conftest import sign_in

A4 = (595, 842)


def paper(page, file):
    """Prints the page; answers the number of pages and their size in points."""
    page.pdf(path=file, prefer_css_page_size=True, format="A4")
    facts = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts)
    return int(re.search(r"Pages:\s+(\d+)", facts)[1]), (round(float(size[1])), round(float(size[2])))


def shown(page, selector):
    return page.locator(selector).evaluate_all(
        "found => found.filter(element => element.getClientRects().length > 0).length")


class TestPaper:
    def test_certificate_is_one_page(self, address, visitor, tmp_path):
        page = sign_in(visitor(address).new_page(), "admin")
        page.goto("/me/certificates")
        page.locator("tbody a").first.click()
        count, size = paper(page, tmp_path / "certificate.pdf")
        assert count == 1
        assert abs(size[0] - A4[1]) <= 2 and abs(size[1] - A4[0]) <= 2, f"A4 on its side, not {size}"
        text = subprocess.run(
            ["pdftotext", tmp_path / "certificate.pdf", "-"], check=True, capture_output=True, text=True).stdout
        assert "Bağırov" in text and "Çıxış" not in text

    def test_lesson_without_chrome(self, address, visitor, tmp_path):
        page = sign_in(visitor(address).new_page(), "learner")
        page.goto("/courses/personal-data-security/01-what-is-personal-data")
        page.emulate_media(media="print")
        for selector in ("body > header", "nav", "footer", ".skip", ".button", "#finish"):
            assert shown(page, selector) == 0, f"{selector} is printed"
        assert shown(page, "article") == 1
        count, size = paper(page, tmp_path / "lesson.pdf")
        assert 1 <= count <= 6
        assert abs(size[0] - A4[0]) <= 2 and abs(size[1] - A4[1]) <= 2, f"A4 upright, not {size}"

    def test_dark_screens_print_on_white(self, address, visitor):
        page = sign_in(visitor(address, color_scheme="dark").new_page(), "learner")
        page.goto("/courses/personal-data-security/01-what-is-personal-data")
        page.emulate_media(media="print", color_scheme="dark")
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        ink = page.evaluate("getComputedStyle(document.documentElement).color")
        assert ground == "rgb(255, 255, 255)", ground
        assert max(int(part) for part in re.findall(r"\d+", ink)[:3]) < 100, f"ink of {ink} on white paper"
