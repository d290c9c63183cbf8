"""The allocation's linear programme with Clp's own command, on the file that Lindung writes."""

import timing

import json
import re
import subprocess
import tempfile
import time
from pathlib import Path

OWN = Path(__file__).resolve().parents[1] / ".build/release/measures"
ANSWER = re.compile(r"Optimal objective (\S+) - \d+ iterations time ([\d.]+)")


class Clp(timing.Measure):
    """Clp says itself how much processor time it solved for, reading the file not counted."""

    def line(self, repetitions):
        if self.inputs is None:
            self.inputs = self.prepare()
        results = [self.run(self.inputs.name) for _ in range(repetitions)]
        return json.dumps({
            "name": self.name,
            "seconds": [wall for _, _, wall in results],
            "cpu": [cpu for _, cpu, _ in results],
            "check": [-results[-1][0]],  # the file asks for the least of the opposite
        })


def prepare():
    file = tempfile.NamedTemporaryFile(suffix=".mps")
    subprocess.run([OWN, "--mps"], stdout=file, check=True)
    return file


def run(path):
    """Objective, processor time of solving, and wall time with the start of the command."""
    start = time.perf_counter()
    text = subprocess.run(
        ["clp", path, "-solve"], capture_output=True, text=True, check=True).stdout
    objective, cpu = ANSWER.search(text).groups()
    return float(objective), float(cpu), time.perf_counter() - start


timing.main([Clp("clp", prepare, run)])
