"""Prints the figures of README.md: measure.py LINDUNG [points of a province [points of the nation [rounds]]].

One process with two threads and Dask with two workers compute the same sweep in turns; the nation is computed by one
thread. Times of computing are processor time of all processes, beside those on the wall. Run it with nothing beside it.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SWEEP = """
name: {region}
scenario: {root}/scenarios/{region}/dasar.yaml
design: {{ kind: lhs, points: {points}, seed: 7 }}
inputs:
  quota.petani: {{ scale: 0.5 .. 1.5 }}
  rate.lapse: 0.05 .. 0.5
outcomes: [public_bill_rp, gap_rp, coverage_protected_end_of_workers_share]
"""
lindung = os.path.abspath(sys.argv[1])
some, points, rounds = [int(text) for text in sys.argv[2:]] + [50_000, 1000, 3][len(sys.argv) - 2:]


def timed(*words):
    """Seconds on the wall and of processors."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.time() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def province(work):
    file = work / "provinsi.yaml"
    file.write_text(SWEEP.format(root=ROOT, region="jawa-timur", points=some))
    words = [file, "--data", "notebooks-data", "--out"]
    ratios, costs = [], []
    for _ in range(rounds):
        alone = timed(lindung, "sweep", *words, work / "one", "--threads", "2", "--quiet")
        dask = timed(sys.executable, HERE / "dask_sweep.py", *words, work / "dask", "--lindung", lindung,
                     "--workers", "2", "--shards", "2")
        print(f"{some} points: one process {alone[0]:.1f} s, {alone[1]:.1f} s of processors; Dask "
              f"{dask[0]:.1f} s, {dask[1]:.1f} s", flush=True)
        ratios.append(alone[0] / dask[0])
        costs.append(alone[1] / dask[1])
        for name in ["one", "dask", "dask.parts"]:
            shutil.rmtree(work / name)
    print(f"Dask, of the speed of one process: {statistics.median(ratios):.3f} on the wall, "
          f"{statistics.median(costs):.3f} by processor time")


def nation(work):
    file, out = work / "nasional.yaml", work / "nasional"
    file.write_text(SWEEP.format(root=ROOT, region="indonesia", points=points))
    words = [lindung, "sweep", file, "--data", "notebooks-data", "--threads", "1", "--out", out, "--quiet"]
    _, start = timed(*words, "--shard", "1/1000000")
    _, whole = timed(*words)
    each, store = (whole - start) / points, (out / "sweep.store").stat().st_size / points
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    # Parts as `shards.py` makes them, 1,000 at most.
    parts = min(1000, 1e6 * each / max(60, 50 * start))
    print(f"nation: {start:.1f} s before the first point, {each:.3f} s a point, {store:.0f} bytes a point, "
          f"{memory:.1f} GB; a million points: {(1e6 * each + parts * start) / 3600:.0f} core hours in {parts:.0f} "
          f"parts of {1e6 * each / parts / 60:.0f} minutes")


with tempfile.TemporaryDirectory() as name:
    if some:
        province(Path(name))
    if points:
        nation(Path(name))
