"""Fifty browsers' worth of requests at lindung-app while a sweep runs, then clients that mean no good.

    load.py BUILD [SECONDS]

BUILD holds `lindung` and `lindung-app`. Prints the median and the 99th percentile of the page *Compare*, and the
memory of the program; exits with 1 where a request failed or the page did not go on.
"""

import http.client
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1])
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 30
BROWSERS = 50
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PLACE = "folder=scenarios%2Fkota-probolinggo"
PAGES = [
    f"/?{PLACE}&s=dasar&s=mandiri", f"/?{PLACE}&s=dasar&s=bulan-dipotong",
    f"/?{PLACE}&s=dasar&s=mandiri&s=bulan-dipotong&fokus=mandiri",
]
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
        print("FAULT", what)


def memory(server, name):
    """MB, of `VmRSS` or `VmHWM`."""
    with open(f"/proc/{server.pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name)) // 1024


def get(port, path, timeout=120):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def start_sweep(port, folder):
    """The number of a long sweep that was started as the page starts it."""
    path = "scenarios/kota-probolinggo/sapuan/beban.yaml"
    with open(f"{folder}/{path}", "w", encoding="utf-8") as file:
        file.write("name: beban\ntitle: { id: Beban, en: Load }\nscenario: ../dasar.yaml\n"
                   "design: { kind: lhs, points: 2000000, seed: 1 }\n"
                   "inputs:\n  quota.petani: { scale: 0.5 .. 1.5 }\noutcomes: [public_bill_rp]\n")
    _, page = get(port, f"/tanya?{PLACE}&soal=sapuan")
    token = re.search(r'name="token" content="([^"]+)"', page).group(1)
    form = page[page.index('class="question"'):]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    fields.update(token=token, berkas=path)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/tanya/mulai", urllib.parse.urlencode(fields), FORM)
    answer = connection.getresponse()
    check(answer.status == 303, f"the sweep does not start: {answer.status}")
    return answer.headers["Location"], token


def browse(port, number, end, times):
    """Asks for pages over one connection, as a browser does."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    turn = number
    while time.monotonic() < end:
        start = time.monotonic()
        try:
            connection.request("GET", PAGES[turn % len(PAGES)])
            answer = connection.getresponse()
            text = answer.read()
        except OSError as error:
            check(False, f"browser {number}: {error}")
            return
        check(answer.status == 200 and b"data-card" in text, f"browser {number}: {answer.status}")
        times.append((time.monotonic() - start) * 1000)
        turn += 1


def crowd(port, server, folder):
    """Many browsers while a sweep runs."""
    for path in PAGES:
        get(port, path)
    run, token = start_sweep(port, folder)
    times = []
    end = time.monotonic() + SECONDS
    threads = [threading.Thread(target=browse, args=(port, number, end, times))
               for number in range(BROWSERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    _, page = get(port, run)
    check('data-state="running"' in page or "kemajuan" in page, "the sweep did not run meanwhile")
    number = run.split("id=")[1].split("&")[0]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(
        "POST", "/tanya/henti", urllib.parse.urlencode({"id": number, "token": token}), FORM)
    check(connection.getresponse().status == 303, "the sweep does not stop")
    print(f"{BROWSERS} browsers beside a sweep: {len(times)} pages in {SECONDS:.0f} s, "
          f"{statistics.median(times):.0f} ms at the median, "
          f"{times[int(len(times) * 0.99)]:.0f} ms at the 99th percentile, "
          f"memory {memory(server, 'VmRSS')} MB, at most {memory(server, 'VmHWM')} MB")


def goes_on(port, what, seconds):
    """Whether the page is still there for the next one who comes."""
    start = time.monotonic()
    try:
        status, _ = get(port, "/", seconds)
        check(status == 200, f"{what}: {status}")
        print(f"{what}: the page answers after {time.monotonic() - start:.1f} s")
    except OSError as error:
        check(False, f"{what}: {error}")


def hold(port, count, text):
    """Connections that send a little and then nothing; as many as there can be."""
    held = []
    for _ in range(count):
        connection = socket.socket()
        connection.setblocking(False)
        try:
            connection.connect_ex(("127.0.0.1", port))
        except OSError:
            connection.close()
            break
        held.append(connection)
    time.sleep(1)
    for connection in held:
        try:
            connection.send(text)
        except OSError:
            pass
    return held


def slow(port):
    """Clients that never finish what they say, and ten thousand that say nothing."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit, 20_000), limit))
    for what, count, text in [
        ("400 clients that stop within a head", 400, b"GET / HTTP/1.1\r\nHost: 127.0.0.1"),
        ("400 clients that stop within a form", 400,
         b"POST /coba/hasil HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nx"),
        ("10,000 open connections", 10_000, b""),
    ]:
        held = hold(port, count, text)
        goes_on(port, f"{what} ({len(held)})", 120)
        for connection in held:
            connection.close()
        goes_on(port, f"{what}, gone", 60)


def main():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(f"{ROOT}/scenarios", f"{folder}/scenarios")
        environment = {
            **os.environ, "LINDUNG_DATA": f"{ROOT}/notebooks-data", "LINDUNG_LANG": "id",
            "DISPLAY": ""}
        server = subprocess.Popen(
            [os.path.join(BUILD, "lindung-app"), "--no-browser", "--port", str(port), "--runs",
             f"{folder}/runs"], cwd=folder, env=environment, stderr=subprocess.PIPE)
        try:
            server.stderr.readline()
            print(f"idle: {memory(server, 'VmRSS')} MB")
            crowd(port, server, folder)
            slow(port)
            check(server.poll() is None, "the program has ended")
        finally:
            server.terminate()
            server.wait(60)
    sys.exit(1 if faults else 0)


main()
