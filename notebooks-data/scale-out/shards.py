"""What the adapters of this folder share: a part of a sweep on a worker, how many parts, what is there, the merge.

Schedulers that start commands, as Slurm does, use it as one:

    python3 shards.py count|parts|missing|merge SWEEP.yaml --out FOLDER
    python3 shards.py compute SWEEP.yaml --out FOLDER --part k --shards n
"""

import argparse
import fcntl
import gzip
import hashlib
import io
import json
import math
import os
import re
import resource
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from glob import glob

# A part is made to take a minute at least, and to spend at most this share of its time before its first point.
SHORTEST, STARTING = 60, 0.02
# The most parts: arrays of Slurm end there by default.
MOST = 1000


class Refused(Exception):
    """`lindung` ended with an error; its own words."""


def say(indonesian, english):
    return english if os.environ.get("LINDUNG_LANG") == "en" else indonesian


def options(text):
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help=say("berkas sapuan", "sweep file"))
    parser.add_argument("--out", required=True, help=say(
        "folder hasil; bagian-bagiannya di FOLDER.parts", "folder of results; its parts are in FOLDER.parts"))
    parser.add_argument("--data", default="notebooks-data", help=say("folder data", "data folder"))
    parser.add_argument("--lindung", default="lindung", help=say("program pada pekerja", "the program on workers"))
    parser.add_argument("--threads", type=int, default=1, help=say("utas tiap bagian", "threads of each part"))
    parser.add_argument("--shards", type=int, help=say(
        "banyaknya bagian; bawaan: dari percobaan", "number of parts; by default found by a trial"))
    parser.add_argument("--send", nargs="+", help=say(
        "tanpa folder bersama: kirim berkas dan folder ini ke pekerja",
        "without a shared folder: send these files and folders to workers"))
    return parser


def parsed(parser):
    sweep = parser.parse_args()
    sweep.folder, sweep.parts = os.getcwd(), sweep.out.rstrip("/") + ".parts"
    if sweep.send and any(os.path.isabs(path) for path in [sweep.file, sweep.data, *sweep.send]):
        parser.error(say("dengan --send semua jalur harus relatif", "with --send all paths must be relative"))
    os.makedirs(sweep.parts, exist_ok=True)
    return sweep


def packed(paths, folder="."):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for path in paths:
            archive.add(os.path.join(folder, path), path)
    return gzip.compress(buffer.getvalue(), 6, mtime=0)


def inputs(sweep):
    """An archive of what is sent, named by its bytes; none where a folder is shared."""
    if not sweep.send:
        return None
    data = packed(sweep.send)
    path = f"{sweep.parts}/inputs-{hashlib.sha256(data).hexdigest()[:16]}.tar.gz"
    with open(path, "wb") as file:
        file.write(data)
    return path


def unpack(data, folder):
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))


# On a worker


def lindung(sweep, *words, folder=None):
    # The program ends with its worker, so that a part of a lost worker is free for another.
    ended = ["setpriv", "--pdeathsig", "KILL"] if sys.platform == "linux" else []
    done = subprocess.run(
        [*ended, sweep.lindung, *words], cwd=folder or sweep.folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused(done.stderr.strip())
    return done.stdout


def spent():
    """Seconds of processors that ended programs of this process took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compute(sweep, part, of, name=None, held=None, inputs=None, starts=None):
    """Computes part `part` of `of`, in the shared folder or, given an archive of inputs, in one of its own."""
    began, before, name = time.time(), spent(), name or f"{part}-of-{of}"
    with tempfile.TemporaryDirectory() as own:
        folder, out = (own, "part") if inputs else (sweep.folder, f"{sweep.parts}/{name}")
        if inputs:
            with open(inputs, "rb") as file:
                unpack(file.read(), own)
        if held:
            unpack(held, os.path.join(own, out))
        with open(os.path.join(folder, out + ".lock"), "a", encoding="utf-8") as lock:
            # Whoever was taken for lost and still computes this part is waited for. A mark for each start.
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write(".")
            starts = starts or lock.tell()
            lindung(sweep, "sweep", sweep.file, "--data", sweep.data, "--out", out, "--shard", f"{part}/{of}",
                    "--threads", str(sweep.threads), "--quiet", folder=folder)
            told = lindung(sweep, "history", out, "--lang", "en", folder=folder)
        points, total = (int(text.replace(",", "")) for text in re.match(r"([\d,]+) of ([\d,]+) ", told).groups())
        return {
            "name": name, "points": points, "total": total,
            "worker": os.environ.get("SLURMD_NODENAME") or f"{socket.gethostname()}:{os.getpid()}",
            "seconds": time.time() - began, "processors": spent() - before, "starts": starts,
            "store": packed(["sweep.store"], os.path.join(own, out)) if inputs else None}


# Where the sweep was started


def keep(sweep, found):
    """Puts a computed part in place, with a note of who computed it."""
    path = f"{sweep.parts}/{found['name']}"
    store = found.pop("store")
    if store:
        unpack(store, path)
    with open(path + ".json.tmp", "w", encoding="utf-8") as file:
        json.dump(found, file)
    os.replace(path + ".json.tmp", path + ".json")
    return found


def missing(sweep, of):
    return [part for part in range(1, of + 1) if not os.path.exists(f"{sweep.parts}/{part}-of-{of}.json")]


def count(sweep, run, workers):
    """How many parts, of what a part costs before its first point and of a trial of some points.

    `run(part, of, name, held)` computes on a worker. Where parts are there one of them is asked for again, which
    computes nothing, but refuses another plan or other data.
    """
    def again(part, of, name):
        folder = f"{sweep.parts}/{name}"
        there = sweep.send and os.path.exists(folder + "/sweep.store")
        return run(part, of, name, packed(["sweep.store"], folder) if there else None)

    def trial(of):
        found = keep(sweep, again(1, of, "trial"))
        # What a machine does beside it does not count.
        return found["total"], found["processors"] / sweep.threads

    known = sorted(glob(f"{sweep.parts}/*-of-*.json"), key=os.path.getmtime)
    if known:
        name = os.path.basename(known[-1]).removesuffix(".json")
        part, of = map(int, name.split("-of-"))
        again(part, of, name)
        return sweep.shards or of
    if sweep.shards:
        return sweep.shards
    total, start = trial(10**6)
    points, took = 2, 0
    # Long enough to be told from the start.
    while took < start / 10 and points < total // 16:
        points *= 16
        took = trial(max(1, total // points))[1] - start
    each = max(took, 0) / points
    longest = max(SHORTEST, start / STARTING)
    rounds = math.ceil(total * each / longest / workers)
    return max(1, min(total, MOST, max(1, rounds) * workers))


def progress(done, of):
    if sys.stderr.isatty():
        print("\r" + say(f"{done} dari {of} bagian", f"{done} of {of} parts"), end="\n" if done == of else "",
              file=sys.stderr, flush=True)


def merge(sweep, of):
    """Joins the parts, and tells who computed what."""
    names = ["trial"] + [f"{part}-of-{of}" for part in range(1, of + 1)]
    paths = [f"{sweep.parts}/{name}" for name in names if os.path.exists(f"{sweep.parts}/{name}")]
    print(lindung(sweep, "sweep", "merge", *paths, "--out", sweep.out, "--quiet"), end="")
    rows = {}
    for path in paths:
        with open(path + ".json", encoding="utf-8") as file:
            found = json.load(file)
        row = rows.setdefault(found["worker"], [0, 0, 0, 0])
        for place, value in enumerate([1, found["points"], found["seconds"], found["starts"] - 1]):
            row[place] += value
    print(say(f"{'pekerja':<32} bagian perhitungan    detik  diulang",
              f"{'worker':<32}  parts evaluations  seconds  retried"))
    for worker, row in sorted(rows.items()):
        print(f"{worker:<32} {row[0]:6} {row[1]:11} {row[2]:8.0f} {row[3]:8}")


def main():
    parser = options(__doc__)
    parser.add_argument("--part", type=int)
    parser.add_argument("--workers", type=int, default=1)
    what = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    sweep = parsed(parser)
    if what == "count":
        print(count(sweep, lambda part, of, name, held: compute(sweep, part, of, name), sweep.workers))
    elif what == "missing":
        print(",".join(map(str, missing(sweep, sweep.shards))))
    elif what == "compute":
        keep(sweep, compute(sweep, sweep.part, sweep.shards))
    elif what == "merge":
        merge(sweep, sweep.shards)
    elif what == "parts":
        print(sweep.parts)
    else:
        parser.error("count, parts, missing, compute, merge")


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        sys.exit(str(refused))
