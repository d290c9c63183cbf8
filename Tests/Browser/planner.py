"""Uses lindung-app in Chromium as a planner would, and holds it against the command.

    planner.py BUILD [PICTURES]

BUILD holds `lindung` and `lindung-app`; PICTURES is a folder for screenshots, where wanted. Exits with 1
where a number, a word, the page's policy or its accessibility is not as it must be.
"""

import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import asking
import data
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from main_job import main_job

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1])
PICTURES = sys.argv[2] if len(sys.argv) > 2 else None
QUANTITIES = {
    "cost": "public_bill_rp",
    "people": "protected_end_persons",
    "personMonths": "funded_person_months",
    "gap": "gap_rp",
    "families": "families_kept_families",
}
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
        print("FAULT", what)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command(folder, *words):
    """What `lindung` prints as JSON, in a folder."""
    run = subprocess.run(
        [os.path.join(BUILD, "lindung"), *words, "--format", "json", "--quiet"], cwd=folder,
        env=ENVIRONMENT, capture_output=True, check=True)
    return json.loads(run.stdout)


def values(tables, scenario):
    """Over the whole horizon: quantity to value and the baseline's value."""
    rows = tables[0]["rows"] if isinstance(tables, list) else tables["rows"]
    return {
        row["quantity"]: (row["value"], row["baseline_value"]) for row in rows
        if row["scenario"] == scenario and row["year"] == "all"
    }


def cards(page):
    """The numbers on the cards with all their digits."""
    return page.evaluate("""() => Object.fromEntries(
        [...document.querySelectorAll("[data-card]")].map((card) => [card.dataset.card,
          Object.fromEntries([...card.querySelectorAll("data")].map((data) =>
            [data.dataset.role, Number(data.value)]))]))""")


def check_cards(shown, expected, where):
    check(len(shown) == 5, f"{where}: {sorted(shown)} instead of five cards")
    for subject, numbers in shown.items():
        name = QUANTITIES.get(subject)
        if name is None:
            continue
        scenario, baseline = expected[name]
        check(numbers["scenario"] == scenario, f"{where}: {subject} {numbers} is not {scenario}")
        if "baseline" in numbers:
            check(numbers["baseline"] == baseline, f"{where}: {subject} {numbers} is not {baseline}")


class Visit:
    """A browser window that notes what must not happen."""

    def __init__(self, browser, base, name, **options):
        self.base, self.name = base, name
        self.page = browser.new_context(**options).new_page()
        self.page.set_default_timeout(120_000)
        self.page.on("console", self.console)
        self.page.on("pageerror", lambda error: check(False, f"{name}: {error}"))
        self.page.on("request", lambda request: check(
            request.url.startswith((base, "data:")), f"{name}: asks {request.url}"))

    def console(self, message):
        # A value that is refused has its own status, which browsers note.
        is_refusal = "status of 422" in message.text
        check(message.type not in ("error", "warning") or is_refusal,
              f"{self.name}: {message.type} {message.text}")

    def go(self, path):
        self.page.goto(self.base + path)
        self.settle()

    def settle(self):
        if self.page.locator("[data-picture]").count():
            self.page.wait_for_selector("html[data-drawn]")

    def parts(self):
        """Comes to every part that is computed when somebody does, and waits for it."""
        # In one step: a part found by one call may be gone by the next, which would wait for it.
        while self.page.evaluate("""() => {
                const part = document.querySelector("[data-part]");
                part?.scrollIntoView();
                return part !== null;
            }"""):
            self.page.wait_for_timeout(100)

    def inspect(self, what):
        """Accessibility and width, and a picture to look at."""
        for violation in Axe().run(self.page).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            check(False, f"{self.name}, {what}: {violation['id']} {nodes}")
        width, room = self.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        check(width <= room, f"{self.name}, {what}: {width} wide in {room}")
        if PICTURES:
            self.page.screenshot(path=f"{PICTURES}/{self.name}-{what}.png", full_page=True)


def compare(visit, folder):
    """The main job: a folder, an alternative more, the comparison."""
    page = visit.page
    visit.go("/")
    visit.inspect("first")
    page.get_by_role("link", name="Kota Probolinggo").click()
    for box in page.locator('input[name="s"]').all():
        box.set_checked(box.get_attribute("value") in ("dasar", "mandiri", "bulan-dipotong"))
    page.locator('form.chooser button[type="submit"]').click()
    visit.settle()
    path = "scenarios/kota-probolinggo/"
    tables = command(folder, "compare", *[
        f"{path}{name}.yaml" for name in ("dasar", "bulan-dipotong", "mandiri")])
    check_cards(cards(page), values(tables, "bulan-dipotong"), "compare")
    page.get_by_role("link", name="mandiri", exact=True).click()
    visit.settle()
    check_cards(cards(page), values(tables, "mandiri"), "compare, second scenario")
    check(page.locator("svg").count() >= 2, "compare: no pictures")
    page.get_by_text("Ubah pilihan").click()
    page.get_by_label("simulasi acak").select_option("100")
    page.locator('form.chooser button[type="submit"]').click()
    page.wait_for_selector("[data-card]")
    visit.settle()
    visit.parts()
    check(page.locator(".range").count() > 3, "compare: no ranges")
    check(page.locator('[id^="mengapa-"] svg').count() >= 2, "compare: no reasons")
    visit.inspect("compare")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV: comparison-total").click()
    text = open(download.value.path(), encoding="utf-8").read()
    check(text.startswith("scenario;year;quantity;"), "compare: the file is no table")


def turn(visit, folder):
    """A lever is turned, undone, turned and kept; the command comes to the same."""
    page = visit.page
    visit.go("/coba?folder=scenarios%2Fkota-probolinggo&s=dasar")
    visit.inspect("levers")
    before = cards(page)["cost"]["scenario"]
    lever = page.locator('#tuas [name="tuas.quota.petani"]')
    lever.fill("5000")
    page.wait_for_selector("[data-undo]")
    check(cards(page)["cost"]["scenario"] != before, "try: the cost does not follow")
    page.locator("[data-undo]").click()
    expect(page.locator("[data-undo]")).to_have_count(0)
    check(cards(page)["cost"]["scenario"] == before, "try: undoing leaves something")
    lever.fill("-1")
    page.wait_for_selector("#hasil [role=alert]")
    lever.fill("5000")
    page.wait_for_selector("[data-undo]")
    page.locator('#tuas [name="tuas.purse.ceiling.dbh-cht"]').fill("1500000000")
    expect(page.locator("[data-undo]")).to_have_count(2)
    shown = cards(page)
    visit.inspect("turned")
    page.locator('[name="nama"]').fill("coba-peramban")
    page.locator("form.keep button").click()
    page.wait_for_url("**/?folder=*")
    visit.settle()
    check_cards(shown, values(command(
        folder, "compare", "scenarios/kota-probolinggo/dasar.yaml",
        "scenarios/kota-probolinggo/coba-peramban.yaml"), "coba-peramban"), "try")
    check(cards(page)["cost"] == shown["cost"], "try: the comparison of what was kept differs")
    os.remove(f"{folder}/scenarios/kota-probolinggo/coba-peramban.yaml")


def measure(visit):
    """Milliseconds: first paint of a comparison, and a lever's way there and back."""
    page = visit.page
    visit.go("/?folder=scenarios%2Fkota-probolinggo&s=dasar&s=mandiri")
    # Asked again and again from here: what waits within the page is refused by its own policy.
    while not page.evaluate("performance.getEntriesByType('paint').length"):
        page.wait_for_timeout(10)
    paint, ready = page.evaluate("""[performance.getEntriesByType("paint")[0].startTime,
        performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd]""")
    visit.go("/coba?folder=scenarios%2Fkota-probolinggo&s=dasar")
    trips = []
    for step in range(100):
        page.locator('#tuas [name="tuas.quota.petani"]').fill(str(4100 + step))
        expect(page.locator(".differences strong")).to_contain_text(f"4.{100 + step}")
        trips.append(float(page.locator("#hasil").get_attribute("data-trip")))
    print(f"first paint {paint:.0f} ms, ready {ready:.0f} ms, a lever of one region {told(trips)}")
    visit.go("/coba?folder=scenarios%2Fjawa-timur&s=dasar&daerah=semua")
    trips = []
    for step in range(30):
        page.locator('#tuas [name="tuas.quota.petani"]').fill(f"1.{step + 11}")
        expect(page.locator(".differences strong")).to_contain_text(f"1,{step + 11}".rstrip("0"))
        trips.append(float(page.locator("#hasil").get_attribute("data-trip")))
    print(f"a lever of 38 regions {told(trips)}")


def told(trips):
    trips = sorted(trips)
    return (f"{statistics.median(trips):.1f} ms at the median, "
            f"{trips[int(len(trips) * 0.99)]:.1f} ms at the 99th percentile")


def refusals(port):
    """Other sites' requests, other names, what is too large: refused, and the page goes on."""
    def status(method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request(method, path, body, {
            name.replace("_", "-"): value for name, value in headers.items()})
        return connection.getresponse().status

    form = {"Content_Type": "application/x-www-form-urlencoded"}
    for expected, found in [
        (421, status("GET", "/", Host="jahat.example")),
        (403, status("POST", "/coba/hasil", "s=dasar", **form)),
        (403, status("POST", "/coba/simpan", "nama=x&token=0", Origin="http://jahat.example", **form)),
        (413, status("POST", "/coba/hasil", "x=" + "y" * 400_000, **form)),
        (403, status("POST", "/data/unggah", "--x--", Origin="http://jahat.example",
                     Content_Type="multipart/form-data; boundary=x")),
        (400, status("POST", "/data/unggah", "--y", Content_Type="multipart/form-data; boundary=x")),
        (413, status("POST", "/data/unggah", "y" * (200 << 20),
                     Content_Type="multipart/form-data; boundary=x")),
        (404, status("GET", "/../../etc/passwd")),
        (405, status("DELETE", "/")),
        (200, status("GET", "/")),
    ]:
        check(expected == found, f"refusals: {found} instead of {expected}")


class Server:
    """The program over a copy of the scenarios; it may end and begin again."""

    def __init__(self, folder, port):
        self.folder, self.port, self.runs = folder, port, f"{folder}/runs"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [os.path.join(BUILD, "lindung-app"), "--no-browser", "--port", str(self.port), "--runs",
             self.runs], cwd=self.folder, env=ENVIRONMENT, stderr=subprocess.PIPE)
        self.process.stderr.readline()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def kill(self):
        self.process.kill()
        self.process.wait(20)


def browse(base, server):
    folder = server.folder
    desk = {"viewport": {"width": 1280, "height": 720}}
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        visit = Visit(browser, base, "id", **desk)
        main_job(visit, check)
        compare(visit, folder)
        turn(visit, folder)
        lindung = os.path.join(BUILD, "lindung")
        data.take_away(visit, folder, lindung, check)
        data.accept(visit, folder, lindung, check)
        data.table(visit, folder, check)
        data.form(visit, folder, lindung, check)
        measure(visit)
        asking.ask(visit, server, check, BUILD, ENVIRONMENT)
        for name, options in [
            ("en", {**desk, "color_scheme": "dark"}), ("phone", phone),
        ]:
            visit = Visit(browser, base, name, **options)
            lang = "&lang=en" if name == "en" else ""
            folder_field = "folder=scenarios%2Fjawa-timur" + lang
            visit.go("/?" + folder_field)
            visit.inspect("first")
            visit.go(f"/?{folder_field}&s=dasar&s=ucj-2029&s=rute-pu")
            visit.parts()
            visit.inspect("compare")
            visit.page.locator("#peta path").nth(3).click(force=True)
            visit.page.wait_for_url("**/coba?**daerah=*")
            visit.inspect("levers")
            asking.look(visit, lang)
            visit.go("/data?folder=scenarios%2Fkota-probolinggo&s=mandiri" + lang)
            visit.inspect("data")
        browser.close()
    refusals(server.port)


def main():
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(f"{ROOT}/scenarios", f"{folder}/scenarios")
        server = Server(folder, port)
        try:
            with open(f"/proc/{server.process.pid}/status", encoding="utf-8") as status:
                idle = next(line.split()[1] for line in status if line.startswith("VmRSS"))
            start = time.monotonic()
            browse(f"http://127.0.0.1:{port}", server)
            print(f"idle {int(idle) // 1024} MB, {time.monotonic() - start:.0f} s")
        finally:
            server.stop()
    sys.exit(1 if faults else 0)


ENVIRONMENT = {
    **os.environ, "LINDUNG_DATA": f"{ROOT}/notebooks-data", "LINDUNG_LANG": "id", "DISPLAY": "",
}
os.environ.update(ENVIRONMENT)
main()
