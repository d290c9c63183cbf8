/// How to compute a result again from ``ResolvedConfiguration``, told in the document itself.
///
/// The text is the contract of the document: a test computes people and bills from the JSON by
/// these words alone, with plain loops. Whoever changes a rule of the model changes its words here.
enum ResolvedReadMe {
    /// One paragraph an element: lists, statuses, the steps of a month, budget, rounding, results.
    static let lines =
        [lists, statuses, entering, enrolling, releasing, paying, moving, cohorts, tables]
        + [
            planning, settling, cutting, order, rounding, coverage, columns, dying, benefits,
            families,
        ]

    private static let lists = """
        Every number that the result of this scenario depends on. Lists without another note have \
        one value for each month of 'months'; lists of deaths and opening stocks have one entry \
        for each of 'cohorts'. An empty 'cohorts' means one cohort that never ages and gets all \
        entrants.
        """

    private static let statuses = """
        Statuses: U unprotected; F1 F2 F funded by a purse in waiting month 1, 2, vested; S1 S2 S \
        paying themselves likewise; E covered by an employer; L LV lapsed before or after \
        vesting. The state is persons by status at the start of a month, for each cohort.
        """

    /// Step 1: ageing and entrants.
    private static let entering = """
        Each month, for each segment and region: (1) in January, but not in the first month, the \
        share 1/(age_until - age_from + 1) of each cohort and status moves to the next band of \
        its sex, oldest first; out of the last band it leaves (age limit). Entrants join U, \
        spread by entrant_share.
        """

    /// Step 2, a quota above those funded.
    private static let enrolling = """
        (2) Let f = F1+F2+F over cohorts, pool = U+L+LV over cohorts, target = 0 in a month that \
        is not funded, else the quota in persons, or for unit 'share' quota x eligible_share x \
        (pool + f), times the cut factor (see cuts). If target > f: wanted = target - f with \
        refill, else min(target - f, max(0, target - last month's target)) (before the first \
        month: the opening f); enrolled = min(wanted, eligible_share x pool), drawn from U, L, LV \
        of all cohorts in proportion, into F1 on route bpu (into F for those from LV unless \
        waiting_restarts), into F on route pu.
        """

    /// Step 2, a quota below those funded.
    private static let releasing = """
        If target < f: f - target are released in proportion over F1, F2, F and cohorts; the \
        share retention goes to S1, S2, S, the rest of F1 and F2 to L, of F to LV.
        """

    /// Step 3: who pays.
    private static let paying = """
        (3) The state is now the exposure in person-months: F1+F2+F are paid by purses, S1+S2+S \
        by the worker (payer self, the cell's own route), E by the employer (payer employer, \
        route pu). contributions_rp is what a person-month costs each payer.
        """

    /// Step 5 of the model: a month of transitions.
    private static let moving = """
        (4) x <- x P with P = expm(Q/12) A. Q, per year: U->S0 self_enrolment; \
        U,S0,S1,S2,S,L,LV->E employer_enrolment; E->U employer_loss; S0,S1,S2->L and S->LV lapse; \
        L->S0 and LV->S0 (LV->S unless waiting_restarts) return; F1->S1, F2->S2, F->S graduation; \
        from every status death, age_limit, out_of_labour_force, moved_away. On route pu S stands \
        for S0. A moves F1->F2->F and S0->S1->S2->S. What a row of P lacks of 1 leaves, by cause \
        in proportion to its rate. death has the load factor in it already.
        """

    private static let cohorts = """
        With cohorts, death holds one list for each of them, made of the cohort's own rate in \
        place of rate.death; age_limit still acts every month, besides the ageing of January. \
        Where a cell has entrant_shares, they stand in place of entrant_share of 'cohorts'.
        """

    private static let tables = """
        The rows of 'transitions' that cover a cell ('all' covers every one) are monthly \
        probabilities that stand for expm(Q/12), for all cohorts and months, before A; rows of one \
        pair add up. 'to' may be a cause of exit_causes, or S0, which is S on route pu. Cells that \
        no row covers use their rates.
        """

    private static let planning = """
        Budget: a region plans to the end of the year in the first month of the horizon, in every \
        January, and in its revision_month. ceiling_rp and budget_policy are read in these plan \
        months only. Each purse offers ceiling_rp less what it paid since January (since the start \
        of the horizon in its first year, whose ceiling counts in full), but not less than 0. \
        Months up to the next plan happen as planned.
        """

    private static let settling = """
        Segments take their turn in the order of 'segments': month by month and programme by \
        programme the purses of purse_order (first to pay first) that may pay that programme for \
        that segment pay min(what is unpaid, share x person-months, what is left of the offer / \
        contribution) person-months, each at its own payer's contribution; the rest is the gap, \
        at the price of gap_payer. A later plan does not pay back the gap of earlier \
        months.
        """

    /// What happens to quotas where money is short.
    private static let cutting = """
        Cuts: budget_policy report keeps the quota. cap-heads multiplies the segment's quota in \
        the rest of the year by the largest k/K, K the window's largest target rounded up, that \
        leaves no gap above Rp 0.001; cap-months funds the largest number of months from the \
        window's start that leaves none.
        """

    /// Whose turn it is where some segments are cut and others are not.
    private static let order = """
        Where a segment was cut, the purses that it drew on offer nothing more in that plan to the \
        segments after it that may be cut themselves: the lowest priority is cut first. Segments \
        with report may still use what is left.
        """

    /// How exact amounts become whole rupiah.
    private static let rounding = """
        Rounding: halves go away from zero. Exact amounts are summed for each region, year and \
        bearer (purse, gap, worker, employer), rounded to whole rupiah, and shared by largest \
        remainder over the flat list of their parts in order of month, segment, programme.
        """

    /// Whose contribution is paid, and the ratio that reports show first.
    private static let coverage = """
        Paid share of a month, segment and region = 1 - (largest gap in person-months of any \
        programme) / (F1+F2+F exposed), 1 without a gap. What is funded, waiting, protected, dies \
        or is paid a benefit counts of F1, F2, F that share only, each month its own; stocks at \
        the end of a month take that month's. Coverage at the end of a year = (paid F1+F2+F, \
        S1+S2+S+E) / all ten statuses, or / employed_persons of the year's last month, after \
        December; if the gap were closed, all of F1+F2+F.
        """

    private static let dying = """
        Deaths of a month among the protected: waiting (F1, F2, S1, S2) and vested (F, S, E), each \
        status of each cohort times the share that it loses to death in the month; of F1, F2, F \
        the paid share.
        """

    private static let benefits = """
        Benefits of a month, with w death.at_work_share (0 without JKK), k scholarship.children x \
        scholarship.share_of_maximum x child_scholarship_rp, n accident.rate / 12 accidents per \
        protected person: jkm_benefit = (1 - w) (waiting_cash x waiting deaths + (death_cash + \
        scholarship.tenure_share x k) x vested deaths), nothing without JKM; jkk_benefit = w \
        (work_death_wages x base + work_death_cash + k) x deaths + n x accident.cost x protected, \
        nothing without JKK; scholarship = the parts with k. Each is summed over a region's year, \
        rounded and shared over segments by largest remainder, as are the contributions to JKK \
        and JKM of purses, workers and employers.
        """

    /// Whom a benefit keeps above the line.
    private static let families = """
        Families kept, by death: (1 - w) kept(waiting_cash or death_cash, 0 without JKM) + w \
        kept(work_death_wages x base + work_death_cash). kept(B) = N(z / (1 - d)) - N((z - b) / (1 \
        - d)), b = B / (event.months x household.size), d event.consumption_fall, z poverty.line, \
        all but the benefits read in the year's first month; N the lognormal distribution of \
        consumption, of sigma = sqrt(2) q((gini + 1) / 2) and ln z - sigma q(headcount) at the \
        start, its mean and gini then changed by (1 + rate)^(1/12) in each month before the year, \
        times household.relative_consumption. The low and high figures take d at the ends of its \
        range; the poor are those with consumption below z before: N(z) - N((z - b) / (1 - d)), \
        not below 0. Without a welfare of the region there are none.
        """

    /// What the columns of results mean where a name leaves room.
    private static let columns = """
        Columns of results: stocks hold the start of the month, before ageing and entrants; \
        quota_persons is the target, after the cut; unfilled = wanted - enrolled; \
        waiting_person_months = paid F1+F2; gap_person_months is in each month the largest over \
        programmes; ceiling_murni_rp and ceiling_final_rp are what the year's first and last plan \
        read.
        """
}
