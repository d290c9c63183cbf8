#ifndef LINDUNG_SUMS_H
#define LINDUNG_SUMS_H

#include <stddef.h>
#include <stdint.h>

/* Yearly sums of eight worlds (projection.h). Each adds first to last; the order is part of the
   result. */

/* sums[i] = source[i] + source[width + i] + ... over blocks; width is a multiple of eight. */
void lk_sum_blocks(int32_t blocks, int32_t width, const double *source, double *sums);

/* Person-months, over months: some rows of a record.
     record  [months][32][8] of lk_project
     sums    [rows][8], added to */
void lk_sum_months(
    int32_t months, const double *record, int32_t first_row, int32_t rows, double *sums);

/* What bearers pay, over lines.
     paid    [lines][bearers][2][8]: person-months and rupiah
     sums    [bearers][8], rupiah, added to */
void lk_sum_lines(int32_t lines, int32_t bearers, const double *paid, double *sums);

/* What a payer is charged for a line: prices times exposed persons, over months.
     price   the first month's [8]; the next month's lies price_stride numbers on
     record  [months][32][8] of lk_project; rows first_row ..< first_row + rows are the persons
     sums    [8], rupiah, added to */
void lk_sum_prices(
    int32_t months, const double *price, int32_t price_stride, const double *record,
    int32_t first_row, int32_t rows, double *sums);

/* The most groups and terms that lk_sum_terms takes. */
#define LK_MOST_GROUPS 4
#define LK_MOST_TERMS 24

/* Coefficients times exposed persons, over months, for several terms at once: what lk_sum_prices of
   each term in turn comes to, bit by bit, with the persons of a group added up once.
     groups        rows first_row[g] ..< first_row[g] + rows[g] of a record are its persons
     terms         term t has the persons of group_of[t] and is added to sums[sum_of[t]]
     coefficients  the first month's [8] of the first term; the next month's lies eight numbers on,
                   the next term's stride numbers
     record        [months][32][8] of lk_project
     sums          [...][8], added to */
typedef struct {
    int32_t groups, terms;
    const int32_t *first_row, *rows, *group_of, *sum_of;
} lk_terms;

void lk_sum_terms(
    int32_t months, const lk_terms *terms, const double *coefficients, ptrdiff_t stride,
    const double *record, double *sums);

/* What of a record purses pay for: the rows of the funded (exposed, closing, deaths) times the share
   of the month's funded person-months of which no line is unpaid; all else as it is.
     record    [months][32][8] of lk_project
     payments  [months][lines][bearers][2][8], the gap is the last bearer
     paid      [months][32][8], out; not written where nothing is unpaid
   Returns 1 where anything is unpaid. */
int32_t lk_keep_paid(
    int32_t months, int32_t lines, int32_t bearers, const double *payments,
    const double *record, double *paid);

/* Person-months of which some line is unpaid: the largest gap of any line, over months.
     payments  [months][lines][bearers][2][8], the gap is the last bearer
     sums      [8], out */
void lk_sum_gaps(
    int32_t months, int32_t lines, int32_t bearers, const double *payments, double *sums);

#endif
