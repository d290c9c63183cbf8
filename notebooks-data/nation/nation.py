"""Writes the rows of all regions but East Java and Central Kalimantan into the tables of this folder.

    python3 notebooks-data/nation/nation.py FOLDER_OF_SOURCES

README.md beside it has each rule. Rows of 35 and 62 stay as they are; running it again changes nothing.
"""

import sys

import cover
import held
import marks
import money
import paths
import welfare
import work
from tables import Regions, Source


def main(folder):
    source, regions = Source(folder), Regions()
    sakernas = work.read(source)
    observed = cover.observations(source)
    chosen = cover.paid(observed, regions)
    provinces, cities = money.excise(source)
    palm = money.palm(source, observed)
    outlines = welfare.outlines(source)
    workers = work.Workers(
        regions, sakernas, outlines, provinces, palm, cover.named_counts(chosen))
    by_age = work.ages(source)
    work.employed(sakernas)
    work.workforce(regions, sakernas, by_age, workers)
    workers.write()
    work.cohorts(regions, sakernas, by_age)
    members = cover.members(source)
    quotas = cover.Quotas(regions, workers, chosen, observed, members)
    quotas.write()
    cover.Cover(regions, workers, quotas, members, observed).write()
    wages = money.Wages(regions, source)
    wages.write()
    money.Ceilings(
        regions, workers, quotas, wages, source, provinces, cities, palm).write()
    money.village_funds(source)
    money.revenue_shares(source)
    money.capacity(source)
    newest, population = welfare.poverty(regions, source)
    welfare.people(regions, source, population)
    welfare.boundaries(regions, outlines)
    paths.main()
    held.write_table(regions, sakernas, source, observed, chosen)
    marks.main()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
