#include "values.h"

#include "statuses.h"
#include "worlds.h"

enum { CELL = LK_STATUSES * LK_WORLDS };

/* moves v of one status. */
LK_INLINE void foresee(int reach, int own, const double *moves, const v8 *v, int from, v8 *sum)
{
    *sum = 0;
    LK_UNROLL for (int to = 0; to < LK_STATUSES; to++) {
        if (!(reaches[reach][from] & TO(to))) continue;
        const int entry = from * LK_STATUSES + to;
        const v8 move = own ? (v8)*lk_row_of(moves, entry) : (v8)moves[entry];
        *sum = LK_FMA(v[to], move, *sum);
    }
}

/* The same for any processor. Kept small: a fused operation may be a call for each lane. */
static void foresee_any(
    int reach, int own, const double *moves, const v8 *v, int from, v8 *sum)
{
    for (int w = 0; w < LK_WORLDS; w++) {
        double value = 0;
        for (int to = 0; to < LK_STATUSES; to++) {
            if (!(reaches[reach][from] & TO(to))) continue;
            const long entry = from * LK_STATUSES + to;
            const double move = own ? moves[entry * LK_WORLDS + w] : moves[entry];
            value = __builtin_fma(v[to][w], move, value);
        }
        (*sum)[w] = value;
    }
}

/* A month of one cohort; values of the next month become those of this one. */
LK_INLINE void look_back(
    int level, int reach, int own, const double *moves, const v8_memory *survival,
    const double *cost, const v8_memory *retention, double *values)
{
    v8 v[LK_STATUSES], w[LK_STATUSES];
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) v[k] = *lk_row(values, k);
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) {
        if (level == LK_LEVEL_ANY) foresee_any(reach, own, moves, v, k, &w[k]);
        else foresee(reach, own, moves, v, k, &w[k]);
        w[k] = LK_FMA(w[k], *survival, *lk_row_of(cost, k));
    }
    if (retention) {
        const v8 paying = *retention, lapsing = 1 - paying;
        w[F1] = LK_FMA(paying, w[S1], lapsing * w[L]);
        w[F2] = LK_FMA(paying, w[S2], lapsing * w[L]);
        w[F] = LK_FMA(paying, w[S], lapsing * w[LV]);
    }
    LK_UNROLL for (int k = 0; k < LK_STATUSES; k++) *lk_row(values, k) = w[k];
}

/* Ageing backwards: the value of a person is that of the cohort to come, as likely as it is. */
LK_INLINE void grow_young(const lk_segment *segment, double *values)
{
    for (int step = segment->age_steps - 1; step >= 0; step--) {
        const double share = segment->age_share[step];
        const long to = segment->age_to[step];
        v8_memory *from = lk_row(values, segment->age_from[step] * (long)LK_STATUSES);
        for (int k = 0; k < LK_STATUSES; k++) {
            from[k] *= 1 - share;
            if (to >= 0)
                from[k] = LK_FMA((v8)share, *lk_row(values, to * LK_STATUSES + k), from[k]);
        }
    }
}

LK_INLINE void value_months(
    int level, int reach, int own, const lk_segment *segment, int32_t releases, long first,
    long count, const double *cost, const int32_t *cost_of, double *values, double *entrants)
{
    const long cohorts = segment->cohorts;
    for (long t = count - 1; t >= 0; t--) {
        const long operator = segment->operator_of[first + t];
        const double *moves =
            segment->moves + operator * LK_STATUSES * LK_STATUSES * (own ? LK_WORLDS : 1);
        const v8_memory *retention = releases ? lk_row_of(segment->retention, first + t) : 0;
        v8 joining = 0;
        for (long c = 0; c < cohorts; c++) {
            look_back(
                level, reach, own, moves, lk_row_of(segment->survival, operator * cohorts + c),
                cost + cost_of[t] * CELL, retention, values + c * CELL);
            joining = LK_FMA(
                (v8)segment->entrant_share[c], *lk_row_of(values, c * LK_STATUSES + U), joining);
        }
        *lk_row(entrants, t) = joining;
        if (segment->ages[first + t]) grow_young(segment, values);
    }
}

LK_INLINE void values_body(
    int level, const lk_segment *segment, int32_t releases, int32_t first, int32_t count,
    const double *cost, const int32_t *cost_of, double *values, double *entrants)
{
#define MONTHS(reach, own)                                                                       \
    value_months(                                                                                \
        level, reach, own, segment, releases, first, count, cost, cost_of, values, entrants)
    if (level == LK_LEVEL_ANY || segment->own) MONTHS(segment->reach, segment->own != 0);
    else if (segment->reach == LK_REACH_WAITING) MONTHS(LK_REACH_WAITING, 0);
    else if (segment->reach == LK_REACH_VESTED) MONTHS(LK_REACH_VESTED, 0);
    else MONTHS(LK_REACH_ALL, 0);
#undef MONTHS
}

LK_VARIANTS(
    values,
    (const lk_segment *segment, int32_t releases, int32_t first, int32_t count,
     const double *cost, const int32_t *cost_of, double *values, double *entrants),
    segment, releases, first, count, cost, cost_of, values, entrants)

void lk_values_at(
    int32_t level, const lk_segment *segment, int32_t releases, int32_t first, int32_t count,
    const double *cost, const int32_t *cost_of, double *values, double *entrants)
{
    LK_RUN(
        values, lk_level_within(level), segment, releases, first, count, cost, cost_of, values,
        entrants);
}

void lk_values(
    const lk_segment *segment, int32_t releases, int32_t first, int32_t count, const double *cost,
    const int32_t *cost_of, double *values, double *entrants)
{
    LK_RUN(
        values, lk_processor_level(), segment, releases, first, count, cost, cost_of, values,
        entrants);
}
