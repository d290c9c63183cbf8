"""Times jobs and prints one JSON line for each.

    python SCRIPT [NAME ...]     all repetitions of the named measures, or of all
    python SCRIPT --serve        one repetition for each line `NAME` that comes in

The second form lets another program take turns with this one. A job is a pair: what is prepared
outside the clock, and what is timed. A job that takes what was prepared must not spoil it.
"""

import os

for library in ("OPENBLAS", "OMP", "MKL", "NUMEXPR"):
    os.environ[library + "_NUM_THREADS"] = "1"  # read when NumPy is imported

import json
import sys
import time


class Measure:
    """One job: `prepare()` makes its inputs, `run(inputs)` is timed and returns the check.

    What is timed returns a function that makes the check, a list of numbers with which the other
    side's run must agree. `note` says something known after preparing, such as a tuned size;
    `points` is how many points of a sweep, or series, a run has, where the time of one is of
    interest.
    """

    def __init__(self, name, prepare, run, repetitions=7, note=None, points=None):
        self.name = name
        self.prepare = prepare
        self.run = run
        self.repetitions = repetitions
        self.note = note
        self.points = points
        self.inputs = None

    def line(self, repetitions):
        """Runs once unclocked after preparing, then `repetitions` times by the clock."""
        if self.inputs is None:
            self.inputs = (self.prepare(),)
            if self.repetitions > 3:
                self.run(*self.inputs)
        seconds, cpu = [], []
        for _ in range(repetitions):
            wall, spent = time.perf_counter(), time.process_time()
            check = self.run(*self.inputs)
            cpu.append(time.process_time() - spent)
            seconds.append(time.perf_counter() - wall)
        result = {"name": self.name, "seconds": seconds, "cpu": cpu}
        if self.points:
            result["points"] = self.points
        if self.note:
            result["note"] = self.note(*self.inputs)
        result["check"] = [float(value) for value in check()]
        return json.dumps(result)


def main(measures):
    by_name = {measure.name: measure for measure in measures}
    if sys.argv[1:] == ["--serve"]:
        for request in sys.stdin:
            print(by_name[request.strip()].line(1), flush=True)
        return
    for name in sys.argv[1:] or by_name:
        print(by_name[name].line(by_name[name].repetitions), flush=True)
