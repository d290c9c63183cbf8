"""Tables of the data folder and of the source folder: read as text, extended without touching what stands.

Rows of East Java (35) and Central Kalimantan (62) were written before and stay byte for byte; the rows of
all other regions are written anew each time.
"""

import csv
import io
import os

DATA = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLD = ("35", "62")


class Source:
    """The source folder, whose tables are lists of rows by column name."""

    def __init__(self, folder):
        self.folder = folder

    def rows(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return list(csv.DictReader(file))


def path(name):
    return os.path.join(DATA, name)


def shipped(name):
    """The rows of a shipped table."""
    with open(path(name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def line(cells):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return text.getvalue()


def write(name, header, rows):
    """Writes a table that has no rows of before."""
    with open(path(name), "w", encoding="utf-8", newline="") as file:
        file.write(line(header))
        for row in rows:
            file.write(line([row.get(column, "") for column in header]))
    print(f"{name}: {len(rows)} rows")


def extend(name, rows, keeps=lambda text: text[:2] in OLD):
    """Writes the rows that stand, as they are, then the new ones.

    `keeps` says of a line whether it is one of those.
    """
    with open(path(name), encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    header = next(csv.reader([lines[0]]))
    for row in rows:
        unknown = set(row) - set(header)
        if unknown:
            raise SystemExit(f"{name}: no column {sorted(unknown)}")
    made = [line([row.get(column, "") for column in header]) for row in rows]
    fresh = set(made)
    kept = [text for text in lines[1:] if keeps(text) and text not in fresh]
    with open(path(name), "w", encoding="utf-8", newline="") as file:
        file.write(lines[0] + "".join(kept) + "".join(made))
    print(f"{name}: {len(kept)} rows kept, {len(made)} written")


def number(text):
    """A cell's number; None where it is blank."""
    return float(text) if text not in ("", None) else None


def shares(weights, total=1_000_000):
    """Whole parts of a total by largest remainder, so that they add up exactly."""
    whole = sum(weights)
    exact = [weight / whole * total for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda at: parts[at] - exact[at])
    for at in order[: total - sum(parts)]:
        parts[at] += 1
    return parts


class Regions:
    """Codes, names, population and villages of the shipped list of regions."""

    def __init__(self):
        self.row = {row["region"]: row for row in shipped("regions/regions.csv")}
        self.kabkota = [code for code, row in self.row.items() if row["level"] == "kabkota"]
        self.provinces = [code for code, row in self.row.items() if row["level"] == "province"]
        self.new = [code for code in self.kabkota if code[:2] not in OLD]
        self.new_provinces = [code for code in self.provinces if code not in OLD]

    def inside(self, province):
        return [code for code in self.kabkota if code[:2] == province]

    def is_city(self, code):
        return self.row[code]["kind"] == "kota"

    def people(self, code):
        return int(self.row[code]["population_persons"])

    def villages(self, code):
        """Desa and kelurahan."""
        return int(self.row[code]["villages"]), int(self.row[code]["urban_villages"])
