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

CLONES void lk_sum_blocks(
    int32_t blocks, int32_t width, const double *restrict source, double *restrict sums) {
    memset(sums, 0, (size_t)width * sizeof(double));
    for (int32_t block = 0; block < blocks; block++) {
        const double *restrict from = source + (ptrdiff_t)block * width;
        for (int32_t i = 0; i < width; i++) sums[i] += from[i];
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

CLONES void lk_sum_gaps(
    int32_t months, int32_t lines, int32_t bearers, const double *restrict payments,
    double *restrict sums) {
    memset(sums, 0, LK_WORLDS * sizeof(double));
    for (int32_t month = 0; month < months; month++) {
        double most[LK_WORLDS] = {0};
        for (int32_t line = 0; line < lines; line++) {
            ptrdiff_t place = ((ptrdiff_t)(month * lines + line) * bearers + bearers - 1) * 2;
            const double *restrict unpaid = payments + place * LK_WORLDS;
            for (int w = 0; w < LK_WORLDS; w++)
                most[w] = unpaid[w] > most[w] ? unpaid[w] : most[w];
        }
        for (int w = 0; w < LK_WORLDS; w++) sums[w] += most[w];
    }
}
