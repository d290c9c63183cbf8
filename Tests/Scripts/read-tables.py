"""Reads what every command writes into a folder as analysts do: read-tables.py LINDUNG.

Each folder's datapackage.json is validated by frictionless, which holds every cell against its type, every key against
the others and every file against its digest; its tables are read by pandas and, where it is installed, by R, and every
text must be what stands in the file: `35.10` and not 35.1. The lines of the README beside the notebook are run as they
stand. Exits with 1 where anything differs.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas
from frictionless import Package

ROOT = Path(__file__).resolve().parents[2]
CITY, PROVINCE = "scenarios/kota-probolinggo", "scenarios/jawa-timur"
OTHER = "scenarios/kalimantan-tengah"
SERIES = "Tests/CommandTests/Series/umk.csv"
DATA = "notebooks-data/poverty"

# By folder: the command that writes it.
COMMANDS = {
    "run": f"run {CITY}/dasar.yaml --draws 5",
    "run-spreadsheet": f"run {CITY}/dasar.yaml --locale id-ID",
    "run-json": f"run {CITY}/dasar.yaml --draws 5 --format json",
    "run-md": f"run {CITY}/dasar.yaml --format md",
    "compare": f"compare {CITY}/dasar.yaml {CITY}/mandiri.yaml --attribute --draws 5",
    "compare-province": f"compare {OTHER}/dasar.yaml {OTHER}/sawit-berakhir.yaml",
    "sweep": f"sweep {CITY}/sapuan/cara-memotong.yaml",
    "sweep-spreadsheet": f"sweep {CITY}/sapuan/bulan-dan-kuota.yaml --locale id-ID",
    "tornado": f"sense {CITY}/sapuan/yang-menentukan.yaml --method tornado",
    "morris": f"sense {CITY}/sapuan/yang-menentukan.yaml --method morris --samples 4",
    "sobol": f"sense {CITY}/sapuan/yang-menentukan.yaml --method sobol --samples 32",
    "pawn": f"sense {CITY}/sapuan/kekurangan-dana.yaml --method pawn",
    "discover": f"discover {CITY}/sapuan/kekurangan-dana.yaml --above 0 --outcome 'gap_rp 2027'",
    "robust": f"robust {CITY}/sapuan/cara-memotong.yaml --best low --outcome public_bill_rp",
    "target": f"target {PROVINCE}/sasaran-cakupan-2029.yaml --draws 4",
    "allocate": f"allocate {PROVINCE}/alokasi-orang-bulan.yaml",
    "allocate-futures": f"allocate {PROVINCE}/alokasi-tangguh.yaml",
    "stage": f"stage {CITY}/tahapan-2026.yaml",
    "poverty-state": "poverty state 35",
    "poverty-households": "poverty state --households scenarios/kemiskinan/haughton-khandker.csv --line 125",
    "poverty-grouped": "poverty state --grouped scenarios/kemiskinan/india-1983.csv --mean 109.9 --line 89",
    "poverty-path": f"poverty path {CITY}/dasar.yaml --draws 3",
    "poverty-target": f"poverty target {CITY}/dasar.yaml --p0 '5 %' --by 2029",
    "poverty-target-grouped":
        "poverty target --grouped scenarios/kemiskinan/india-1983.csv --mean 109.9 --line 89 --p0 '20 %' --years 5",
    "poverty-components": "poverty components 35.74 --from 2021 --to 2025",
    "forecast": f"forecast {SERIES} --horizon 3",
    "forecast-step": f"forecast {SERIES} --horizon 3 --method arima --step 2022",
    "backtest": f"backtest {SERIES} --horizon 1",
    "calibrate": f"calibrate scenarios/pemantauan/contoh-buatan.csv --extends {CITY}/dasar.yaml",
    "import": "import FOLDER/isian.xlsx",
}
# Columns whose name says all there is to say.
PLAIN = {"watts", "gini", "parameter", "segment", "program", "mark_V1_cells", "mark_V2_cells", "mark_M_cells",
         "mark_C_cells", "mark_D_cells", "mark_A_cells", "detail", "folder", "median", "unit"}
KINDS = {"string": "str", "integer": "int64", "number": "float64"}

lindung = os.path.abspath(sys.argv[1])
faults = []
# Every code that pandas read.
regions = set()


def check(holds, what):
    if not holds:
        faults.append(what)
        print("  " + what, flush=True)


def run(words, folder):
    words = words.replace("FOLDER", str(folder.parent))
    command = [lindung, *re.findall(r"'[^']*'|\S+", words), "--quiet", "--lang", "en"]
    command = [word.strip("'") for word in command]
    done = subprocess.run(command + ["--out", str(folder)], cwd=ROOT, capture_output=True, text=True)
    check(done.returncode == 0, f"{words}: exit {done.returncode}: {done.stderr}")


def texts(folder, resource):
    """The cells of a table as they stand in its file, by column."""
    if resource["format"] == "json":
        rows = json.loads((folder / resource["path"]).read_text(encoding="utf-8"))["rows"]
        return {field["name"]: [row[field["name"]] for row in rows] for field in resource["schema"]["fields"]}
    with open(folder / resource["path"], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=resource["dialect"]["delimiter"]))
    return {name: [row[place] for row in rows[1:]] for place, name in enumerate(rows[0])}


def by_pandas(package, name, resource, folder):
    table = package.get_resource(name).to_pandas()
    if resource["schema"].get("primaryKey"):
        table = table.reset_index()
    written = texts(folder, resource)
    check(list(table.columns) == list(written), f"{folder.name}/{name}: columns of pandas")
    for field in resource["schema"]["fields"]:
        column, cells = table[field["name"]], written[field["name"]]
        told = f"{folder.name}/{name}: column {field['name']}"
        if field["type"] == "string":
            read = ["" if pandas.isna(cell) else cell for cell in column]
            check(read == [cell or "" for cell in cells], f"{told} is not the text that was written")
        else:
            check(pandas.api.types.is_numeric_dtype(column) or not len(column), f"{told} is no number")
        if field["name"] == "region":
            check(field["type"] == "string", f"{told} is no text")
            regions.update(cell for cell in column if isinstance(cell, str))


def described(resource, folder):
    for field in resource["schema"]["fields"]:
        told = f"{folder.name}/{resource['name']}: column {field['name']}"
        meaning = field["meaning"]
        check(bool(meaning["id"]) and bool(meaning["en"]) and bool(field["title"]), f"{told} says nothing")
        check(field["name"] in PLAIN or meaning["id"] != field["name"], f"{told} has no words")


def by_r(folder, resource):
    """R reads types as the README does, and prints regions and kinds of columns."""
    name = resource["name"]
    script = f"""
        tables <- jsonlite::fromJSON("{folder}/datapackage.json")$resources
        kinds <- c(string = "character", integer = "numeric", number = "numeric")
        types <- kinds[tables$schema$fields[[match("{name}", tables$name)]]$type]
        table <- read.csv("{folder}/{name}.csv", colClasses = unname(types), check.names = FALSE)
        cat(sapply(table, class), sep = "\\n")
        if ("region" %in% names(table)) cat(unique(table$region), sep = "\\n")
    """
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True)
    check(done.returncode == 0, f"{folder.name}/{name}: R: {done.stderr}")
    kinds = {"string": "character", "integer": "numeric", "number": "numeric"}
    expected = [kinds[field["type"]] for field in resource["schema"]["fields"]]
    written = texts(folder, resource)
    expected += list(dict.fromkeys(written.get("region", [])))
    check(done.stdout.split("\n")[: len(expected)] == expected, f"{folder.name}/{name}: R reads {done.stdout}")


def readmes(work, has_r):
    """Runs the lines of both READMEs where a run lies at hasil/kota."""
    shutil.copytree(work / "run", work / "hasil" / "kota")
    for path in sorted((ROOT / "notebooks-data/notebooks").glob("README*.md")):
        text = path.read_text(encoding="utf-8")
        blocks = re.findall(r"```(python|r)\n(.*?)```", text, re.S)
        check([kind for kind, _ in blocks] == ["python", "r"], f"{path.name}: a block of each language")
        for kind, block in blocks:
            if kind == "python":
                line = "assert set(purses.region) == {'35.74'}, purses.region\n"
                command = [sys.executable, "-c", block + line]
            elif has_r:
                command = ["Rscript", "-e", block + "stopifnot(identical(unique(purses$region), '35.74'))"]
            else:
                continue
            done = subprocess.run(command, cwd=work, capture_output=True, text=True)
            check(done.returncode == 0, f"{path.name}: {kind}: {done.stderr}")


def main():
    has_r = shutil.which("Rscript") is not None and subprocess.run(
        ["Rscript", "-e", "library(jsonlite)"], capture_output=True).returncode == 0
    if not has_r:
        print("R with jsonlite is not installed; its lines are not run")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        subprocess.run(
            [lindung, "template", "--region", "35.07", "--out", str(work / "isian.xlsx"), "--quiet"],
            cwd=ROOT, check=True)
        tables = 0
        for name, command in COMMANDS.items():
            folder = work / name
            run(command, folder)
            if not (folder / "datapackage.json").exists():
                check(False, f"{name}: no datapackage.json")
                continue
            described_by = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
            package = Package(str(folder / "datapackage.json"))
            report = package.validate()
            problems = report.flatten(["type", "message"]) if not report.valid else []
            check(report.valid, f"{name}: frictionless: {problems[:3]}")
            written = {path.name for path in folder.glob("*.csv")}
            check(written <= {each["path"] for each in described_by["resources"]}, f"{name}: a table is not described")
            for resource in described_by["resources"]:
                if "schema" not in resource:
                    continue
                tables += 1
                described(resource, folder)
                by_pandas(package, resource["name"], resource, folder)
            if has_r and name in ("run", "compare-province", "sweep", "target", "calibrate"):
                for resource in described_by["resources"]:
                    by_r(folder, resource)
            print(f"{name}: {len(described_by['resources'])} tables", flush=True)
        readmes(work, has_r)
        check({"35.10", "62.10"} <= regions, "a code that ends in zero was not read")
        print(f"{len(COMMANDS)} folders, {tables} tables" + (", also read by R" if has_r else ""))
    sys.exit(1 if faults else 0)


main()
