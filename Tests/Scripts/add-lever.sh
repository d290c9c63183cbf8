#!/usr/bin/env bash
# Adds a made-up lever and a made-up yearly column to a copy of the project, in the files that
# CONTRIBUTING names and in no other, builds it, and runs and draws a scenario that sets the lever.
#
#   Tests/Scripts/add-lever.sh [folder for the copy]
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=${1:-}
if [ -z "$copy" ]; then
  copy=$(mktemp -d)
  trap 'rm -rf "$copy"' EXIT
fi
git ls-files -z | xargs -0 cp -p --parents -t "$copy"
cd "$copy"

python3 - <<'PYTHON'
changed = set()


def replace(path, old, new):
    text = open(path).read()
    assert text.count(old) == 1, (path, old)
    open(path, "w").write(text.replace(old, new))
    changed.add(path)


def insert(path, before, added):
    replace(path, before, added + before)


# The lever: declared with names, range and binding; used; described with the data.
segment = "Sources/Policy/Parameters/Parameters+Segment.swift"
insert(segment, "    /// How many persons are paid for, and when.\n", '''\
    public static let campaign = number(
        "campaign", .lever, .segment, .factor, 0...10, standard: 1,
        id: "Kampanye: faktor pekerja baru", en: "Campaign: factor on new workers",
        .people(.number(.campaign)))

''')
insert(segment, "        quota.definition, fundedMonths", "        campaign.definition,\n")
insert(segment, "    /// Yearly intensities, in events per person-year at risk.\n    case ",
       "    case campaign\n")
insert(segment, "        case .entrantsPerMonth, .entrantsPerYear: .entrants\n",
       "        case .campaign: .entrants\n")
replace("Sources/Coverage/SegmentPack.swift",
        "joining[world] = persons[world] + rate[world] / 12 * stock[world]",
        "joining[world] = row(.campaign, month)[world]\n"
        "                    * (persons[world] + rate[world] / 12 * stock[world])")
insert("Sources/Reporting/Resolved/ResolvedReadMe.swift", "spread by entrant_share.",
       "with the factor campaign in them, ")
assert len(changed) == 3

# The column: its row, and the line that adds it up.
changed.clear()
table = "Sources/Analysis/Results/Measure.swift"
insert(table, "    case protectedDeaths\n", "    case employerAtEnd\n")
insert(table, "        Row(\n            .protectedDeaths,", '''\
        Row(
            .employerAtEnd, "employer_end_persons", .person, about: .people, isStock: true,
            id: "lewat pemberi kerja, akhir", en: "by employers, end"),
''')
insert("Sources/Analysis/Results/Summary.swift",
       "            write(.workersAtEnd, sum(all, .unprotected, .lapsedVested))\n",
       "            write(.employerAtEnd, sum(all, .employer, .employer))\n")
assert len(changed) == 2
PYTHON

swift build --product lindung
lindung=.build/debug/lindung
cat > campaign.yaml <<YAML
name: kampanye
title: { id: Kampanye, en: Campaign }
extends: $PWD/scenarios/kota-probolinggo/dasar.yaml
levers:
  campaign: { value: 2, distribution: { uniform: [1.2, 3] } }
YAML
"$lindung" run scenarios/kota-probolinggo/dasar.yaml --quiet --out once
"$lindung" run campaign.yaml --quiet --out twice
"$lindung" run campaign.yaml --draws 16 --quiet --out drawn
"$lindung" explain campaign.yaml employer_end_persons --lang en > explained.txt

python3 - <<'PYTHON'
import csv


def rows(path):
    return list(csv.DictReader(open(path)))


def last(folder, column):
    return float(rows(folder + "/yearly-total.csv")[-1][column])


for column in ["employer_end_persons", "workers_end_persons"]:
    assert last("twice", column) > last("once", column) > 0, column
    drawn = [row for row in rows("drawn/ensemble-total.csv") if row["quantity"] == column]
    assert drawn and float(drawn[0]["p05"]) < float(drawn[0]["p95"]), column
assert "by employers, end" in open("explained.txt").read().lower()
print("a lever in 3 files, a column in 2")
PYTHON
