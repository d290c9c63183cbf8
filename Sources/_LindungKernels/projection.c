#include "statuses.h"
#include "worlds.h"

/* Where age_to is -1. */
enum { DEATH = 0, AGE_LIMIT = 1, GROUPS = 4, CELL = LK_STATUSES * LK_WORLDS };

/* The order in which a destination adds up its origins. Decisions of the month touch the last ones
   most often, so that a processor can begin with the others before the decisions are known. */
static const int origins[LK_STATUSES] = { E, S1, S2, S, F2, F1, F, U, L, LV };

int32_t lk_reach(int32_t reach, int32_t status) { return reaches[reach][status]; }

/* What a month's decisions do to each cohort, as shares. */
typedef struct {
    int enrols, releases;
    /* Whether anybody of them becomes F1, and F. */
    int waits, vests;
    /* Of U, L and LV: who stays, and who becomes F1 and F, from U and L and from LV. */
    v8 stay, first, vested, again_first, again_vested;
    /* Of F1, F2 and F: who stays, who goes on paying and who lapses. */
    v8 keep, paying, lapsing;
} lk_flows;

/* Totals by status, cohort after cohort: what the months add up in passing is the same bits. */
LK_INLINE void total_up(const double *population, long cohorts, v8 *total)
{
    for (int k = 0; k < LK_STATUSES; k++) {
        v8 sum = 0;
        for (long c = 0; c < cohorts; c++) sum += *lk_row_of(population, c * LK_STATUSES + k);
        total[k] = sum;
    }
}

LK_INLINE void age(const lk_segment *segment, double *population, v8 *age_limit)
{
    for (int step = 0; step < segment->age_steps; step++) {
        const long to = segment->age_to[step];
        v8_memory *from = lk_row(population, segment->age_from[step] * (long)LK_STATUSES);
        for (int k = 0; k < LK_STATUSES; k++) {
            v8 moving = from[k] * segment->age_share[step];
            from[k] -= moving;
            if (to < 0) *age_limit += moving;
            else *lk_row(population, to * LK_STATUSES + k) += moving;
        }
    }
}

/* Who is enrolled or released, out of the totals; a world never does both in a month. */
LK_INLINE void decide(
    const lk_segment *segment, long month, const v8_memory *cut, double *previous_quota,
    const v8 *total, lk_flows *flows, double *record)
{
    const v8 eligible = *lk_row_of(segment->eligible, month);
    const v8 fixed = *lk_row_of(segment->heads, month) * *cut;
    const v8 relative = *lk_row_of(segment->share, month) * eligible * *cut;
    const v8 funded = total[F1] + total[F2] + total[F];
    const v8 pool = total[U] + total[L] + total[LV];
    const v8 target = LK_FMA(relative, pool + funded, fixed);
    const v8 missing = target - funded;

    const v8 rise = target - *lk_row(previous_quota, 0);
    const m8 refills = *lk_row_of(segment->refill, month) != 0;
    v8 wanted = LK_PICK(refills, missing, LK_MIN(missing, rise));
    wanted = LK_MAX(wanted, (v8)0);
    const v8 room = eligible * pool;
    const v8 enrolled = LK_MIN(wanted, room);
    const v8 released = LK_MAX(-missing, (v8)0);

    const m8 enrols = enrolled > 0, releases = released > 0;
    flows->enrols = LK_ANY(enrols);
    flows->releases = LK_ANY(releases);
    /* One division for both: it takes long. */
    const v8 whole = LK_PICK(releases, funded, LK_PICK(enrols, pool, (v8)1));
    const v8 moving = LK_PICK(releases, released, enrolled) / whole;
    const v8 joining = LK_PICK(releases, (v8)0, moving);
    const v8 leaving = LK_PICK(releases, moving, (v8)0);
    flows->stay = 1 - joining;
    flows->first = joining * *lk_row_of(segment->waits, month);
    flows->vested = joining - flows->first;
    flows->again_first = joining * *lk_row_of(segment->restarts, month);
    flows->again_vested = joining - flows->again_first;
    const m8 waits = flows->first + flows->again_first > 0;
    const m8 vests = flows->vested + flows->again_vested > 0;
    flows->waits = LK_ANY(waits);
    flows->vests = LK_ANY(vests);
    flows->keep = 1 - leaving;
    flows->paying = leaving * *lk_row_of(segment->retention, month);
    flows->lapsing = leaving - flows->paying;

    *lk_row(previous_quota, 0) = target;
    *lk_row(record, LK_ENROLLED) = enrolled;
    *lk_row(record, LK_RELEASED) = released;
    *lk_row(record, LK_QUOTA) = target;
    *lk_row(record, LK_UNFILLED) = wanted - enrolled;
}

/* Moves the persons of a cohort, or of all together. A share of nothing leaves every bit as it
   is, and so a world does not notice whether the others enrol. */
LK_INLINE void follow(const lk_flows *flows, v8 *x)
{
    if (flows->enrols) {
        const v8 new = x[U] + x[L], again = x[LV];
        if (flows->waits)
            x[F1] = LK_FMA(flows->again_first, again, LK_FMA(flows->first, new, x[F1]));
        if (flows->vests)
            x[F] = LK_FMA(flows->again_vested, again, LK_FMA(flows->vested, new, x[F]));
        x[U] *= flows->stay;
        x[L] *= flows->stay;
        x[LV] *= flows->stay;
    }
    if (flows->releases) {
        const v8 first = x[F1], second = x[F2], vested = x[F];
        x[S1] = LK_FMA(flows->paying, first, x[S1]);
        x[S2] = LK_FMA(flows->paying, second, x[S2]);
        x[S] = LK_FMA(flows->paying, vested, x[S]);
        x[L] = LK_FMA(flows->lapsing, first + second, x[L]);
        x[LV] = LK_FMA(flows->lapsing, vested, x[LV]);
        x[F1] = first * flows->keep;
        x[F2] = second * flows->keep;
        x[F] = vested * flows->keep;
    }
}

/* x moves, an origin after the other. A zero that is left out would change no bit, because nobody
   is negative. */
LK_INLINE void arrive(int reach, int own, const double *moves, const v8 *x, v8 *sum)
{
    int begun = 0;
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) sum[k] = 0;
    LK_UNROLL for (int n = 0; n < LK_STATUSES; n++) {
        const int from = origins[n];
        LK_UNROLL for (int to = 0; to < LK_STATUSES; to++) {
            if (!(reaches[reach][from] & TO(to))) continue;
            const int entry = from * LK_STATUSES + to;
            const v8 move = own ? (v8)*lk_row_of(moves, entry) : (v8)moves[entry];
            sum[to] = begun & TO(to) ? LK_FMA(x[from], move, sum[to]) : x[from] * move;
            begun |= TO(to);
        }
    }
}

/* The same for processors with sixteen short registers: four worlds at a time. */
LK_INLINE void arrive_half(
    int half, int reach, int own, const double *moves, const v8 *x, v8 *sum)
{
    v4 part[LK_STATUSES];
    int begun = 0;
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) part[k] = 0;
    LK_UNROLL for (int n = 0; n < LK_STATUSES; n++) {
        const int from = origins[n];
        const v4 persons = ((const v4 *)(x + from))[half];
        LK_UNROLL for (int to = 0; to < LK_STATUSES; to++) {
            if (!(reaches[reach][from] & TO(to))) continue;
            const int entry = from * LK_STATUSES + to;
            const v4 move = own
                ? (v4) * (const v4_memory *)(moves + entry * LK_WORLDS + half * 4)
                : (v4)moves[entry];
            part[to] = begun & TO(to) ? __builtin_elementwise_fma(persons, move, part[to])
                                      : persons * move;
            begun |= TO(to);
        }
    }
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) ((v4 *)(sum + k))[half] = part[k];
}

/* The same for any processor. Kept small: a fused operation may be a call for each lane. */
static void arrive_any(int reach, int own, const double *moves, const v8 *x, v8 *sum)
{
    for (long to = 0; to < LK_STATUSES; to++)
        for (long w = 0; w < LK_WORLDS; w++) {
            double value = 0;
            for (int n = 0; n < LK_STATUSES; n++) {
                const long from = origins[n], entry = from * LK_STATUSES + to;
                if (!(reaches[reach][from] & TO(to))) continue;
                const double move = own ? moves[entry * LK_WORLDS + w] : moves[entry];
                value = __builtin_fma(x[from][w], move, value);
            }
            sum[to][w] = value;
        }
}

/* x' = survival (x moves) of one cohort. */
LK_INLINE void transit(
    int level, int reach, int own, const double *moves, const v8_memory *survival, const v8 *x,
    v8 *next)
{
    if (level == LK_LEVEL_V4) {
        arrive(reach, own, moves, x, next);
    } else if (level == LK_LEVEL_V3) {
        arrive_half(0, reach, own, moves, x, next);
        arrive_half(1, reach, own, moves, x, next);
    } else {
        arrive_any(reach, own, moves, x, next);
    }
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) next[k] *= *survival;
}

/* Who leaves a cohort whatever the status. */
LK_INLINE void leave(const v8 *x, const double *leaving, v8 *exits)
{
    const v8 heads = ((x[E] + x[S1]) + (x[S2] + x[S])) + ((x[F2] + x[F1]) + (x[F] + x[U]))
        + (x[L] + x[LV]);
    for (int k = 0; k < LK_CAUSES; k++)
        exits[k] = LK_FMA(heads, *lk_row_of(leaving, k), exits[k]);
}

/* The protected of a population: those who wait, funded and others, then the vested. */
LK_INLINE void protect(const v8 *x, v8 *groups)
{
    groups[0] = x[F1] + x[F2];
    groups[1] = x[S1] + x[S2];
    groups[2] = x[F];
    groups[3] = x[S] + x[E];
}

/* Who of the protected of a cohort dies. */
LK_INLINE void die(const v8 *x, const double *leaving, v8 *deaths)
{
    const v8 share = *lk_row_of(leaving, DEATH);
    v8 groups[GROUPS];
    protect(x, groups);
    LK_UNROLL for (int g = 0; g < GROUPS; g++) deaths[g] = LK_FMA(groups[g], share, deaths[g]);
}

/* The same of tables that have leavers by status. */
LK_INLINE void die_by_status(const double *table, const v8 *total, v8 *deaths)
{
    v8 dying[LK_STATUSES], groups[GROUPS];
    for (int i = 0; i < LK_STATUSES; i++)
        dying[i] = total[i] * *lk_row_of(table, i * LK_CAUSES + DEATH);
    protect(dying, groups);
    for (int g = 0; g < GROUPS; g++) deaths[g] += groups[g];
}

/* Leavers by status, of tables that have them. */
LK_INLINE void leave_by_status(const double *table, const v8 *total, v8 *exits)
{
    for (int k = 0; k < LK_CAUSES; k++)
        for (int i = 0; i < LK_STATUSES; i++)
            exits[k] = LK_FMA(total[i], *lk_row_of(table, i * LK_CAUSES + k), exits[k]);
}

/* What one month needs of the segment. */
typedef struct {
    const double *moves, *survival, *leaving, *exits;
    v8 entrants;
} lk_month;

LK_INLINE void open_month(const lk_segment *segment, long month, int own, lk_month *now)
{
    const long operator = segment->operator_of[month];
    const long lane = operator * segment->cohorts * LK_WORLDS;
    now->moves = segment->moves + operator * LK_STATUSES * LK_STATUSES * (own ? LK_WORLDS : 1);
    now->survival = segment->survival + lane;
    now->leaving = segment->leaving + lane * LK_CAUSES;
    now->exits = segment->exits ? segment->exits + operator * CELL * LK_CAUSES : 0;
    now->entrants = *lk_row_of(segment->entrants, month);
}

/* Entrants, decisions and transition of cohort c, added to the totals. */
LK_INLINE void carry(
    int level, int reach, int own, const lk_month *now, const lk_flows *flows,
    v8 entrant_share, long c, double *cohort, v8 *exits, v8 *deaths, v8 *total)
{
    v8 x[LK_STATUSES];
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) x[k] = *lk_row(cohort, k);
    x[U] = LK_FMA(now->entrants, entrant_share, x[U]);
    follow(flows, x);
    leave(x, now->leaving + c * LK_CAUSES * LK_WORLDS, exits);
    die(x, now->leaving + c * LK_CAUSES * LK_WORLDS, deaths);
    v8 next[LK_STATUSES];
    transit(level, reach, own, now->moves, lk_row_of(now->survival, c), x, next);
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) {
        *lk_row(cohort, k) = next[k];
        total[k] += next[k];
    }
}

/* All months. A single cohort is its own total, and stays in registers. */
LK_INLINE void project_months(
    int level, int single, int reach, int own, const lk_segment *segment, double *population,
    double *previous_quota, long first, long count, const double *cut, double *record)
{
    const long cohorts = single ? 1 : segment->cohorts;
    v8 joining = 0;
    for (long c = 0; c < cohorts; c++) joining += *lk_row_of(segment->entrant_share, c);
    v8 total[LK_STATUSES];
    total_up(population, cohorts, total);
    for (long t = 0; t < count; t++, record += LK_RECORD_ROWS * LK_WORLDS) {
        v8 exits[LK_CAUSES] = { 0, 0, 0, 0 }, deaths[GROUPS] = { 0, 0, 0, 0 };
        lk_month now;
        open_month(segment, first + t, own, &now);
        if (segment->ages[first + t]) {
            if (single) for (int k = 0; k < LK_STATUSES; k++) *lk_row(population, k) = total[k];
            age(segment, population, &exits[AGE_LIMIT]);
            total_up(population, cohorts, total);
        }
        total[U] = LK_FMA(now.entrants, joining, total[U]);
        lk_flows flows;
        decide(segment, first + t, lk_row_of(cut, t), previous_quota, total, &flows, record);
        /* The flows are shares, the same for all cohorts, so that totals follow them too. */
        follow(&flows, total);
        for (int k = 0; k < LK_STATUSES; k++) *lk_row(record, LK_EXPOSED + k) = total[k];
        if (now.exits) {
            leave_by_status(now.exits, total, exits);
            die_by_status(now.exits, total, deaths);
        }
        if (single) {
            v8 next[LK_STATUSES];
            leave(total, now.leaving, exits);
            die(total, now.leaving, deaths);
            transit(level, reach, own, now.moves, lk_row_of(now.survival, 0), total, next);
            for (int k = 0; k < LK_STATUSES; k++) total[k] = next[k];
        } else {
            for (int k = 0; k < LK_STATUSES; k++) total[k] = 0;
            for (long c = 0; c < cohorts; c++)
                carry(
                    level, reach, own, &now, &flows, *lk_row_of(segment->entrant_share, c), c,
                    population + c * CELL, exits, deaths, total);
        }
        for (int k = 0; k < LK_STATUSES; k++) *lk_row(record, LK_CLOSING + k) = total[k];
        for (int k = 0; k < LK_CAUSES; k++) *lk_row(record, LK_EXITS + k) = exits[k];
        for (int g = 0; g < GROUPS; g++) *lk_row(record, LK_DEATHS + g) = deaths[g];
    }
    if (single) for (int k = 0; k < LK_STATUSES; k++) *lk_row(population, k) = total[k];
}

LK_INLINE void project_body(
    int level, const lk_segment *segment, double *population, double *previous_quota,
    int32_t first, int32_t count, const double *cut, double *record)
{
#define MONTHS(single, reach, own)                                                               \
    project_months(                                                                              \
        level, single, reach, own, segment, population, previous_quota, first, count, cut, record)
#define REACH(single, reach)                                                                     \
    if (segment->own) MONTHS(single, reach, 1);                                                  \
    else MONTHS(single, reach, 0)
#define SINGLE(single)                                                                           \
    switch (segment->reach) {                                                                    \
    case LK_REACH_WAITING: REACH(single, LK_REACH_WAITING); break;                               \
    case LK_REACH_VESTED: REACH(single, LK_REACH_VESTED); break;                                 \
    default: REACH(single, LK_REACH_ALL);                                                        \
    }
    if (level == LK_LEVEL_ANY) {
        /* Once is enough where a fused operation is a call: the bits are the same. */
        MONTHS(0, segment->reach, segment->own != 0);
    } else if (segment->cohorts == 1) {
        SINGLE(1)
    } else {
        SINGLE(0)
    }
#undef SINGLE
#undef REACH
#undef MONTHS
}

LK_VARIANTS(
    project,
    (const lk_segment *segment, double *population, double *previous_quota, int32_t first,
     int32_t count, const double *cut, double *record),
    segment, population, previous_quota, first, count, cut, record)

void lk_project_at(
    int32_t level, const lk_segment *segment, double *population, double *previous_quota,
    int32_t first, int32_t count, const double *cut, double *record)
{
    LK_RUN(
        project, lk_level_within(level), segment, population, previous_quota, first, count, cut,
        record);
}

void lk_project(
    const lk_segment *segment, double *population, double *previous_quota, int32_t first,
    int32_t count, const double *cut, double *record)
{
    LK_RUN(
        project, lk_processor_level(), segment, population, previous_quota, first, count, cut,
        record);
}
