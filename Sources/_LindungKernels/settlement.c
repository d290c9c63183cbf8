#include <string.h>

#include "worlds.h"

enum { F1 = LK_EXPOSED + 1, F2 = LK_EXPOSED + 2, F = LK_EXPOSED + 3 };

/* One line of one month. */
typedef struct {
    long month, line, cell; /* cell: month and line together */
    v8 due;
} lk_item;

/* At most the agreed multiple of what the partner has paid of the same line. */
LK_INLINE void keep_match(
    const lk_bill *bill, const lk_item *item, long purse, const v8 *price, v8 *paid)
{
    if (bill->partner[purse] < 0) return;
    const v8 match = *lk_row_of(bill->match, item->month * bill->purses + purse);
    const v8 most = match * *lk_row_of(bill->paid, bill->partner[purse]);
    const m8 above = (match > 0) & (*paid * *price > most);
    if (LK_ANY(above)) *paid = LK_PICK(above, most / *price, *paid);
}

/* Asks one purse. A bill that it can pay is paid as it stands, and no price divides it: that saves
   a division as long as no purse runs dry. */
LK_INLINE void ask(
    const lk_bill *bill, const lk_item *item, int32_t step, v8 *unpaid, double *available,
    double *payment)
{
    const long purse = bill->step_purse[step];
    if (!bill->may_pay[item->line * bill->purses + purse]) return;
    const v8 price = *lk_row_of(bill->price, item->cell * bill->payers + bill->payer_of[purse]);
    const v8 part = *lk_row_of(bill->share, item->month * bill->purses + purse) * item->due;
    v8_memory *left = lk_row(available, purse);
    v8 paid = LK_MIN(*unpaid, part) * *lk_row_of(bill->step_mask, step);
    if (bill->paid) keep_match(bill, item, purse, &price, &paid);
    const m8 short_of = paid * price > *left;
    if (LK_ANY(short_of)) paid = LK_PICK(short_of, *left / price, paid);
    const v8 cost = paid * price;
    *unpaid -= paid;
    *left = LK_MAX(*left - cost, (v8)0);
    if (bill->paid) *lk_row(bill->paid, purse) += cost;
    if (payment) {
        *lk_row(payment, purse * 2) += paid;
        *lk_row(payment, purse * 2 + 1) += cost;
    }
}

/* Pays one line out of the purses of a plan; what is left is the gap. */
LK_INLINE void pay(
    const lk_bill *bill, const lk_item *item, double *available, double tolerance,
    double *payment, v8 *gap)
{
    const int32_t plan = bill->plan_of[item->month], end = bill->plan_start[plan + 1];
    v8 unpaid = item->due;
    if (bill->paid)
        memset(bill->paid, 0, sizeof(double) * (size_t)(bill->purses * (long)LK_WORLDS));
    for (int32_t step = bill->plan_start[plan]; step < end; step++) {
        /* Where nothing is unpaid a step changes nothing. */
        if (!LK_ANY(unpaid > 0)) return;
        ask(bill, item, step, &unpaid, available, payment);
    }
    const v8 open = unpaid * *lk_row_of(bill->gap_price, item->cell);
    const m8 counted = open > tolerance;
    *gap += LK_PICK(counted, open, (v8)0);
    if (payment) {
        *lk_row(payment, bill->purses * 2l) = LK_PICK(counted, unpaid, (v8)0);
        *lk_row(payment, bill->purses * 2l + 1) = LK_PICK(counted, open, (v8)0);
    }
}

LK_INLINE void settle_body(
    int level, const lk_bill *bill, int32_t first, int32_t count, const double *record,
    double *available, double tolerance, double *payments, double *gap)
{
    (void)level;
    const long cells = (bill->purses + 1) * 2l * LK_WORLDS;
    v8 open = 0;
    if (payments) memset(payments, 0, sizeof(double) * (size_t)(count * bill->lines * cells));
    for (long t = 0; t < count; t++, record += LK_RECORD_ROWS * LK_WORLDS) {
        const v8 funded = *lk_row_of(record, F1) + *lk_row_of(record, F2) + *lk_row_of(record, F);
        for (long line = 0; line < bill->lines; line++) {
            lk_item item = { .month = first + t, .line = line };
            item.cell = item.month * bill->lines + line;
            item.due = funded * *lk_row_of(bill->active, item.cell);
            double *payment = payments ? payments + (t * bill->lines + line) * cells : 0;
            pay(bill, &item, available, tolerance, payment, &open);
        }
    }
    *lk_row(gap, 0) = open;
}

LK_VARIANTS(
    settle,
    (const lk_bill *bill, int32_t first, int32_t count, const double *record, double *available,
     double tolerance, double *payments, double *gap),
    bill, first, count, record, available, tolerance, payments, gap)

void lk_settle_at(
    int32_t level, const lk_bill *bill, int32_t first, int32_t count, const double *record,
    double *available, double tolerance, double *payments, double *gap)
{
    LK_RUN(
        settle, lk_level_within(level), bill, first, count, record, available, tolerance, payments,
        gap);
}

void lk_settle(
    const lk_bill *bill, int32_t first, int32_t count, const double *record, double *available,
    double tolerance, double *payments, double *gap)
{
    LK_RUN(
        settle, lk_processor_level(), bill, first, count, record, available, tolerance, payments,
        gap);
}
