"""Recomputes a run of the budget simulator from its resolved configuration alone.

    lindung run SCENARIO.yaml --resolved resolved.json --out results
    python3 recompute.py resolved.json results

Nothing is shared with the program: this file follows the written model (one month of the status
model, purses, budget windows, yearly figures) with the Python 3.11 standard library only, reads
every input from the JSON, and compares what it finds with the result tables.

A figure agrees if it differs by at most 1e-8 of the larger of 1 and its size; an amount of money
in a single cell, of a month or a year, if it differs by at most 2 rupiah (a remainder of a rupiah
can fall on either of two equal lines). What a purse, the gap, the workers or the employers of a
region pay in a year may differ by 1. The program's own tables must add up exactly.
The exit code is 0 if everything agrees, 1 if not, 2 if the arguments are wrong.
"""

import csv
import json
import math
import sys
from collections import defaultdict
from operator import mul
from pathlib import Path
from statistics import NormalDist

STATUSES = ["U", "F1", "F2", "F", "S1", "S2", "S", "E", "L", "LV"]
U, F1, F2, F, S1, S2, S, E, L, LV = range(10)
S0 = 10  # arrival state inside a month, empty at its start
CAUSES = ["death", "age_limit", "out_of_labour_force", "moved_away"]

SHARE_TOLERANCE = 1e-8
RUPIAH_TOLERANCE = 2
GAP_TOLERANCE = 1e-3  # rupiah: a smaller gap of a window is none


# One month's transition


def exponential(matrix):
    """The exponential of a square matrix with non-negative entries off the diagonal.

    With c the largest absolute diagonal entry, M + c I has no negative entry, so that the Taylor
    series of exp(M + c I) loses no digits; exp(M) = exp(-c) exp(M + c I). The matrix is halved
    until its norm is below 1 and the result squared as often.
    """
    n = len(matrix)
    shift = max(-matrix[i][i] for i in range(n))
    raised = [[matrix[i][j] + (shift if i == j else 0.0) for j in range(n)] for i in range(n)]
    norm = max(map(sum, raised))
    halvings = max(0, math.ceil(math.log2(norm))) if norm > 1 else 0
    raised = [[entry / 2**halvings for entry in row] for row in raised]
    term = [[float(i == j) for j in range(n)] for i in range(n)]
    total = [row[:] for row in term]
    for order in range(1, 30):
        term = [[entry / order for entry in row] for row in product(term, raised)]
        total = [list(map(sum, zip(*rows))) for rows in zip(total, term)]
    for _ in range(halvings):
        total = product(total, total)
    factor = math.exp(-shift)
    return [[factor * entry for entry in row] for row in total]


def product(left, right):
    """The product of two matrices given as lists of rows."""
    columns = list(zip(*right))
    return [[sum(map(mul, row, column)) for column in columns] for row in left]


def advance(kernel, pays_at_once):
    """Applies A (the month counts) to a kernel from 10 statuses to 10 statuses and, last, S0."""
    moved = []
    for row in kernel:
        new = list(row[:10])
        new[F1], new[F2], new[F] = 0.0, row[F1], row[F2] + row[F]
        new[S1], new[S2], new[S] = 0.0, row[S1], row[S2] + row[S]
        new[S if pays_at_once else S1] += row[S0]
        moved.append(new)
    return moved


def generator(rate, waits, restarts):
    """Yearly intensities between the 10 statuses and S0, without exits, which only scale."""
    q = [[0.0] * 11 for _ in range(11)]
    arrival = S0 if waits else S
    q[U][arrival] += rate["self_enrolment"]
    for status in (U, S0, S1, S2, S, L, LV):
        q[status][E] += rate["employer_enrolment"]
    q[E][U] += rate["employer_loss"]
    for status, lapsed in ((S0, L), (S1, L), (S2, L), (S, LV)):
        q[status][lapsed] += rate["lapse"]
    q[L][arrival] += rate["return"]
    q[LV][arrival if restarts else S] += rate["return"]
    for funded, paying in ((F1, S1), (F2, S2), (F, S)):
        q[funded][paying] += rate["graduation"]
    for status in range(11):
        q[status][status] = -sum(q[status])
    return q


class Kernel:
    """One month's P: its columns, and the share of each status that leaves, by cause.

    Exits have the same rates in every status. They commute with the moves between statuses and
    enter as the factor exp(-(sum of exit rates)/12).
    """

    def __init__(self, rows, exits):
        self.columns = list(zip(*rows))
        self.exits = exits  # by cause: one share for each status

    @classmethod
    def of_rates(cls, moves, exit_rates):
        """From the advanced moves between statuses and the exit rates per year, by cause."""
        total = math.fsum(exit_rates)
        stay = math.exp(-total / 12)
        leave = -math.expm1(-total / 12)
        rows = [[stay * entry for entry in row] for row in moves]
        shares = [leave * rate / total if total > 0 else 0.0 for rate in exit_rates]
        return cls(rows, [[share] * 10 for share in shares])

    @classmethod
    def of_table(cls, table, waits):
        """From monthly probabilities `table[from][to]`, which stand for expm(Q/12)."""
        rows = [[0.0] * 11 for _ in range(10)]
        exits = [[0.0] * 10 for _ in CAUSES]
        for (source, target), probability in table.items():
            start = STATUSES.index(source)
            if target in CAUSES:
                exits[CAUSES.index(target)][start] += probability
            else:
                rows[start][(STATUSES + ["S0"]).index(target)] += probability
        return cls(advance(rows, not waits), exits)


class Kernels:
    """Kernels by the rates that make them: each exponential is computed once."""

    def __init__(self):
        self.moves = {}
        self.kernels = {}

    def of(self, rate, exit_rates, waits, restarts):
        """The kernel of yearly rates; `waits` on route bpu, `restarts` as waiting_restarts."""
        moves_key = (tuple(rate.items()), waits, restarts)
        key = (moves_key, exit_rates)
        if key not in self.kernels:
            if moves_key not in self.moves:
                yearly = generator(rate, waits, restarts)
                monthly = exponential([[entry / 12 for entry in row] for row in yearly])
                self.moves[moves_key] = advance(monthly[:10], not waits)
            self.kernels[key] = Kernel.of_rates(self.moves[moves_key], exit_rates)
        return self.kernels[key]


# A cell: one segment in one region


class Cell:
    """What the configuration says of one segment in one region, ready for the monthly steps."""

    def __init__(self, source, configuration, kernels):
        self.source = source
        self.segment, self.region = source["segment"], source["region"]
        cohorts = configuration["cohorts"] or [{"entrant_share": 1}]
        opening = source["opening_persons"]
        self.opening = [
            [float(opening[status][a]) for status in STATUSES] for a in range(len(cohorts))
        ]
        self.entrant_shares = source.get("entrant_shares") or [
            cohort["entrant_share"] for cohort in cohorts
        ]
        self.ageing = ageing(configuration["cohorts"])
        self.programmes = [text.split() for text in source["programmes"]]
        self.kernels = [
            self.kernels_of_month(t, configuration["transitions"], kernels)
            for t in range(len(configuration["months"]))
        ]
        self.payments = self.payment_orders(configuration["purses"])
        self.partners = {purse["id"]: purse["matches"] for purse in configuration["purses"]}

    def kernels_of_month(self, t, transitions, kernels):
        """The operator of each cohort in month t."""
        waits = self.source["route"][t] == "bpu"
        table = {
            (row["from"], row["to"]): row["probability"]
            for row in transitions
            if row["segment"] in ("all", self.segment) and row["region"] in ("all", self.region)
        }
        if table:
            return [Kernel.of_table(table, waits)] * len(self.opening)
        restarts = self.source["waiting_restarts"][t]
        rates = self.source["rates_per_year"]
        moves = {name: path[t] for name, path in rates.items() if name not in CAUSES}
        return [
            kernels.of(
                moves, (deaths[t], *(rates[cause][t] for cause in CAUSES[1:])), waits, restarts
            )
            for deaths in rates["death"]
        ]

    def payment_orders(self, purses):
        """By month: the programmes, each with its price in the gap and its purses with prices."""
        by_id = {purse["id"]: purse for purse in purses}
        prices = self.source["contributions_rp"]
        months = []
        for t, programmes in enumerate(self.programmes):
            order = [by_id[name] for name in self.source["purse_order"][t].split()]
            month = []
            for programme in programmes:
                payers = [
                    (purse["id"], prices[purse["payer"]][programme][t])
                    for purse in order
                    if self.segment in purse["segments"] and programme in purse["programmes"]
                ]
                closing = self.source["gap_payer"][t]
                month.append((programme, prices[closing][programme][t], payers))
            months.append(month)
        return months

    def price(self, payer, programme, t):
        """Rupiah of one person-month."""
        return self.source["contributions_rp"][payer][programme][t]


def ageing(cohorts):
    """Pairs (band, next band or None, share that moves each January), the oldest first."""
    index = {(c["age_from"], c["sex"]): a for a, c in enumerate(cohorts)} if cohorts else {}
    moves = [
        (a, index.get((c["age_until"] + 1, c["sex"])), 1 / (c["age_until"] - c["age_from"] + 1))
        for a, c in enumerate(cohorts)
    ]
    return sorted(moves, key=lambda move: -cohorts[move[0]]["age_from"])


# The monthly steps


class Month:
    """What one month of a cell leaves behind; persons, summed over cohorts."""

    __slots__ = (
        "start", "entrants", "target", "enrolled", "released", "unfilled", "exposure", "exits",
        "funded", "deaths",
    )


class Course:
    """The months of a window, and the states and targets with which it can be resumed."""

    def __init__(self, state, target):
        self.months = []
        self.states = [state]
        self.targets = [target]

    def largest_target(self):
        """Persons; 0 for no months."""
        return max((month.target for month in self.months), default=0.0)


def totals(state):
    """Persons by status over all cohorts."""
    return [math.fsum(column) for column in zip(*state)]


def simulate(cell, path, window, factor=1.0, funded_before=None):
    """Appends the months of `window` to a path; `factor` and `funded_before` are the budget's cut.

    From the month `funded_before` on nobody is funded.
    """
    for t in window:
        funded = cell.source["funded"][t] and (funded_before is None or t < funded_before)
        month, state = step(cell, t, path, funded, factor)
        path.months.append(month)
        path.states.append(state)
        path.targets.append(month.target)
    return path


def step(cell, t, path, funded, factor):
    """One month: ageing and entrants, decision, exposure, transition."""
    month = Month()
    state = [row[:] for row in path.states[-1]]
    month.start = totals(state)
    month.exits = [0.0] * len(CAUSES)
    if t > 0 and cell.january[t]:
        month.exits[CAUSES.index("age_limit")] += age(state, cell.ageing)
    month.entrants = cell.source["entrants_persons"][t]
    for row, share in zip(state, cell.entrant_shares):
        row[U] += month.entrants * share
    decide(cell, t, state, path.targets[-1], funded, factor, month)
    month.exposure = totals(state)
    month.funded = month.exposure[F1] + month.exposure[F2] + month.exposure[F]
    after = []
    month.deaths = [0.0] * len(STATUSES)
    for row, kernel in zip(state, cell.kernels[t]):
        dying = list(map(mul, row, kernel.exits[CAUSES.index("death")]))
        month.deaths = list(map(sum, zip(month.deaths, dying)))
        for cause, shares in enumerate(kernel.exits):
            month.exits[cause] += sum(map(mul, row, shares))
        after.append([sum(map(mul, row, column)) for column in kernel.columns])
    return month, after


def age(state, moves):
    """Moves a year's share of every band on; returns the persons who leave the last one."""
    left = 0.0
    for band, following, share in moves:
        moving = [share * persons for persons in state[band]]
        state[band] = [persons - gone for persons, gone in zip(state[band], moving)]
        if following is None:
            left += sum(moving)
        else:
            state[following] = [a + b for a, b in zip(state[following], moving)]
    return left


def decide(cell, t, state, last_target, funded, factor, month):
    """Enrols up to the target or releases down to it, in place."""
    source = cell.source
    persons = totals(state)
    covered = persons[F1] + persons[F2] + persons[F]
    pool = persons[U] + persons[L] + persons[LV]
    eligible = source["eligible_share"][t]
    target = 0.0
    if funded:
        target = source["quota"][t] * factor
        if source["quota_unit"][t] == "share":
            target *= eligible * (pool + covered)
    month.target = target
    month.enrolled = month.released = month.unfilled = 0.0
    if target > covered:
        wanted = target - covered
        if not source["refill"][t]:
            wanted = min(wanted, max(0.0, target - last_target))
        month.enrolled = min(wanted, eligible * pool)
        month.unfilled = wanted - month.enrolled
        if month.enrolled > 0:
            enrol(cell, t, state, month.enrolled / pool)
    elif target < covered:
        month.released = covered - target
        release(state, month.released / covered, source["retention"][t])


def enrol(cell, t, state, share):
    """Takes the share of U, L and LV of every cohort into the purses' care."""
    waits = cell.source["route"][t] == "bpu"
    kept = waits and not cell.source["waiting_restarts"][t]
    newcomer = F1 if waits else F
    for row in state:
        new, vested = share * (row[U] + row[L]), share * row[LV]
        for status in (U, L, LV):
            row[status] *= 1 - share
        row[newcomer] += new
        row[F if kept else newcomer] += vested


def release(state, share, retention):
    """Lets the share of F1, F2 and F of every cohort go; some go on paying themselves."""
    for row in state:
        for status, paying, lapsed in ((F1, S1, L), (F2, S2, L), (F, S, LV)):
            gone = share * row[status]
            row[status] -= gone
            row[paying] += retention * gone
            row[lapsed] += (1 - retention) * gone


# Purses and budget windows


class Bill:
    """What each purse pays of a path: person-months and rupiah by month, programme, purse."""

    def __init__(self):
        self.items = []  # (month, programme, purse or "gap", person-months, rupiah)
        self.gap = 0.0


def settle(cell, path, window, left, limits):
    """Bills a window's months to the purses; `left`, what each may still pay, is reduced."""
    bill = Bill()
    for t, month in zip(window, path.months[-len(window):]):
        if month.funded <= 0:
            continue
        for programme, gap_price, payers in cell.payments[t]:
            unpaid = month.funded
            cost = defaultdict(float)  # what each purse pays of this line
            for purse, price in payers:
                paid = min(unpaid, limits[purse]["share"][t] * month.funded)
                match = limits[purse]["match"][t]
                if price > 0 and match > 0:
                    paid = min(paid, match * cost[cell.partners[purse]] / price)
                if price > 0:
                    paid = min(paid, left[purse] / price)
                if paid <= 0:
                    continue
                unpaid -= paid
                cost[purse] = paid * price
                left[purse] = max(0.0, left[purse] - paid * price)
                bill.items.append((t, programme, purse, paid, paid * price))
            if unpaid > 0:
                bill.gap += unpaid * gap_price
                bill.items.append((t, programme, "gap", unpaid, unpaid * gap_price))
    return bill


class Plan:
    """A segment's path through a window after its cut, with the bill of the window."""

    def __init__(self, cell, resume, window, left, limits):
        self.cell, self.resume, self.window = cell, resume, window  # resume: state, last target
        self.left, self.limits = left, limits

    def attempt(self, **cut):
        """(path, bill, what the purses then have left) under a cut."""
        path = simulate(self.cell, Course(*self.resume), self.window, **cut)
        left = dict(self.left)
        return path, settle(self.cell, path, self.window, left, self.limits), left

    def best(self):
        """The attempt that the budget policy of the window's first month chooses."""
        whole = self.attempt()
        policy = self.cell.source["budget_policy"][self.window[0]]
        if policy == "report" or whole[1].gap <= GAP_TOLERANCE:
            return whole
        if policy == "cap-heads":
            return self.fewer_heads(whole[0].largest_target())
        if policy == "cap-months":
            return self.fewer_months()
        raise ValueError(f"unknown budget policy {policy}")

    def fewer_heads(self, largest_target):
        """The largest k/K that leaves no gap, found by halving: K/K is known to leave one."""
        steps = math.ceil(largest_target)
        low, high = 0, steps
        best = self.attempt(factor=0.0)
        while high - low > 1:
            middle = (low + high) // 2
            trial = self.attempt(factor=middle / steps)
            if trial[1].gap <= GAP_TOLERANCE:
                low, best = middle, trial
            else:
                high = middle
        return best

    def fewer_months(self):
        """The largest number of months from the window's start that leaves no gap."""
        for count in range(len(self.window) - 1, -1, -1):
            trial = self.attempt(funded_before=self.window[0] + count)
            if trial[1].gap <= GAP_TOLERANCE:
                break
        return trial


class RegionRun:
    """All segments of one region over the horizon, with what each purse pays."""

    def __init__(self, cells, limits, revision_months, months):
        self.cells, self.limits = cells, limits
        self.calendar = [int(month[5:7]) for month in months]
        self.years = [int(month[:4]) for month in months]
        self.revisions = revision_months
        self.paths = {
            cell.segment: Course(cell.opening, funded_persons(cell.opening)) for cell in cells
        }
        self.bills = {cell.segment: [] for cell in cells}
        self.paid = defaultdict(float)  # (year, purse) -> exact rupiah

    def windows(self):
        """Each window of planning: its first month, where it is replaced, the year's end."""
        count = len(self.calendar)
        starts = [
            t
            for t in range(count)
            if t == 0 or self.calendar[t] == 1 or self.calendar[t] == self.revisions[t]
        ]
        for start, replaced in zip(starts, starts[1:] + [count]):
            end = start
            while end < count and self.years[end] == self.years[start]:
                end += 1
            yield start, replaced, end

    def run(self):
        """Plans every window in turn; returns itself."""
        for start, replaced, end in self.windows():
            self.run_window(start, replaced, list(range(start, end)))
        return self

    def run_window(self, start, replaced, window):
        """Segments take their turn at the purses; of a plan the months before `replaced` stay."""
        year = self.years[start]
        left = {
            purse: max(0.0, limit["ceiling_rp"][start] - self.paid[year, purse])
            for purse, limit in self.limits.items()
        }
        # Cuts go by reverse priority: below a segment that is cut, the purses it drew on pay
        # nothing more for segments that are cut too.
        closed = set()
        for cell in self.cells:
            path = self.paths[cell.segment]
            resume = path.states[-1], path.targets[-1]
            follows = cell.source["budget_policy"][start] != "report"
            offered = {p: 0.0 if follows and p in closed else left[p] for p in left}
            plan = Plan(cell, resume, window, offered, self.limits)
            planned, bill, after = plan.best()
            is_cut = follows and plan.attempt()[1].gap > GAP_TOLERANCE
            for purse in left:
                left[purse] -= offered[purse] - after[purse]
            if is_cut:
                closed.update(item[2] for item in bill.items if item[2] != "gap")
            kept = replaced - start
            path.months += planned.months[:kept]
            path.states = planned.states[kept : kept + 1]
            path.targets = planned.targets[kept : kept + 1]
            for item in bill.items:
                if item[0] < replaced:
                    self.bills[cell.segment].append(item)
                    self.paid[year, item[2]] += item[4]


def funded_persons(state):
    """Persons that a purse pays for, over all cohorts."""
    persons = totals(state)
    return persons[F1] + persons[F2] + persons[F]


# Money in whole rupiah


def apportion(amounts, total):
    """Whole numbers with the given sum, nearest to `amounts` by largest remainder."""
    whole = [math.floor(amount) for amount in amounts]
    order = sorted(range(len(amounts)), key=lambda i: (whole[i] - amounts[i], i))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole


def rounded_costs(lines, years):
    """{(t, region, segment, programme, bearer): rupiah} from exact lines, years made whole.

    The exact amounts of a region, year and bearer are summed and the sum is rounded. By largest
    remainder it is shared over segments, and what a segment gets over its lines.
    """
    groups = defaultdict(lambda: defaultdict(list))
    for line in lines:
        t, region, segment, _, bearer = line[0]
        groups[years[t], region, bearer][segment].append(line)
    whole = {}
    for group in groups.values():
        segments = [math.fsum(amount for _, amount in part) for part in group.values()]
        total = math.floor(math.fsum(segments) + 0.5)
        for part, share in zip(group.values(), apportion(segments, total)):
            amounts = [amount for _, amount in part]
            scale = share / math.fsum(amounts) if share else 0
            exact = [amount * scale for amount in amounts]
            whole.update(zip((key for key, _ in part), apportion(exact, share)))
    return whole


# The recomputed run


class Recomputed:
    """Everything the result tables show, from the configuration alone."""

    def __init__(self, configuration):
        self.configuration = configuration
        self.months = configuration["months"]
        self.years = [int(month[:4]) for month in self.months]
        kernels = Kernels()
        january = [month.endswith("-01") for month in self.months]
        by_region = defaultdict(list)
        rank = {segment["id"]: i for i, segment in enumerate(configuration["segments"])}
        for source in sorted(configuration["cells"], key=lambda cell: rank[cell["segment"]]):
            cell = Cell(source, configuration, kernels)
            cell.january = january
            by_region[cell.region].append(cell)
        limits = defaultdict(dict)
        for limit in configuration["purse_limits"]:
            limits[limit["region"]][limit["purse"]] = limit
            for t, ceiling in enumerate(limit["ceiling_rp"]):
                parts = limit["ceiling_fixed_rp"][t]
                parts += limit["revenue_share"][t] * limit["revenue_rp"][t]
                if abs(ceiling - parts) > 0.5 + 1e-9 * ceiling:
                    raise ValueError(f"ceiling {ceiling} of {limit['purse']} is not {parts}")
        self.limits = limits
        self.budget = {entry["region"]: entry for entry in configuration["budget"]}
        self.regions = {
            region: RegionRun(
                cells, limits[region], self.budget[region]["revision_month"], self.months
            ).run()
            for region, cells in by_region.items()
        }
        self.families = {
            entry["region"]: Families(entry["welfare"], self.years)
            for entry in configuration["budget"]
        }
        self.exposures, self.exact_costs, self.costs = self.bearers()
        self.gaps = self.gap_months()

    def bearers(self):
        """Exact person-months, and whole rupiah, by (t, region, segment, programme, bearer)."""
        exposures, costs = defaultdict(float), defaultdict(float)
        for region, run in self.regions.items():
            for cell in run.cells:
                for t, programme, purse, persons, rupiah in run.bills[cell.segment]:
                    key = (t, region, cell.segment, programme, purse)
                    exposures[key] += persons
                    costs[key] += rupiah
                for t, month in enumerate(run.paths[cell.segment].months):
                    x = month.exposure
                    for bearer, persons in (("self", x[S1] + x[S2] + x[S]), ("employer", x[E])):
                        for programme in cell.programmes[t]:
                            key = (t, region, cell.segment, programme, bearer)
                            exposures[key] += persons
                            costs[key] += persons * cell.price(bearer, programme, t)
        rounded = rounded_costs(sorted_lines(costs, self.configuration), self.years)
        return exposures, costs, rounded

    def gap_months(self):
        """Person-months of a month and cell in which some programme lacks a purse."""
        gaps = defaultdict(float)
        for (t, region, segment, _, bearer), persons in self.exposures.items():
            if bearer == "gap":
                gaps[t, region, segment] = max(gaps[t, region, segment], persons)
        return gaps

    def paid_share(self, t, cell, month):
        """Of the funded of a month, those of whom no programme is unpaid."""
        gap = self.gaps.get((t, cell.region, cell.segment), 0.0)
        return max(0.0, 1 - gap / month.funded) if gap else 1.0

    def cells(self):
        """Each cell with its months."""
        for run in self.regions.values():
            for cell in run.cells:
                yield cell, run.paths[cell.segment]


def sorted_lines(costs, configuration):
    """Cost lines by month, segment, programme in the configuration's order."""
    rank = {segment["id"]: i for i, segment in enumerate(configuration["segments"])}
    programmes = {"jkk": 0, "jkm": 1, "jht": 2, "jp": 3, "jkp": 4}
    return sorted(
        costs.items(),
        key=lambda line: (line[0][0], rank[line[0][2]], programmes.get(line[0][3], 9)),
    )


# What protection buys


class Families:
    """Consumption per head in a region, lognormal, year by year."""

    def __init__(self, welfare, years):
        self.line = welfare["poverty.line"][0]
        self.persons = welfare["household.size"][0]
        self.years = {}
        headcount, gini = welfare["poverty.headcount"][0], welfare["poverty.gini"][0]
        self.known = 0 < headcount < 1 and 0 < gini < 1 and self.line > 0
        if not self.known:
            return
        normal = NormalDist()
        sigma = math.sqrt(2) * normal.inv_cdf((gini + 1) / 2)
        mean = math.exp(math.log(self.line) - sigma * normal.inv_cdf(headcount) + sigma**2 / 2)
        first = years[0]
        for year in sorted(set(years)):
            before = min(12 * (year - first), len(years))
            growth = math.prod(1 + rate for rate in welfare["poverty.growth"][:before])
            change = math.prod(1 + rate for rate in welfare["poverty.gini_growth"][:before])
            now = min(gini * change ** (1 / 12), 0.999)
            sigma = math.sqrt(2) * normal.inv_cdf((now + 1) / 2)
            location = math.log(mean * growth ** (1 / 12)) - sigma**2 / 2
            self.years[year] = location, sigma

    def below(self, amount, year, factor):
        """The share of people whose consumption, times a factor, is below an amount."""
        location, sigma = self.years[year]
        if amount <= 0:
            return 0.0
        z = (math.log(amount) - location - math.log(factor)) / sigma
        return 0.5 * math.erfc(-z / math.sqrt(2))

    def kept(self, benefit, fall, months, factor, year):
        """Whom a benefit keeps above the line, and of them the poor before."""
        lifted = self.line - benefit / (months * self.persons)
        after = self.below(lifted / (1 - fall), year, factor)
        kept = self.below(self.line / (1 - fall), year, factor) - after
        return kept, max(0.0, self.below(self.line, year, factor) - after)


def bought(run, cell, path):
    """Benefits and families of a cell by year, before rounding."""
    law, belief = run.configuration["benefits"], cell.source["protection"]
    families = run.families[cell.region]
    result = defaultdict(lambda: defaultdict(float))
    for t, month in enumerate(path.months):
        year, programmes = run.years[t], cell.programmes[t]
        jkk, jkm = float("jkk" in programmes), float("jkm" in programmes)
        x, sums = month.exposure, result[year]
        w = belief["death.at_work_share"][t] * jkk
        elsewhere = (1 - belief["death.at_work_share"][t]) * jkm
        paid = run.paid_share(t, cell, month)
        protected = paid * month.funded + math.fsum(x[S1 : E + 1])
        died = month.deaths
        waiting_deaths = paid * (died[F1] + died[F2]) + died[S1] + died[S2]
        vested_deaths = paid * died[F] + died[S] + died[E]
        scholarship = (
            belief["scholarship.children"][t] * belief["scholarship.share_of_maximum"][t]
            * law["child_scholarship_rp"][t]
        )
        deaths = waiting_deaths + vested_deaths
        wage = cell.source["base_rp_per_month"][t]
        work = law["work_death_wages"][t] * wage + law["work_death_cash_rp"][t]
        tenured = elsewhere * belief["scholarship.tenure_share"][t] * vested_deaths
        accidents = belief["accident.rate"][t] / 12 * jkk * protected
        sums["accidents_persons"] += accidents
        sums["jkm_benefit_rp"] += scholarship * tenured + elsewhere * (
            law["waiting_cash_rp"][t] * waiting_deaths
            + law["death_cash_rp"][t] * vested_deaths
        )
        sums["jkk_benefit_rp"] += w * deaths * (work + scholarship)
        sums["jkk_benefit_rp"] += accidents * belief["accident.cost"][t]
        sums["scholarship_rp"] += scholarship * (w * deaths + tenured)
        sums["waiting_deaths_persons"] += waiting_deaths
        sums["protected_deaths_persons"] += deaths
        if not families.known:
            continue
        first = run.years.index(year)
        now = {key: values[first] for key, values in belief.items()}
        w = now["death.at_work_share"] * ("jkk" in cell.programmes[first])
        elsewhere = (1 - now["death.at_work_share"]) * ("jkm" in cell.programmes[first])
        work = law["work_death_wages"][first] * cell.source["base_rp_per_month"][first]
        work += law["work_death_cash_rp"][first]
        ends = {"": "event.consumption_fall", "low_": "event.consumption_fall.low",
                "high_": "event.consumption_fall.high"}
        for name, key in ends.items():
            def kept(benefit):
                return families.kept(
                    benefit, now[key], now["event.months"],
                    now["household.relative_consumption"], year)
            for benefit, dead in (
                ("waiting_cash_rp", waiting_deaths), ("death_cash_rp", vested_deaths)
            ):
                of_jkm, of_work = kept(law[benefit][first]), kept(work)
                both = [elsewhere * a + w * b for a, b in zip(of_jkm, of_work)]
                sums[f"families_kept_{name}families"] += dead * both[0]
                if not name:
                    sums["families_kept_poor_families"] += dead * both[1]
    return result


def shared_over_segments(run):
    """What protection buys by (year, region, segment); money in whole rupiah that add up."""
    bought_by = {}
    for cell, path in run.cells():
        for year, sums in bought(run, cell, path).items():
            bought_by[year, cell.region, cell.segment] = sums
    exact = defaultdict(float)
    for (t, region, segment, programme, bearer), rupiah in run.exact_costs.items():
        if programme in ("jkk", "jkm") and bearer != "gap":
            exact[run.years[t], region, segment, f"{programme}_contribution_rp"] += rupiah
    for (year, region, segment, column), rupiah in exact.items():
        bought_by[year, region, segment][column] = rupiah
    segments = [segment["id"] for segment in run.configuration["segments"]]
    columns = ["jkm_benefit_rp", "jkk_benefit_rp", "scholarship_rp"]
    columns += ["jkm_contribution_rp", "jkk_contribution_rp"]
    for year, region in {key[:2] for key in bought_by}:
        rows = [bought_by[year, region, s] for s in segments if (year, region, s) in bought_by]
        for column in columns:
            amounts = [row[column] for row in rows]
            total = math.floor(math.fsum(amounts) + 0.5)
            for row, share in zip(rows, apportion(amounts, total)):
                row[column] = share
    return bought_by


# Comparison with the result tables


class Comparison:
    """Counts compared figures and remembers those that differ."""

    def __init__(self):
        self.count = 0
        self.worst = 0.0
        self.worst_rupiah = 0
        self.differing = []

    def share(self, label, expected, found):
        """Compares to 1e-8 of the larger of 1 and the figure's size."""
        self.count += 1
        difference = abs(expected - found) / max(1.0, abs(expected), abs(found))
        self.worst = max(self.worst, difference)
        if not difference <= SHARE_TOLERANCE:
            self.differing.append(f"{label}: recomputed {expected!r}, program {found!r}")

    def rupiah(self, label, expected, found, tolerance=RUPIAH_TOLERANCE):
        """Compares whole rupiah; 0 as tolerance for sums that must be exact."""
        self.count += 1
        difference = abs(expected - found)
        self.worst_rupiah = max(self.worst_rupiah, difference)
        if difference > tolerance:
            self.differing.append(f"{label}: recomputed {expected} Rp, program {found} Rp")

    def missing(self, label):
        self.differing.append(f"{label}: not in the program's table")


def read_table(folder, name):
    """The rows of a CSV table as dictionaries."""
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def compare_stocks(run, folder, comparison):
    """The state at the start of each month, before ageing and entrants."""
    rows = {
        (row["month"], row["region"], row["segment"]): row
        for row in read_table(folder, "stocks.csv")
    }
    for cell, path in run.cells():
        for name, month in zip(run.months, path.months):
            key = (name, cell.region, cell.segment)
            label = " ".join(("stocks.csv", *key))
            row = rows.pop(key, None)
            if row is None:
                comparison.missing(label)
                continue
            for status, persons in zip(STATUSES, month.start):
                comparison.share(f"{label} {status}", persons, float(row[f"{status}_persons"]))
    unexpected("stocks.csv", rows, comparison)


def compare_flows(run, folder, comparison):
    """Targets after the budget's cut, decisions, entrants and exits of each month."""
    rows = {
        (row["month"], row["region"], row["segment"]): row
        for row in read_table(folder, "flows.csv")
    }
    for cell, path in run.cells():
        for name, month in zip(run.months, path.months):
            key = (name, cell.region, cell.segment)
            label = " ".join(("flows.csv", *key))
            row = rows.pop(key, None)
            if row is None:
                comparison.missing(label)
                continue
            figures = {
                "quota_persons": month.target,
                "enrolled_persons": month.enrolled,
                "released_persons": month.released,
                "unfilled_persons": month.unfilled,
                "entrants_persons": month.entrants,
            }
            for cause, persons in zip(CAUSES, month.exits):
                figures[f"exit_{cause}_persons"] = persons
            for column, persons in figures.items():
                comparison.share(f"{label} {column}", persons, float(row[column]))
    unexpected("flows.csv", rows, comparison)


def unexpected(table, rows, comparison):
    """Reports the rows of the program's table that were not recomputed."""
    for key in rows:
        comparison.differing.append(f"{table} {' '.join(map(str, key))}: not recomputed")


def compare_costs(run, folder, comparison):
    """Each month's cell, and each year's by region, bearer, segment and programme.

    A year's is held against the sum before rounding: whole rupiah of months drift from it.
    """
    months = {name: t for t, name in enumerate(run.months)}
    rows = {}
    for row in read_table(folder, "costs.csv"):
        key = (
            months[row["month"]], row["region"], row["segment"], row["programme"], row["purse"],
        )
        rows[key] = (float(row["exposure_person_months"]), int(row["cost_rp"]))
    yearly_found, yearly_expected = defaultdict(int), defaultdict(float)
    for key in sorted(rows.keys() | run.costs.keys()):
        persons, rupiah = rows.get(key, (0.0, 0))
        label = " ".join(("costs.csv", run.months[key[0]], *key[1:]))
        comparison.share(f"{label} exposure", run.exposures.get(key, 0.0), persons)
        comparison.rupiah(label, run.costs.get(key, 0), rupiah)
        year = (run.years[key[0]], *key[1:])
        yearly_found[year] += rupiah
        yearly_expected[year] += run.exact_costs.get(key, 0.0)
    for year, rupiah in yearly_found.items():
        label = "costs.csv, year " + " ".join(map(str, year))
        comparison.rupiah(label, round(yearly_expected[year]), rupiah)
    return yearly_found


def compare_purses(run, folder, yearly_costs, comparison):
    """Ceilings, payments and rests; payments must be the exact sums of the program's costs."""
    booked = defaultdict(int)
    for (year, region, _, _, bearer), rupiah in yearly_costs.items():
        booked[year, region, bearer] += rupiah
    recomputed = defaultdict(int)
    for (t, region, _, _, bearer), rupiah in run.costs.items():
        recomputed[run.years[t], region, bearer] += rupiah
    for key in booked.keys() | recomputed.keys():
        label = "costs.csv, all of " + " ".join(map(str, key))
        comparison.rupiah(label, recomputed[key], booked[key], tolerance=1)
    for row in read_table(folder, "purses.csv"):
        year, region, purse = int(row["year"]), row["region"], row["purse"]
        label = f"purses.csv {year} {region} {purse}"
        # What no purse paid stands in a row and a column of its own.
        column, other = ("gap_rp", "paid_rp") if purse == "gap" else ("paid_rp", "gap_rp")
        paid = int(row[column])
        comparison.rupiah(f"{label} {other}", 0, int(row[other]), 0)
        comparison.rupiah(f"{label} paid", recomputed.pop((year, region, purse), 0), paid)
        comparison.rupiah(f"{label} paid, sum of costs.csv", booked[year, region, purse], paid, 0)
        if purse == "gap":
            continue
        first, final = run_ceilings(run, year, region, purse)
        comparison.rupiah(f"{label} ceiling murni", first, int(row["ceiling_murni_rp"]))
        comparison.rupiah(f"{label} ceiling final", final, int(row["ceiling_final_rp"]))
        comparison.rupiah(f"{label} left", final - paid, int(row["left_rp"]))
    for (year, region, bearer), rupiah in recomputed.items():
        if bearer not in ("self", "employer") and rupiah:
            comparison.missing(f"purses.csv {year} {region} {bearer} paid {rupiah} Rp")


def run_ceilings(run, year, region, purse):
    """The ceilings of a year's first and last budget window."""
    path = run.limits[region][purse]["ceiling_rp"]
    starts = [s for s, _, _ in run.regions[region].windows() if run.years[s] == year]
    return path[starts[0]], path[starts[-1]]


def yearly_figures(run, selected):
    """Sums over the selected (cell, path) pairs, by year; stocks are those after December."""
    result = {year: defaultdict(float) for year in run.years}
    for cell, path in selected:
        for t, month in enumerate(path.months):
            sums, x = result[run.years[t]], month.exposure
            paid = run.paid_share(t, cell, month)
            sums["funded_person_months"] += paid * month.funded
            sums["waiting_person_months"] += paid * (x[F1] + x[F2])
            sums["self_person_months"] += x[S1] + x[S2] + x[S]
            sums["employer_person_months"] += x[E]
            sums["worker_person_months"] += sum(x)
            sums["gap_person_months"] += run.gaps.get((t, cell.region, cell.segment), 0.0)
            sums["unfilled_person_months"] += month.unfilled
            sums["enrolled_persons"] += month.enrolled
            sums["released_persons"] += month.released
            sums["deaths_persons"] += month.exits[0]
            if t + 1 == len(run.years):
                after = totals(path.states[-1])
            elif run.years[t + 1] != run.years[t]:
                after = path.months[t + 1].start
            else:
                continue
            funded = after[F1] + after[F2] + after[F]
            sums["funded_end_persons"] += paid * funded
            sums["gap_end_persons"] += (1 - paid) * funded
            sums["protected_end_persons"] += paid * funded + sum(after[S1 : E + 1])
            sums["workers_end_persons"] += sum(after)
    return result


def compare_yearly(run, folder, yearly_costs, comparison):
    """The three yearly tables: all regions, by region, by segment."""
    groups = {"yearly-total.csv": (), "yearly-region.csv": (1,), "yearly-segment.csv": (2,)}
    bought_by = shared_over_segments(run)
    for table, position in groups.items():
        parts = defaultdict(list)
        for cell, path in run.cells():
            part = tuple((None, cell.region, cell.segment)[i] for i in position)
            parts[part].append((cell, path))
        figures = {part: yearly_figures(run, selected) for part, selected in parts.items()}
        for (year, region, segment), sums in bought_by.items():
            part = tuple((None, region, segment)[i] for i in position)
            for column, amount in sums.items():
                figures[part][year][column] += amount
        money = defaultdict(lambda: defaultdict(int))
        for key, rupiah in yearly_costs.items():
            bearer = {"gap": "gap_rp", "self": "self_paid_rp", "employer": "employer_paid_rp"}
            part = tuple(key[i] for i in position)
            money[part, key[0]][bearer.get(key[4], "paid_rp")] += rupiah
        due = {(part, year) for part in figures for year in run.years}
        for row in read_table(folder, table):
            part = tuple(row[("region", "segment")[i - 1]] for i in position)
            due.discard((part, int(row["year"])))
            compare_year(run, table, row, part, figures, money, comparison)
        for part, year in due:
            comparison.missing(" ".join((table, str(year), *part)))


def compare_year(run, table, row, part, figures, money, comparison):
    """One row of a yearly table; its money must be the exact sums of costs.csv."""
    year = int(row["year"])
    label = " ".join((table, row["year"], *part))
    sums, rupiah = figures[part][year], money[part, year]
    rupiah["public_bill_rp"] = rupiah["paid_rp"] + rupiah["gap_rp"]
    for column in (
        "public_bill_rp", "paid_rp", "gap_rp", "self_paid_rp", "employer_paid_rp",
    ):
        comparison.rupiah(f"{label} {column}", rupiah[column], int(row[column]), 0)
    for column, expected in list(sums.items()):
        if column.endswith("_rp"):
            # Each region's rounding may fall on either of two equal parts.
            comparison.rupiah(
                f"{label} {column}", expected, int(row[column]), 2 * max(1, len(run.budget)))
        else:
            comparison.share(f"{label} {column}", expected, float(row[column]))
    compare_ratios(run, label, row, part, sums, rupiah["paid_rp"], comparison)


def compare_ratios(run, label, row, part, sums, paid_rp, comparison):
    """Coverage ratios and prices of a person-month; an empty denominator leaves an empty cell."""
    protected = sum(
        sums[f"{payer}_person_months"] for payer in ("funded", "self", "employer")
    )
    ratios = {
        "coverage_protected_end_of_workers_share":
            (sums["protected_end_persons"], sums["workers_end_persons"]),
        "coverage_if_gap_closed_end_of_workers_share": (
            sums["protected_end_persons"] + sums["gap_end_persons"], sums["workers_end_persons"]),
        "coverage_if_gap_closed_average_of_workers_share":
            (protected + sums["gap_person_months"], sums["worker_person_months"]),
        "coverage_funded_end_of_workers_share":
            (sums["funded_end_persons"], sums["workers_end_persons"]),
        "coverage_protected_average_of_workers_share": (protected, sums["worker_person_months"]),
        "bill_per_funded_person_month_rp": (paid_rp, sums["funded_person_months"]),
        "bill_per_protected_person_month_rp": (paid_rp, protected),
        "bill_per_family_kept_rp": (paid_rp, sums["families_kept_families"]),
    }
    # Of the program's whole rupiah, which were compared one by one.
    paid = {column: int(row[column]) for column in row if column.endswith(("efit_rp", "ution_rp"))}
    benefits = paid["jkm_benefit_rp"], paid["jkk_benefit_rp"]
    contributions = paid["jkm_contribution_rp"], paid["jkk_contribution_rp"]
    ratios["claim_ratio_share"] = sum(benefits), sum(contributions)
    ratios["claim_ratio_jkm_share"] = benefits[0], contributions[0]
    ratios["claim_ratio_jkk_share"] = benefits[1], contributions[1]
    if not label.startswith("yearly-segment"):
        last = max(t for t, year in enumerate(run.years) if year == int(row["year"]))
        regions = part or run.budget
        employed = sum(run.budget[region]["employed_persons"][last] for region in regions)
        ratios["coverage_protected_end_of_employed_share"] = (
            sums["protected_end_persons"], employed,
        )
        ratios["coverage_if_gap_closed_end_of_employed_share"] = (
            sums["protected_end_persons"] + sums["gap_end_persons"], employed,
        )
    for column, (numerator, denominator) in ratios.items():
        if denominator > 0:
            comparison.share(f"{label} {column}", numerator / denominator, float(row[column]))
        elif row[column] != "":
            comparison.differing.append(f"{label} {column}: {row[column]} without a denominator")


def main(arguments):
    """Recomputes, compares, prints; returns the exit code."""
    if len(arguments) != 2:
        print("usage: recompute.py RESOLVED.json RESULT_FOLDER", file=sys.stderr)
        return 2
    configuration = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    folder = Path(arguments[1])
    run = Recomputed(configuration)
    comparison = Comparison()
    compare_stocks(run, folder, comparison)
    compare_flows(run, folder, comparison)
    yearly_costs = compare_costs(run, folder, comparison)
    compare_purses(run, folder, yearly_costs, comparison)
    compare_yearly(run, folder, yearly_costs, comparison)
    for line in comparison.differing[:20]:
        print(line)
    if comparison.differing:
        print(f"{len(comparison.differing)} figures differ")
    print(
        f"{comparison.count} figures compared, worst relative difference {comparison.worst:.1e}, "
        f"worst difference in money Rp {comparison.worst_rupiah}"
    )
    return 1 if comparison.differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
