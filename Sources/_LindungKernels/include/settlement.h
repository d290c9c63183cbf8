#ifndef LINDUNG_SETTLEMENT_H
#define LINDUNG_SETTLEMENT_H

#include <stdint.h>

/* Who pays the bills of one segment of eight worlds. Months are months of the horizon. */
typedef struct {
    int32_t lines;               /* programmes of the segment, over all eight worlds */
    int32_t payers;
    int32_t purses;
    const double *active;        /* [months][lines][8]: 1 where members have the programme */
    const double *price;         /* [months][lines][payers][8]: rupiah per person-month */
    const double *gap_price;     /* [months][lines][8] */
    const double *share;         /* [months][purses][8]: largest part of a bill */
    const double *match;         /* [months][purses][8]: rupiah per rupiah of the partner; 0 none */
    const int32_t *partner;      /* [purses]: whom a purse matches, or -1 */
    double *paid;                /* [purses][8], room for a line's rupiah; null: none matches */
    const int32_t *payer_of;     /* [purses]: a position among payers */
    const uint8_t *may_pay;      /* [lines][purses] */
    /* A plan is a list of steps, done one after another: purse step_purse[i] pays for the worlds
       whose step_mask is 1. */
    const int32_t *plan_of;      /* [months] */
    const int32_t *plan_start;   /* [plans + 1], into the steps */
    const int32_t *step_purse;   /* [steps] */
    const double *step_mask;     /* [steps][8] */
} lk_bill;

/* Pays months first ..< first + count out of what purses have left.
     record      [count][LK_RECORD_ROWS][8] of lk_project; the bill is F1 + F2 + F exposed
     available   [purses][8], in and out, rupiah
     payments    null, or [count][lines][purses + 1][2][8], out: person-months and rupiah by
                 bearer, the last being the gap
     gap         [8], out: unfunded rupiah of the window
   For each month, line and step, with bill = exposed funded persons times active:
     allowed = min(unpaid, share bill)
     allowed = min(allowed, match paid(partner) / price) where match > 0, paid(partner) being what
               the partner has paid of the same line in rupiah
     paid    = allowed where allowed price <= available, else available / price
     unpaid -= paid;  available = max(0, available - paid price)
   What is left is the gap at gap_price; a gap of tolerance rupiah or less is rounding and is
   neither counted nor listed. */
void lk_settle(
    const lk_bill *bill, int32_t first, int32_t count, const double *record, double *available,
    double tolerance, double *payments, double *gap);

#endif
