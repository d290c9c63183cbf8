"""What `planner.py` does on the page *Data*, and with files that are taken away."""

import os
import subprocess

TABLE = """kode_kabupaten;segmen;tahun;jumlah_pekerja;sumber_data
35.74;petani;2025;4.250;Dinas Pertanian
35.74;ojek;2025;1.100;Dinas Perhubungan
"""
PLACE = "scenarios/kota-probolinggo"


def written(lindung, folder, *words):
    """The bytes that a command writes to its last word."""
    subprocess.run([lindung, *words, "--quiet"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    with open(os.path.join(folder, words[-1]), "rb") as file:
        return file.read()


def take_away(visit, folder, lindung, check):
    """Workbook and reports of a comparison are the command's, byte for byte."""
    page = visit.page
    visit.go(f"/?folder={PLACE.replace('/', '%2F')}&s=dasar&s=mandiri&acuan=dasar")
    scenarios = [f"{PLACE}/dasar.yaml", f"{PLACE}/mandiri.yaml"]
    for name, asking, ending in [
        ("Buku kerja (.xlsx)", "compare", "xlsx"),
        ("Laporan untuk peramban (.html)", "report", "html"),
        ("Laporan untuk dicetak (.pdf)", "report", "pdf"),
    ]:
        link = page.get_by_role("link", name=name)
        if ending == "pdf" and link.count() == 0:
            check(page.get_by_text("make tools").count() > 0, "take away: nothing said of tools")
            continue
        with page.expect_download() as download:
            link.click()
        with open(download.value.path(), "rb") as file:
            found = file.read()
        expected = written(lindung, folder, asking, *scenarios, "--out", f"unduh.{ending}")
        check(found == expected, f"take away: {ending} is not the command's")


def accept(visit, folder, lindung, check):
    """Two inputs by name, then all; the final report is refused before and written after."""
    page = visit.page
    visit.go(f"/data?folder={PLACE.replace('/', '%2F')}&s=dasar")
    visit.inspect("data")

    def final():
        return subprocess.run(
            [lindung, "report", f"{PLACE}/dasar.yaml", "--final", "--out", "final.html"],
            cwd=folder, capture_output=True, check=False).returncode

    check(final() == 1, "data: a final report did not wait")
    for name in ("workers", "quota"):
        page.locator(f'[data-input="{name}"] input').check()
    page.get_by_label("Nama dan jabatan").fill("Kepala Bidang, Bappeda")
    page.get_by_role("button", name="Terima yang dipilih").click()
    page.wait_for_url("**/data?*")
    check("Kepala Bidang, Bappeda" in page.locator('[data-input="workers"]').inner_text(),
          "data: who accepted is not shown")
    check(page.locator('[data-input="workers"] input').count() == 0, "data: it still waits")
    page.get_by_label("Nama dan jabatan").fill("Sekretaris, Dinsos")
    page.get_by_role("button", name="Terima semua").click()
    page.wait_for_url("**/data?*")
    check(page.locator(".waits").count() == 0, "data: something waits")
    visit.inspect("accepted")
    check(final() == 0, "data: the final report still waits")
    visit.go(f"/?folder={PLACE.replace('/', '%2F')}&s=dasar")
    with page.expect_download() as download:
        page.get_by_role("link", name="Laporan untuk peramban (.html)").click()
    with open(download.value.path(), "rb") as found, open(f"{folder}/final.html", "rb") as made:
        check(found.read() == made.read(), "data: the page's final report is not the command's")
    os.remove(f"{folder}/{PLACE}/dasar.accepted.csv")


def send(visit, name, content):
    page = visit.page
    page.set_input_files('input[name="berkas"]', files=[
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}])
    page.get_by_role("button", name="Kirim").click()
    page.wait_for_url("**/data/*")


def table(visit, folder, check):
    """Columns of other names are chosen, a fault is told at its line, a scenario is kept."""
    page = visit.page
    address = f"/data?folder={PLACE.replace('/', '%2F')}&s=dasar"
    visit.go(address)
    send(visit, "Pekerja dinas.csv", TABLE.replace("ojek", "ojeg").encode())
    check(page.get_by_label("Isi tabel").input_value() == "workers", "table: not known as workers")
    visit.inspect("columns")
    page.get_by_role("button", name="Periksa").click()
    page.wait_for_selector("[role=alert]")
    check("Pekerja dinas.csv:3:" in page.locator("[role=alert]").inner_text(),
          "table: the fault has no line")
    visit.go(address)
    send(visit, "Pekerja dinas.csv", TABLE.encode())
    page.get_by_role("button", name="Periksa").click()
    page.wait_for_selector("[role=status]")
    visit.inspect("checked")
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/?folder=*")
    visit.settle()
    for ending in ("csv", "yaml"):
        path = f"{folder}/{PLACE}/pekerja-dinas.{ending}"
        check(os.path.exists(path), f"table: {path} is not there")
        os.remove(path)


def form(visit, folder, lindung, check):
    """A form that a region returns becomes a folder with its scenario."""
    page = visit.page
    content = written(lindung, folder, "template", "--region", "35.74", "--out", "isian.xlsx")
    visit.go(f"/data?folder={PLACE.replace('/', '%2F')}&s=dasar")
    send(visit, "isian kota.xlsx", content)
    visit.inspect("form")
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/?folder=*")
    visit.settle()
    check(os.path.exists(f"{folder}/scenarios/isian-kota/isian.yaml"), "form: nothing was saved")
    visit.go(f"/data?folder={PLACE.replace('/', '%2F')}&s=dasar")
    send(visit, "rusak.xlsx", content[: len(content) // 2])
    check(page.locator("[role=alert]").count() == 1, "form: a damaged workbook is not refused")
