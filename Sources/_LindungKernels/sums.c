#include "sums.h"

#include <stddef.h>
#include <string.h>

#include "projection.h"

#pragma clang fp contract(off)

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

#define LK_TILE (8 * LK_WORLDS)

CLONES void lk_sum_blocks(
    int32_t blocks, int32_t width, const double *restrict source, double *restrict sums) {
    int32_t first = 0;
    /* As many sums at once as stay in registers. */
    for (; first + LK_TILE <= width; first += LK_TILE) {
        double sum[LK_TILE] = {0};
        for (int32_t block = 0; block < blocks; block++) {
            const double *restrict from = source + (ptrdiff_t)block * width + first;
            for (int i = 0; i < LK_TILE; i++) sum[i] += from[i];
        }
        memcpy(sums + first, sum, sizeof sum);
    }
    for (; first < width; first += LK_WORLDS) {
        double sum[LK_WORLDS] = {0};
        for (int32_t block = 0; block < blocks; block++) {
            const double *restrict from = source + (ptrdiff_t)block * width + first;
            for (int i = 0; i < LK_WORLDS; i++) sum[i] += from[i];
        }
        memcpy(sums + first, sum, sizeof sum);
    }
}

CLONES void lk_sum_months(
    int32_t months, const double *restrict record, int32_t first_row, int32_t rows,
    double *restrict sums) {
    for (int32_t row = 0; row < rows; row++) {
        const double *restrict persons = record + (ptrdiff_t)(first_row + row) * LK_WORLDS;
        double sum[LK_WORLDS];
        for (int w = 0; w < LK_WORLDS; w++) sum[w] = sums[row * LK_WORLDS + w];
        for (int32_t month = 0; month < months; month++)
            for (int w = 0; w < LK_WORLDS; w++)
                sum[w] += persons[(ptrdiff_t)month * LK_RECORD_ROWS * LK_WORLDS + w];
        for (int w = 0; w < LK_WORLDS; w++) sums[row * LK_WORLDS + w] = sum[w];
    }
}

CLONES void lk_sum_lines(
    int32_t lines, int32_t bearers, const double *restrict paid, double *restrict sums) {
    for (int32_t line = 0; line < lines; line++)
        for (int32_t bearer = 0; bearer < bearers; bearer++) {
            const double *restrict rupiah =
                paid + ((ptrdiff_t)(line * bearers + bearer) * 2 + 1) * LK_WORLDS;
            for (int w = 0; w < LK_WORLDS; w++) sums[bearer * LK_WORLDS + w] += rupiah[w];
        }
}

CLONES void lk_sum_prices(
    int32_t months, const double *restrict price, int32_t price_stride,
    const double *restrict record, int32_t first_row, int32_t rows, double *restrict sums) {
    double sum[LK_WORLDS] = {0};
    for (int32_t month = 0; month < months; month++) {
        const double *restrict persons =
            record + ((ptrdiff_t)month * LK_RECORD_ROWS + first_row) * LK_WORLDS;
        double exposed[LK_WORLDS] = {0};
        for (int32_t row = 0; row < rows; row++)
            for (int w = 0; w < LK_WORLDS; w++) exposed[w] += persons[row * LK_WORLDS + w];
        for (int w = 0; w < LK_WORLDS; w++)
            sum[w] += price[(ptrdiff_t)month * price_stride + w] * exposed[w];
    }
    for (int w = 0; w < LK_WORLDS; w++) sums[w] += sum[w];
}

CLONES void lk_sum_terms(
    int32_t months, const lk_terms *terms, const double *restrict coefficients, ptrdiff_t stride,
    const double *restrict record, double *restrict sums) {
    double total[LK_MOST_TERMS][LK_WORLDS] = {{0}};
    for (int32_t month = 0; month < months; month++) {
        double persons[LK_MOST_GROUPS][LK_WORLDS] = {{0}};
        for (int32_t g = 0; g < terms->groups; g++) {
            const double *restrict rows =
                record + ((ptrdiff_t)month * LK_RECORD_ROWS + terms->first_row[g]) * LK_WORLDS;
            for (int32_t row = 0; row < terms->rows[g]; row++)
                for (int w = 0; w < LK_WORLDS; w++) persons[g][w] += rows[row * LK_WORLDS + w];
        }
        for (int32_t t = 0; t < terms->terms; t++) {
            const double *restrict of = coefficients + t * stride + month * LK_WORLDS;
            const double *restrict group = persons[terms->group_of[t]];
            for (int w = 0; w < LK_WORLDS; w++) total[t][w] += of[w] * group[w];
        }
    }
    for (int32_t t = 0; t < terms->terms; t++)
        for (int w = 0; w < LK_WORLDS; w++) sums[terms->sum_of[t] * LK_WORLDS + w] += total[t][w];
}

/* The largest gap of any line of a month. */
static inline void largest_gap(
    int32_t month, int32_t lines, int32_t bearers, const double *restrict payments,
    double *restrict most) {
    for (int w = 0; w < LK_WORLDS; w++) most[w] = 0;
    for (int32_t line = 0; line < lines; line++) {
        ptrdiff_t place = ((ptrdiff_t)(month * lines + line) * bearers + bearers - 1) * 2;
        const double *restrict unpaid = payments + place * LK_WORLDS;
        for (int w = 0; w < LK_WORLDS; w++) most[w] = unpaid[w] > most[w] ? unpaid[w] : most[w];
    }
}

CLONES void lk_sum_gaps(
    int32_t months, int32_t lines, int32_t bearers, const double *restrict payments,
    double *restrict sums) {
    memset(sums, 0, LK_WORLDS * sizeof(double));
    for (int32_t month = 0; month < months; month++) {
        double most[LK_WORLDS];
        largest_gap(month, lines, bearers, payments, most);
        for (int w = 0; w < LK_WORLDS; w++) sums[w] += most[w];
    }
}

CLONES int32_t lk_keep_paid(
    int32_t months, int32_t lines, int32_t bearers, const double *restrict payments,
    const double *restrict record, double *restrict paid) {
    static const int rows[] = {
        LK_EXPOSED + 1, LK_EXPOSED + 2, LK_EXPOSED + 3, LK_CLOSING + 1, LK_CLOSING + 2,
        LK_CLOSING + 3, LK_DEATHS, LK_DEATHS + 2};
    int32_t any = 0;
    for (int32_t month = 0; month < months && !any; month++) {
        double most[LK_WORLDS];
        largest_gap(month, lines, bearers, payments, most);
        for (int w = 0; w < LK_WORLDS; w++) any |= most[w] > 0;
    }
    if (!any) return 0;
    const size_t cells = (size_t)LK_RECORD_ROWS * LK_WORLDS;
    memcpy(paid, record, (size_t)months * cells * sizeof(double));
    for (int32_t month = 0; month < months; month++) {
        double share[LK_WORLDS], *of = paid + (size_t)month * cells;
        largest_gap(month, lines, bearers, payments, share);
        for (int w = 0; w < LK_WORLDS; w++) {
            const double *funded = of + (LK_EXPOSED + 1) * LK_WORLDS + w;
            const double all = funded[0] + funded[LK_WORLDS] + funded[2 * LK_WORLDS];
            share[w] = share[w] > 0 ? (all - share[w]) / all : 1;
            share[w] = share[w] > 0 ? share[w] : 0;
        }
        for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
            for (int w = 0; w < LK_WORLDS; w++) of[rows[row] * LK_WORLDS + w] *= share[w];
    }
    return 1;
}
