"""Holds what `lindung schema` prints against scenarios: check-schema.py LINDUNG.

Every shipped scenario and what `init` writes must pass it. Of the broken scenarios of the tests each that is wrong in
form must be refused by it and by `lindung check`; those beyond any schema are listed below. Scenarios with one change
each, made from a seed, must never be refused by the schema alone. Exits with 1 where one of this does not hold.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "Tests/EdgeTests/Broken"
CHANGES = 240

# What is wrong lies in other files, in what goes together, in how numbers and dates compare or are written by a
# locale, in the sentences of `expect`, or in which regions exist: those of the tests are fewer than those of the data
# folder.
BEYOND = set("""
bad-year-in-table cell-missing-in-table choice-without-weight cohort-column-missing cohort-gap cohort-group-unknown
cohort-mark-unknown cohort-shares-not-one column-twice-in-table correlation-impossible correlation-of-certain-input
correlation-twice correlation-unknown-input decimal-comma-in-table distribution-deviation-zero
distribution-mode-outside distribution-outside-parameter empty-table expect-between-one expect-between-turned
expect-change-missing expect-change-misspelt expect-change-of-other-unit expect-change-of-range
expect-change-to-no-choice expect-change-unknown expect-change-without-number expect-claim-missing
expect-claim-misspelt expect-claim-unknown expect-falls-below-nothing expect-heading-misspelt expect-key-missing
expect-key-misspelt expect-money-of-persons expect-month-missing expect-month-outside expect-moves-alone expect-no-if
expect-no-number expect-no-quantity expect-no-then expect-percent-of-money expect-persons-of-money
expect-quantity-misspelt expect-quantity-unknown expect-region-outside expect-region-unknown expect-segment-bare
expect-segment-missing expect-segment-misspelt expect-segment-unknown-to-bps expect-share-without-sign expect-too-much
expect-twice expect-two-meanings expect-year-outside fault-in-package forecast-of-one-observation forecast-without-year
funded-past-december gap-in-timeline horizon-reversed inheritance-cycle law-number-with-two-meanings
law-table-by-region law-table-by-segment missing-package missing-parent missing-table negative-in-table
no-purse-for-quota no-value-anywhere number-against-locale open-quote-in-table out-of-range-after-scale outside-horizon
parent-is-folder purse-may-not-pay purse-not-in-scenario range-above-share range-alone-reversed range-column-misspelt
region-code-cut-in-table region-code-without-dot region-column-by-another-name region-key-twice region-missing-in-table
region-name-unknown region-not-in-scenario regions-cut-by-comma reversed-range row-twice-in-table scenario-as-package
segment-not-in-scenario shares-exceed-one table-is-folder thousands-against-locale total-of-province
total-of-province-in-table totals-without-region transition-end-unknown transition-mark-unknown transition-row-twice
transition-without-probability transitions-not-one transitions-of-another-region transitions-without-rows
truncated-table unknown-column unknown-region-in-list unknown-segment-in-table until-before-from value-at-end-of-range
value-not-among-choices value-outside-distribution value-outside-range value-outside-range-in-year values-out-of-order
year-with-sign-in-table
""".split())


class Scalars(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers, true and false, null; keys as they are written, each once."""

    def construct_mapping(self, node, deep=False):
        self.flatten_mapping(node)
        found = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is no text", key.start_mark)
            if key.value in found:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} twice", key.start_mark)
            found[key.value] = self.construct_object(value, deep=True)
        return found


Scalars.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"(~|null|Null|NULL|)", None), ("bool", r"(true|True|TRUE|false|False|FALSE)", None),
    ("int", r"[-+]?[0-9]+", None), ("merge", r"<<", None),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", None),
]:
    Scalars.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
Scalars.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 10))
Scalars.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))

lindung = str(Path(sys.argv[1]).resolve())
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
        print("  " + what, flush=True)


def read(text):
    documents = list(yaml.load_all(text, Scalars))
    if len(documents) != 1:
        raise yaml.YAMLError("not one document")
    return documents[0]


def refusal(validator, text):
    """Why an editor would mark a file; nil where it would not."""
    try:
        document = read(text)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return f"YAML: {error}"
    error = next(iter(validator.iter_errors(document)), None)
    return error and f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def refused(path, *words):
    """What `lindung check` says of a file that it refuses; nil where it reads it."""
    done = subprocess.run(
        [lindung, "check", str(path), "--lang", "en", "--quiet", *words], cwd=ROOT, capture_output=True, text=True)
    return done.stderr if done.returncode == 2 else None


def is_scenario(path):
    keys = set(read(path.read_text(encoding="utf-8")))
    return "name" in keys and not keys & {"scenario", "stages", "objective"}


def shipped(validator):
    files = [path for path in sorted((ROOT / "scenarios").rglob("*.yaml")) if is_scenario(path)]
    for path in files:
        told = refusal(validator, path.read_text(encoding="utf-8"))
        check(told is None, f"{path.relative_to(ROOT)}: {told}")
    for region in ["35.74", "35", "62"]:
        text = subprocess.run(
            [lindung, "init", region], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        told = refusal(validator, text)
        check(told is None, f"init {region}: {told}")
    return files


def broken(validator):
    caught = 0
    for path in sorted(BROKEN.glob("*.yaml")):
        try:
            told = refusal(validator, path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            told = "not UTF-8"
        name = path.stem
        if told is None:
            check(name in BEYOND, f"{name} passes the schema")
        else:
            caught += 1
            check(name not in BEYOND, f"{name} does not pass the schema: {told}")
            check(refused(path) is not None, f"{name} passes the program")
    check(BEYOND <= {path.stem for path in BROKEN.glob("*.yaml")}, "a scenario that is not there is listed")
    return caught


def changed(text, chance):
    """A scenario with one line changed, as people slip."""
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if ":" in line and not line.strip().startswith("#")]
    place = chance.choice(places)
    line = lines[place]
    head, _, tail = line.partition(":")
    numbers = list(re.finditer(r"\d+(\.\d+)?", tail))
    kind = chance.randrange(9)
    if kind == 0:
        spot = chance.randrange(len(head.rstrip()) or 1)
        head = head[:spot] + head[spot + 1:]
    elif kind == 1:
        head = head + chance.choice(["x", "@35.1", "@35.74", ".petani", ".dokter"])
    elif kind == 2 and numbers:
        spot = chance.choice(numbers)
        tail = tail[:spot.start()] + chance.choice(
            ["-1", "1e12", "1,5", "0.5", "1.234", "semua", "true", "120 %", "Rp 5.000", "[1, 2]", "2026", "2026-13",
             "0.1 .. 0.4", "5 .. 1", "35.1"]) + tail[spot.end():]
    elif kind == 3:
        tail = " " + chance.choice(["", "ya", "[]", "{}", "{ value: 5 }", "{ value: 5, values: { 2026-01: 5 } }",
                                    "{ table: x.csv }", "{ scale: 1.1 }", "{ add: 10 %, from: 2026-01 }", "12",
                                    "{ value: 0.3, unit: share }", "{ value: 3, mark: Z }", "0.2 .. 0.3",
                                    "{ value: 3, note: catatan, source: sumber }", "{ from: 2026-01, value: 3 }"])
    elif kind == 4:
        lines.insert(place, line)
    elif kind == 5:
        del lines[place]
        return "\n".join(lines)
    elif kind == 6:
        tail = tail.replace("{ ", "{ " + chance.choice(["mark: A, ", "unit: Rp, ", "range: 1 .. 2, ", "colum: x, "]), 1)
    elif kind == 7:
        lines.append(chance.choice(["locale: id-ID", "locale: indonesia", "try: [quota.petani]", "stage: x.yaml#apbd",
                                    "horizon: { from: 2026-01 }", "correlations: []", "purses: []", "x: 1"]))
    else:
        tail = tail.replace(".", ",")
    lines[place] = head + ":" + tail
    return "\n".join(lines)


def slips(validator, files):
    """Scenarios with one change: what the schema refuses the program refuses too."""
    chance = random.Random(7)
    # A province of 38 regions takes longer to check.
    files = [path for path in files if path.parent.name != "jawa-timur"]
    both = alone = missed = passed = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(CHANGES):
            source = chance.choice(files)
            text = changed(source.read_text(encoding="utf-8"), chance)
            # Beside its source, as far as paths go.
            path = Path(name) / source.parent.name / source.name
            path.parent.mkdir(exist_ok=True)
            for other in source.parent.glob("*"):
                link = path.parent / other.name
                if not link.exists() and other != source:
                    link.symlink_to(other)
            path.unlink(missing_ok=True)
            path.write_text(text, encoding="utf-8")
            editor, program = refusal(validator, text), refused(path, "--data", str(ROOT / "notebooks-data"))
            if editor and program:
                both += 1
            elif editor:
                alone += 1
                check(False, f"change {number} of {source.name} is refused by the schema alone: {editor}")
            elif program:
                missed += 1
            else:
                passed += 1
            path.unlink()
    print(f"{CHANGES} changes: {both} refused by both, {missed} by the program alone, {passed} by none")


def main():
    printed = subprocess.run([lindung, "schema"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    schema = json.loads(printed)
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    files = shipped(validator)
    print(f"{len(files)} shipped scenarios pass a schema of {len(printed) // 1024} KB", flush=True)
    caught = broken(validator)
    print(f"{caught} broken scenarios refused by both, {len(BEYOND)} beyond a schema", flush=True)
    slips(validator, files)
    sys.exit(1 if faults else 0)


main()
