"""The page Ask in a browser: a sweep is started, stopped, found again after the server was killed, and gone on
with; answers are the command's, byte by byte; two of them stand side by side."""

import hashlib
import os
import shlex
import subprocess
import tempfile
import time

from playwright.sync_api import expect

LONG = """name: panjang
title: { id: Sapuan panjang, en: A long sweep }
scenario: ../dasar.yaml
design: { kind: lhs, points: 400000, seed: 1 }
inputs:
  quota.petani: { scale: 0.5 .. 1.5 }
outcomes: [public_bill_rp]
"""
PLACE = "folder=scenarios%2Fkota-probolinggo"


def start(page, labels=()):
    """Fills in a form that is open and sends it; the number of the question."""
    for name, value in labels:
        page.locator(f'form.question [name="{name}"]').select_option(value)
    page.locator("form.question button").click()
    page.wait_for_url("**/tanya/jalan**")
    return page.url.split("id=")[1].split("&")[0]


def done(page):
    return int(page.locator("#kemajuan progress").get_attribute("value") or 0)


def wait_until(check, what, is_reached, seconds=60):
    """Looks again and again, but not for ever."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_reached():
            return
        time.sleep(0.1)
    check(False, f"ask: {what} does not come")


def workers(place):
    """Processes that write below a folder."""
    found = []
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{number}/cmdline", encoding="utf-8") as words:
                if f"--out\0{place}" in words.read():
                    found.append(int(number))
        except OSError:
            pass
    return found


def sweep(visit, server, check):
    """Progress, stop, note; the server ends twice, the second time without a word."""
    page = visit.page
    path = f"{server.folder}/scenarios/kota-probolinggo/sapuan/panjang.yaml"
    with open(path, "w", encoding="utf-8") as file:
        file.write(LONG)
    visit.go(f"/tanya?{PLACE}&soal=sapuan")
    visit.inspect("ask")
    number = start(page, [("berkas", "scenarios/kota-probolinggo/sapuan/panjang.yaml")])
    page.wait_for_selector("#kemajuan progress[value]")
    wait_until(check, "progress", lambda: done(page) > 0)
    visit.inspect("progress")
    page.get_by_role("button", name="Hentikan").click()
    page.wait_for_selector('[data-state="stopped"]')
    page.locator('[name="catatan"]').fill("terlalu lama")
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.locator('[name="catatan"]')).to_have_value("terlalu lama")
    visit.inspect("stopped")

    server.stop()
    server.start()
    visit.go(f"/tanya?{PLACE}")
    row = page.locator(".history tbody tr").first
    expect(row).to_contain_text("dihentikan")
    expect(row).to_contain_text("terlalu lama")
    row.get_by_role("link").click()
    kept = page.locator("main").inner_text()
    check("perhitungan tersimpan" in kept, "ask: what was computed is not told")
    page.get_by_role("button", name="Lanjutkan").click()
    page.wait_for_selector("#kemajuan progress[value]")
    check(done(page) > 0, "ask: the sweep begins anew")

    check(len(workers(server.runs)) == 1, "ask: no process answers")
    # A page that waits for an answer would note that nobody gives one.
    visit.go("/tanya")
    server.kill()
    wait_until(check, "the end of the process", lambda: not workers(server.runs))
    server.start()
    visit.go(f"/tanya/jalan?id={number}")
    expect(page.locator('[data-state="broken"]')).to_have_count(1)
    page.get_by_role("button", name="Lanjutkan").click()
    page.wait_for_selector("#kemajuan progress[value]")
    page.get_by_role("button", name="Hentikan").click()
    page.wait_for_selector('[data-state="stopped"]')
    os.remove(path)


def same_as_command(visit, server, check, build, environment):
    """The command that the page names makes the same files; its manifest has the digest."""
    page = visit.page
    words = shlex.split(page.locator(".notes code").first.inner_text())
    with tempfile.TemporaryDirectory() as out:
        words = [os.path.join(build, words[0]), *words[1:]]
        words[words.index("--out") + 1] = out
        subprocess.run([*words, "--quiet"], cwd=server.folder, env=environment, check=True)
        for link in page.locator(".beside a").all():
            with page.expect_download() as download:
                link.click()
            name = download.value.suggested_filename
            with open(download.value.path(), "rb") as left, open(f"{out}/{name}", "rb") as right:
                check(left.read() == right.read(), f"ask: {name} is not the command's")
        with open(f"{out}/manifest.json", "rb") as manifest:
            digest = hashlib.sha256(manifest.read()).hexdigest()
        check(digest in page.locator(".notes").inner_text(), "ask: another digest")


def answers(visit, server, check, build, environment):
    """Two answers with their pictures, and what differs."""
    page = visit.page
    for scenario in ("dasar", "mandiri"):
        visit.go(f"/tanya?{PLACE}&soal=kepekaan")
        start(page, [("berkas", f"scenarios/kota-probolinggo/{scenario}.yaml")])
        page.wait_for_selector("section.answer")
        visit.settle()
    check(page.locator("section.picture svg").count() > 0, "ask: no picture")
    same_as_command(visit, server, check, build, environment)
    visit.inspect("answer")
    page.get_by_role("button", name="Bandingkan", exact=True).click()
    page.wait_for_url("**/tanya/banding**")
    text = page.locator("main").inner_text()
    check("angka berbeda" in text, "ask: no difference")
    check("mandiri.yaml" in text, "ask: the files that differ are not told")
    visit.inspect("two")


def swept(visit, check):
    """A short sweep to its end: a sentence, and the ranges as a picture."""
    page = visit.page
    visit.go(f"/tanya?{PLACE}&soal=sapuan")
    start(page, [("berkas", "scenarios/kota-probolinggo/sapuan/bulan-dan-kuota.yaml")])
    page.wait_for_selector("section.answer")
    visit.settle()
    check(page.locator("section.picture svg").count() == 1, "ask: a sweep without a picture")
    visit.inspect("swept")


def look(visit, lang):
    """Other windows: the forms, and an answer that is there."""
    visit.go(f"/tanya?{PLACE}&soal=sasaran{lang}")
    visit.page.locator("details summary").first.click()
    visit.inspect("ask")
    visit.go(f"/tanya?{PLACE}{lang}")
    numbers = visit.page.locator('.history [name="id"]')
    pair = [numbers.nth(place).get_attribute("value") for place in (0, 1)]
    visit.go(f"/tanya/jalan?id={pair[0]}{lang}")
    visit.inspect("answer")
    visit.go(f"/tanya/banding?id={pair[0]}&id={pair[1]}{lang}")
    visit.inspect("two")


def ask(visit, server, check, build, environment):
    sweep(visit, server, check)
    swept(visit, check)
    answers(visit, server, check, build, environment)
