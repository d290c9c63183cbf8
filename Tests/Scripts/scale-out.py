"""Holds sweeps on an engine against one machine: scale-out.py LINDUNG [dask|spark [evaluations]].

Two workers on this machine compute a sweep in 1 and in 7 parts, in a shared folder and without one; a worker is killed
in the middle, and so is what started the sweep, which is then started again. The results must be those of one process,
byte by byte, and nothing that was done may be done again. Another plan must be refused. Exits with 1 otherwise.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
ADAPTERS = ROOT / "notebooks-data/scale-out"
FILE = "scenarios/kota-probolinggo/sapuan/dibagi.yaml"
SENT = ["--send", "notebooks-data", "scenarios"]
SWEEP = """
name: dibagi
scenario: ../dasar.yaml
policies:
  dasar: {{}}
  separuh: {{ quota.pedagang: {{ scale: 0.5 }} }}
design: {{ kind: lhs, points: {points}, seed: 7 }}
inputs:
  rate.lapse: 0.05 .. 0.5
  quota.petani: {{ scale: 0.5 .. 1.5 }}
  purse.ceiling.dbh-cht: {{ from: 2026-01, scale: [0.4, 0.7, 1] }}
"""
lindung = os.path.realpath(sys.argv[1])
engine = sys.argv[2] if len(sys.argv) > 2 else "dask"
evaluations = int(sys.argv[3]) if len(sys.argv) > 3 else 200_000
STARTS = {
    "dask": [sys.executable, str(ADAPTERS / "dask_sweep.py"), "--workers", "2"],
    "spark": [os.path.join(os.path.dirname(sys.executable), "spark-submit"), "--master", "local-cluster[2,1,1024]",
              str(ADAPTERS / "spark_sweep.py")],
}
# The wheel of Spark does not say for which Scala it is; its workers ask.
ENVIRONMENT = {**os.environ, "SPARK_SCALA_VERSION": "2.13", "PYSPARK_PYTHON": sys.executable,
               "SPARK_LOCAL_IP": "127.0.0.1", "LINDUNG_LANG": "en",
               "PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"]}


def check(holds, what):
    if not holds:
        sys.exit(f"{engine}: {what}")


def started(work, *words):
    with open(work / "told", "w", encoding="utf-8") as told:
        return subprocess.Popen([*STARTS[engine], FILE, "--lindung", lindung, *words], cwd=work, env=ENVIRONMENT,
                                stdout=told, stderr=subprocess.STDOUT)


def ended(process, work, status=0):
    check((process.wait() == 0) == (status == 0), (work / "told").read_text(encoding="utf-8")[-4000:])


def parts(work, out, of):
    """Which parts are done, since when, and how often each was started."""
    paths = (work / (out + ".parts")).glob(f"*-of-{of}.json")
    return {path.name: (path.stat().st_mtime_ns, json.loads(path.read_text(encoding="utf-8"))["starts"])
            for path in paths}


def computing(process):
    """A worker that computes: the process above one of `lindung` that is a worker of the engine."""
    for child in process.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if child.exe() == lindung and "--shard" in child.cmdline():
                above = child.parents()
                executors = [each for each in above if "Executor" in " ".join(each.cmdline())]
                return (executors or above)[0]
    return None


def middle(process, work, out, of, done):
    """Waits until some parts are done and another is being computed; its worker."""
    process = psutil.Process(process.pid)
    while process.status() != psutil.STATUS_ZOMBIE:
        if len(parts(work, out, of)) >= done and (worker := computing(process)):
            return worker
        time.sleep(0.01)
    sys.exit(f"{engine}: the sweep ended before anything could be killed\n" + (work / "told").read_text())


def same(work, out):
    done = subprocess.run(["diff", "-r", "--exclude", "sweep.store", work / "one", work / out],
                          capture_output=True, text=True)
    check(done.returncode == 0, f"{out}: {done.stdout}")
    print(f"{engine}: {out}: the bytes of one process", flush=True)


def main():
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        shutil.copytree(ROOT / "notebooks-data", work / "notebooks-data")
        for folder in ["jawa-timur", "kota-probolinggo"]:
            shutil.copytree(ROOT / "scenarios" / folder, work / "scenarios" / folder)
        (work / FILE).write_text(SWEEP.format(points=evaluations // 2), encoding="utf-8")
        subprocess.run([lindung, "sweep", FILE, "--data", "notebooks-data", "--quiet", "--out", "one"], cwd=work,
                       env=ENVIRONMENT, check=True)

        run = started(work, "--out", "shared", "--shards", "7")
        middle(run, work, "shared", 7, 1).kill()
        ended(run, work)
        same(work, "shared")
        starts = [count for _, count in parts(work, "shared", 7).values()]
        check(len(starts) == 7 and 7 < sum(starts) <= 9, f"7 parts were started {starts} times")

        before = parts(work, "shared", 7)
        ended(started(work, "--out", "shared"), work)
        check(parts(work, "shared", 7) == before, "what was whole was computed again")
        (work / FILE).write_text(SWEEP.format(points=evaluations // 2).replace("seed: 7", "seed: 8"))
        ended(started(work, "--out", "shared"), work, status=1)
        check("another sweep" in (work / "told").read_text(encoding="utf-8"), "another plan was not refused")
        (work / FILE).write_text(SWEEP.format(points=evaluations // 2), encoding="utf-8")

        run = started(work, "--out", "sent", "--shards", "7", *SENT)
        middle(run, work, "sent", 7, 2)
        run.kill()
        run.wait()
        before = parts(work, "sent", 7)
        check(2 <= len(before) < 7, f"{len(before)} parts were done")
        ended(started(work, "--out", "sent", *SENT), work)
        after = parts(work, "sent", 7)
        check(len(after) == 7 and all(after[each] == before[each] for each in before), "parts were computed again")
        same(work, "sent")

        ended(started(work, "--out", "alone", "--shards", "1"), work)
        same(work, "alone")
        # Parts counted by trial.
        ended(started(work, "--out", "tried"), work)
        same(work, "tried")


main()
