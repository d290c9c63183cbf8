#ifndef LINDUNG_STATUSES_H
#define LINDUNG_STATUSES_H

#include <stdint.h>

#include "projection.h"

enum { U, F1, F2, F, S1, S2, S, E, L, LV };

/* Where people of a status may be a month later when yearly rates move them. Within the month
   anybody may come, by way of E and U, to where newcomers enter, S0 where they wait and else S, and
   from there to L or LV. Nobody comes to F1, F2 and F, and to S1 and S2 only from F1, F2 and S0.
   From LV people may enter at S also where others wait. At the end consecutive months advance: F1
   to F2, F2 to F, S1 to S2, S2 to S, S0 to S1. */
#define TO(status) (1 << (status))
#define FROM_ANYWHERE (TO(U) | TO(E) | TO(S1) | TO(L))
#define FROM_ANYWHERE_VESTED (TO(U) | TO(E) | TO(S) | TO(LV))
static const int32_t reaches[LK_REACHES][LK_STATUSES] = {
    [LK_REACH_ALL] = { 1023, 1023, 1023, 1023, 1023, 1023, 1023, 1023, 1023, 1023 },
    [LK_REACH_WAITING] = {
        [U] = FROM_ANYWHERE,
        [F1] = FROM_ANYWHERE | TO(F2) | TO(S2),
        [F2] = FROM_ANYWHERE | TO(F) | TO(S),
        [F] = FROM_ANYWHERE | TO(F) | TO(S) | TO(LV),
        [S1] = FROM_ANYWHERE | TO(S2),
        [S2] = FROM_ANYWHERE | TO(S),
        [S] = FROM_ANYWHERE | TO(S) | TO(LV),
        [E] = FROM_ANYWHERE,
        [L] = FROM_ANYWHERE,
        [LV] = FROM_ANYWHERE | TO(S) | TO(LV),
    },
    [LK_REACH_VESTED] = {
        [U] = FROM_ANYWHERE_VESTED,
        [F1] = FROM_ANYWHERE_VESTED | TO(F2) | TO(S2) | TO(L),
        [F2] = FROM_ANYWHERE_VESTED | TO(F) | TO(L),
        [F] = FROM_ANYWHERE_VESTED | TO(F),
        [S1] = FROM_ANYWHERE_VESTED | TO(S2) | TO(L),
        [S2] = FROM_ANYWHERE_VESTED | TO(L),
        [S] = FROM_ANYWHERE_VESTED,
        [E] = FROM_ANYWHERE_VESTED,
        [L] = FROM_ANYWHERE_VESTED | TO(L),
        [LV] = FROM_ANYWHERE_VESTED,
    },
};

#endif
