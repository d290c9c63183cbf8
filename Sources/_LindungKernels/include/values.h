#ifndef LINDUNG_VALUES_H
#define LINDUNG_VALUES_H

#include <stdint.h>

#include "projection.h"

/* What a person of each status and cohort will cost until the end, run backwards: eight cost
   vectors of one world side by side, or one of eight worlds. No quota binds what it is about.
     segment    of lk_project; heads to restarts, entrants, leaving and exits are not read, but
                retention where releases
     releases   1: a quota of nobody, so that all funded are released every month; 0: no decisions
     cost       [..][10][8]: of a person-month by status, after decisions
     cost_of    [count]: which of them a month has
     values     [cohorts][10][8], in: after the last month; out: at the start of month first
     entrants   [count][8], out: of one who joins in the month, over cohorts
   With v the values at the start of the next month, those of this month are
     w[c]       = cost + survival[c] (moves v[c])
     w[c][F1]   = retention w[c][S1] + (1 - retention) w[c][L] where releases; F2, F likewise
     entrants   = sum over cohorts of entrant_share[c] w[c][U]
     v[from]    = (1 - age_share) w[from] + age_share w[to] where ages, the last step first; w[to]
                  is 0 at the age limit
   Each of the eight depends on itself alone, with the same bits on every kind of processor. */
void lk_values(
    const lk_segment *segment, int32_t releases, int32_t first, int32_t count, const double *cost,
    const int32_t *cost_of, double *values, double *entrants);

#endif
