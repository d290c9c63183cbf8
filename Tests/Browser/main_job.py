"""The main job of the page, with its clicks counted: a region, two alternatives, the comparison, something to hand
over. Whoever has never seen it should not need more than two dozen."""

MOST = 24


def main_job(visit, check):
    """Does it, and tells how many clicks it took."""
    page, clicks = visit.page, 0

    def click(place):
        nonlocal clicks
        clicks += 1
        place.click()

    def take(name, beginning):
        with page.expect_download() as download:
            click(page.get_by_role("link", name=name))
        with open(download.value.path(), "rb") as file:
            check(file.read(len(beginning)) == beginning, f"main job: {name} is something else")

    visit.go("/")
    click(page.get_by_role("link", name="Kota Probolinggo"))
    wanted = {"dasar", "mandiri", "bulan-dipotong"}
    for box in page.locator('input[name="s"]').all():
        if box.is_checked() != (box.get_attribute("value") in wanted):
            click(box)
    click(page.locator('form.chooser button[type="submit"]'))
    visit.settle()
    check(page.locator("[data-card]").count() == 5, "main job: no cards")
    click(page.get_by_role("link", name="mandiri", exact=True))
    visit.settle()
    take("Buku kerja (.xlsx)", b"PK")
    take("Laporan untuk dicetak (.pdf)", b"%PDF")
    check(clicks <= MOST, f"main job: {clicks} clicks")
    print(f"the main job takes {clicks} clicks")
