#include <stdlib.h>

#include "worlds.h"

/* With q the largest rate of leaving a state, B = Q + q I is not negative, and neither is any term
   of
       exp(Q) = (e^-x sum over k = 0..20 of (B / 2^s)^k / k!)^(2^s),   x = q / 2^s <= 1
   The first term left out is below 1/21! < 2e-20. What a row lacks to 0 leads to one more state,
   "gone", so that rows of the result sum to 1 with it: dividing by the sum of a row takes the
   place of e^-x, and keeps squaring from doubling the rounding errors of the sums.
   A. Jensen, Skand. Aktuarietidskr. 36 (1953), doi:10.1080/03461238.1953.10419459;
   J. Xue and Q. Ye, Math. Comp. 82 (2013), doi:10.1090/S0025-5718-2013-02677-4. */
enum { DEGREE = 20, POWERS = 5, LK_COLUMNS = 6, MATRICES = POWERS + 2 };

/* A matrix has the n rows of the states and m columns: m = n + 1 where anybody leaves in one of the
   eight worlds, else m = n. The row of "gone" is left out: it is 0 but for its last entry, `gone`.
   In a world that nobody leaves the last column is 0 and changes no bit. */
typedef struct {
    v8 *entry;
    v8 gone;
} lk_matrix;

/* sum += a b for `height` rows of a and `width` columns of b. */
LK_INLINE void multiply_block(
    int height, int width, long n, long m, const v8 *a, const v8 *b, v8 *sum)
{
    v8 part[2][LK_COLUMNS];
    LK_UNROLL for (int i = 0; i < height; i++)
        LK_UNROLL for (int j = 0; j < width; j++) part[i][j] = sum[i * m + j];
    for (long k = 0; k < n; k++)
        LK_UNROLL for (int i = 0; i < height; i++)
            LK_UNROLL for (int j = 0; j < width; j++)
                part[i][j] = LK_FMA(a[i * m + k], b[k * m + j], part[i][j]);
    LK_UNROLL for (int i = 0; i < height; i++)
        LK_UNROLL for (int j = 0; j < width; j++) sum[i * m + j] = part[i][j];
}

/* The same for any processor. Kept small: a fused operation may be a call for each lane. */
static void multiply_any(long n, long m, const v8 *a, const v8 *b, v8 *sum)
{
    for (long i = 0; i < n; i++)
        for (long k = 0; k < n; k++)
            for (long j = 0; j < m; j++)
                for (int w = 0; w < LK_WORLDS; w++)
                    sum[i * m + j][w] =
                        __builtin_fma(a[i * m + k][w], b[k * m + j][w], sum[i * m + j][w]);
}

LK_INLINE void multiply_rows(
    int height, long n, long m, const v8 *a, const v8 *b, v8 *sum)
{
    long blocks = (m + LK_COLUMNS - 1) / LK_COLUMNS, j = 0;
    for (; blocks > 0; blocks--) {
        const long width = (m - j + blocks - 1) / blocks;
        switch (width) {
        case 6: multiply_block(height, 6, n, m, a, b + j, sum + j); break;
        case 5: multiply_block(height, 5, n, m, a, b + j, sum + j); break;
        case 4: multiply_block(height, 4, n, m, a, b + j, sum + j); break;
        case 3: multiply_block(height, 3, n, m, a, b + j, sum + j); break;
        case 2: multiply_block(height, 2, n, m, a, b + j, sum + j); break;
        default: multiply_block(height, 1, n, m, a, b + j, sum + j); break;
        }
        j += width;
    }
}

/* sum += a b. */
LK_INLINE void multiply_add(
    int level, long n, long m, const lk_matrix *a, const lk_matrix *b, lk_matrix *sum)
{
    long i = 0;
    if (level == LK_LEVEL_ANY) {
        multiply_any(n, m, a->entry, b->entry, sum->entry);
    } else {
        if (level == LK_LEVEL_V4)
            for (; i + 2 <= n; i += 2)
                multiply_rows(2, n, m, a->entry + i * m, b->entry, sum->entry + i * m);
        for (; i < n; i++)
            multiply_rows(1, n, m, a->entry + i * m, b->entry, sum->entry + i * m);
    }
    if (m > n)
        for (i = 0; i < n; i++)
            sum->entry[i * m + n] =
                LK_FMA(a->entry[i * m + n], b->gone, sum->entry[i * m + n]);
    sum->gone = LK_FMA(a->gone, b->gone, sum->gone);
}

LK_INLINE void multiply(
    int level, long n, long m, const lk_matrix *a, const lk_matrix *b, lk_matrix *product)
{
    for (long k = 0; k < n * m; k++) product->entry[k] = 0;
    product->gone = 0;
    multiply_add(level, n, m, a, b, product);
}

/* The rates of leaving state i, for other states and for good. What the diagonal has more than the
   others by no more than rounding is no leaving for good. */
LK_INLINE void leave_state(
    long n, const double *generator, long i, v8 *leaving, v8 *gone)
{
    v8 sum = 0;
    for (long j = 0; j < n; j++)
        if (j != i) sum += *lk_row_of(generator, i * n + j);
    const v8 more = -*lk_row_of(generator, i * n + i) - sum;
    *leaving = sum;
    *gone = LK_PICK(more > sum * (n * 0x1p-52), more, (v8)0);
}

/* B / 2^s, and how often to square. */
LK_INLINE void uniformize(
    long n, long m, const double *generator, lk_matrix *b, v8 *halvings)
{
    v8 rate = 0, scale = 1;
    for (long i = 0; i < n; i++) {
        v8 leaving, gone;
        leave_state(n, generator, i, &leaving, &gone);
        for (long j = 0; j < n; j++) b->entry[i * m + j] = *lk_row_of(generator, i * n + j);
        if (m > n) b->entry[i * m + n] = gone;
        leaving += gone;
        b->entry[i * m + i] = leaving;
        rate = LK_MAX(leaving, rate);
    }
    /* The diagonal comes from the rates beside it, not from the rounded one of the generator. */
    for (long i = 0; i < n; i++) b->entry[i * m + i] = rate - b->entry[i * m + i];
    *halvings = 0;
    for (m8 large = rate > 1; LK_ANY(large); large = rate * scale > 1) {
        scale = LK_PICK(large, scale * 0.5, scale);
        *halvings += LK_PICK(large, (v8)1, (v8)0);
    }
    for (long k = 0; k < n * m; k++) b->entry[k] *= scale;
    b->gone = rate * scale;
}

/* 1 / k! */
static const double inverse_factorial[DEGREE + 1] = {
    1.0, 1.0, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320,
    1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0,
    1.0 / 87178291200.0, 1.0 / 1307674368000.0, 1.0 / 20922789888000.0, 1.0 / 355687428096000.0,
    1.0 / 6402373705728000.0, 1.0 / 121645100408832000.0, 1.0 / 2432902008176640000.0,
};

/* The terms of degree first to first + 4, divided by x^first. */
LK_INLINE void five_terms(
    long n, long m, const lk_matrix *powers, const double *factor, lk_matrix *sum)
{
    for (long k = 0; k < n * m; k++) {
        v8 value = powers[0].entry[k] * factor[1];
        LK_UNROLL for (int p = 2; p < POWERS; p++)
            value = LK_FMA(powers[p - 1].entry[k], (v8)factor[p], value);
        sum->entry[k] = value;
    }
    for (long i = 0; i < n; i++) sum->entry[i * m + i] += factor[0];
    v8 gone = factor[0];
    for (int p = 1; p < POWERS; p++) gone = LK_FMA(powers[p - 1].gone, (v8)factor[p], gone);
    sum->gone = gone;
}

/* The series out of powers x to x^5, of which x is given: seven products in all. The sum is left
   in `sum`; `other` is overwritten. */
LK_INLINE void series(
    int level, long n, long m, lk_matrix *powers, lk_matrix *sum, lk_matrix *other)
{
    multiply(level, n, m, &powers[0], &powers[0], &powers[1]);
    multiply(level, n, m, &powers[1], &powers[0], &powers[2]);
    multiply(level, n, m, &powers[1], &powers[1], &powers[3]);
    multiply(level, n, m, &powers[2], &powers[1], &powers[4]);
    const double *factor = inverse_factorial + DEGREE - POWERS;
    five_terms(n, m, powers, factor, other);
    for (long k = 0; k < n * m; k++)
        other->entry[k] = LK_FMA(powers[4].entry[k], (v8)factor[POWERS], other->entry[k]);
    other->gone = LK_FMA(powers[4].gone, (v8)factor[POWERS], other->gone);
    for (int step = 0; step < 3; step++) {
        lk_matrix *into = step == 1 ? other : sum, *from = step == 1 ? sum : other;
        factor -= POWERS;
        five_terms(n, m, powers, factor, into);
        multiply_add(level, n, m, &powers[4], from, into);
    }
}

LK_INLINE void divide_rows_by_sums(long n, long m, lk_matrix *a)
{
    for (long i = 0; i < n; i++) {
        v8 sum = 0, inverse = 1;
        for (long j = 0; j < m; j++) sum += a->entry[i * m + j];
        inverse /= sum;
        for (long j = 0; j < m; j++) a->entry[i * m + j] *= inverse;
    }
    a->gone = 1;
}

/* Lets rows sum to 1 both exactly and for a reader who adds doubles from left to right: half of
   what each sum misses goes to the row's largest entry, the one that it changes least. */
LK_INLINE void settle_rows(long n, long m, lk_matrix *a)
{
    for (long i = 0; i < n; i++) {
        v8 *row = a->entry + i * m;
        v8 sum = 0, lost = 0, largest = 0;
        for (long j = 0; j < m; j++) {
            const v8 next = sum + row[j], part = next - sum;
            lost += (sum - (next - part)) + (row[j] - part);
            sum = next;
            largest = LK_MAX(row[j], largest);
        }
        v8 miss = (1 - sum) - lost * 0.5;
        for (long j = 0; j < m; j++) {
            const m8 here = row[j] == largest;
            row[j] += LK_PICK(here, miss, (v8)0);
            miss = LK_PICK(here, (v8)0, miss);
        }
    }
}

LK_INLINE void exponential_body(
    int level, int32_t states, const double *generator, double *result)
{
    const long n = states;
    m8 leaves = 0;
    for (long i = 0; i < n; i++) {
        v8 leaving, gone;
        leave_state(n, generator, i, &leaving, &gone);
        leaves |= gone > 0;
    }
    const long m = LK_ANY(leaves) ? n + 1 : n;
    v8 *room = aligned_alloc(sizeof(v8), sizeof(v8) * MATRICES * (size_t)(n * m));
    if (!room) abort();
    lk_matrix matrix[MATRICES];
    for (long k = 0; k < MATRICES; k++) matrix[k].entry = room + k * n * m;
    lk_matrix *sum = &matrix[POWERS], *other = &matrix[POWERS + 1];

    v8 halvings;
    uniformize(n, m, generator, &matrix[0], &halvings);
    series(level, n, m, matrix, sum, other);
    divide_rows_by_sums(n, m, sum);
    for (m8 more = halvings > 0; LK_ANY(more); more = halvings > 0) {
        multiply(level, n, m, sum, sum, other);
        divide_rows_by_sums(n, m, other);
        for (long k = 0; k < n * m; k++)
            sum->entry[k] = LK_PICK(more, other->entry[k], sum->entry[k]);
        halvings -= 1;
    }
    settle_rows(n, m, sum);
    for (long i = 0; i < n; i++)
        for (long j = 0; j < n; j++) *lk_row(result, i * n + j) = sum->entry[i * m + j];
    free(room);
}

LK_VARIANTS(
    exponential, (int32_t states, const double *generator, double *result), states, generator,
    result)

void lk_generator_exponential_at(
    int32_t level, int32_t states, const double *generator, double *result)
{
    LK_RUN(exponential, lk_level_within(level), states, generator, result);
}

void lk_generator_exponential(int32_t states, const double *generator, double *result)
{
    LK_RUN(exponential, lk_processor_level(), states, generator, result);
}
