"""A made-up monitoring table: contoh-buatan.csv. No figure in it was observed.

    python3 contoh-buatan.py > contoh-buatan.csv

Five regions of Jawa Timur, two segments, 24 months, moved month by month by rates that lie around
RATES. It has what real tables have: a missing month, a revised row, a leap in January, and once
more people than there were and joined.
"""

import csv
import math
import random
import sys

RATES = {"mandiri": 0.06, "pemberi": 0.10, "lepas": 0.25, "putus": 0.45, "kembali": 0.30,
         "beralih": 0.08, "keluar": 0.04}
REGIONS = {"35.07": 60000, "35.14": 35000, "35.26": 20000, "35.74": 9000, "35.78": 90000}
SEGMENTS = {"petani": 1.0, "ojek": 0.15}
NAMES = ["belum terlindungi", "dibiayai", "mandiri", "pemberi kerja", "putus"]
draw = random.Random(2026)


def binomial(people, share):
    mean = people * share
    if mean > 30 and people - mean > 30:
        return min(max(round(draw.gauss(mean, math.sqrt(mean * (1 - share)))), 0), people)
    return sum(draw.random() < share for _ in range(people))


def month_later(x, q):
    """Competing moves within a month, in thirty steps."""
    moves = [(0, 2, "mandiri"), (0, 3, "pemberi"), (2, 3, "pemberi"), (4, 3, "pemberi"),
             (3, 0, "lepas"), (2, 4, "putus"), (4, 2, "kembali"), (1, 2, "beralih")]
    x = list(x)
    for _ in range(30):
        step = [(a, b, binomial(x[a], q[k] / 360)) for a, b, k in moves]
        gone = [binomial(people, q["keluar"] / 360) for people in x]
        for a, b, count in step:
            count = min(count, x[a])
            x[a] -= count
            x[b] += count
        x = [max(0, people - count) for people, count in zip(x, gone)]
    return x


out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["wilayah", "segmen", "bulan", "status", "jumlah", "direncanakan", "dianggarkan"])
for region, size in REGIONS.items():
    for segment, part in SEGMENTS.items():
        q = {k: v * math.exp(0.25 * draw.gauss(0, 1)) for k, v in RATES.items()}
        people = int(size * part)
        x = [int(people * s) for s in (0.68, 0.12, 0.07, 0.07, 0.06)]
        quota = x[1]
        for number in range(24):
            year, month = 2024 + number // 12, number % 12 + 1
            joined = enrolled = released = 0
            if number:
                x = month_later(x, q)
                joined = binomial(people, 0.04 / 12)
                x[0] += joined
                wanted = quota if month <= 9 or segment == "ojek" else 0
                if wanted > x[1]:
                    enrolled = min(wanted - x[1], x[0] + x[4])
                    first = round(enrolled * x[0] / (x[0] + x[4]))
                    x = [x[0] - first, x[1] + enrolled, x[2], x[3], x[4] - enrolled + first]
                else:
                    released = x[1] - wanted
                    stay = binomial(released, 0.2)
                    x = [x[0], wanted, x[2] + stay, x[3], x[4] + released - stay]
            shown = list(x)
            if month == 1 and year == 2025 and segment == "petani" and region in ("35.07", "35.78"):
                shown[4] -= shown[4] // 2  # cleaned at the turn of the year
                shown[0] += x[4] - shown[4]
                x = list(shown)
            if (region, segment, number) == ("35.14", "ojek", 15):
                shown[2] += 400  # people from nowhere
            if (region, segment, number) == ("35.26", "petani", 6):
                continue
            last = number == (20 if segment == "petani" else 23) and [round(quota * 1.2), round(quota * 1.1)] or ["", ""]
            stamp = f"{year}-{month:02d}"
            for name, count in zip(NAMES, shown):
                rest = last if name == "dibiayai" else ["", ""]
                if (region, segment, number, name) == ("35.74", "ojek", 9, "mandiri"):
                    out.writerow([region, segment, stamp, name, count + 30, "", ""])
                out.writerow([region, segment, stamp, name, count] + rest)
            if number:
                for name, count in (("pekerja baru", joined), ("didaftarkan", enrolled),
                                    ("dilepas", released)):
                    out.writerow([region, segment, stamp, name, count, "", ""])
