#ifndef LINDUNG_PROJECTION_H
#define LINDUNG_PROJECTION_H

#include <stdint.h>

/* Worlds side by side. A world is one region under one draw; eight of them fill a vector.
   Arrays whose last extent is LK_WORLDS hold one value for each world. */
enum { LK_WORLDS = 8, LK_STATUSES = 10, LK_CAUSES = 4 };

/* The rows of one month's record; each row has LK_WORLDS values, in persons. */
enum {
    LK_EXPOSED = 0,   /* 10 rows by status: after decisions, over all cohorts */
    LK_CLOSING = 10,  /* 10 rows by status: at the start of the next month */
    LK_EXITS = 20,    /* 4 rows by cause */
    LK_ENROLLED = 24,
    LK_RELEASED = 25,
    LK_QUOTA = 26,    /* the quota in force, cut included */
    LK_UNFILLED = 27, /* wanted, but no eligible worker was left */
    LK_DEATHS = 28,   /* 4 rows: of F1 and F2; of S1 and S2; of F; of S and E */
    LK_RECORD_ROWS = 32
};

/* Which entries of moves may be other than 0 in any operator and world of a segment; the others are
   not read. See lk_reach. */
enum {
    LK_REACH_ALL,     /* all: a table of probabilities, or worlds of both routes */
    LK_REACH_WAITING, /* what rates make of them where newcomers wait: 53 of 100 */
    LK_REACH_VESTED,  /* the same where they do not: 50 of 100 */
    LK_REACHES
};

/* What moves one segment of eight worlds. Months are months of the horizon. */
typedef struct {
    int32_t cohorts;
    /* Ageing in the order to be done (oldest first): age_share of a cohort moves to age_to,
       or leaves (age limit) where that is -1. */
    int32_t age_steps;
    const int32_t *age_from;
    const int32_t *age_to;
    const double *age_share;
    const double *entrant_share;   /* [cohorts][8] */
    const uint8_t *ages;           /* [months] 1 where ageing comes first */
    const int32_t *operator_of;    /* [months] */
    /* [months][8] */
    const double *entrants;        /* persons of the month */
    const double *heads;           /* quota in persons, 0 in an unfunded month or where a share */
    const double *share;           /* quota as a share of the eligible, else 0 */
    const double *eligible;        /* eligible share */
    const double *retention;
    const double *refill;          /* 1 or 0 */
    const double *waits;           /* 1 where newcomers wait (F1), 0 where they are vested (F) */
    const double *restarts;        /* 1 where those from LV wait again; 0 where they do not, or
                                      nobody waits */
    /* Operators: x' = survival (x moves). */
    int32_t reach;                 /* LK_REACH_...; the bits do not depend on it */
    int32_t own;                   /* 0: moves is [operators][10][10]; 1: [operators][10][10][8] */
    const double *moves;
    const double *survival;        /* [operators][cohorts][8] */
    const double *leaving;         /* [operators][cohorts][4][8]: share that leaves by cause,
                                      whatever the status */
    const double *exits;           /* null, or [operators][10][4][8]: by status, besides leaving */
} lk_segment;

/* Lets months first ..< first + count happen.
     population      [cohorts][10][8], in and out
     previous_quota  [8], in and out
     cut             [count][8], factors on the quota
     record          [count][LK_RECORD_ROWS][8], out
   One month, in this order (model: ageing, entrants, decisions, exposure, transition):
     ageing      where ages[month]
     entrants    x[c][U] += entrants entrant_share[c]
     target    = (heads + share (eligible (pool + funded))) cut
                 funded = F1 + F2 + F, pool = U + L + LV, over cohorts
     target > funded: wanted = refill ? target - funded
                               : min(target - funded, max(0, target - previous_quota))
                 enrolled = min(wanted, eligible pool), unfilled = wanted - enrolled; the share
                 enrolled / pool of U, L, LV of each cohort moves: U, L to F1 where waits else F;
                 LV to F1 where restarts else F
     target < funded: released = funded - target; the share released / funded of F1, F2, F moves:
                 retention of it to S1, S2, S, the rest to L, L, LV
     previous_quota = target
     exposed     totals by status now
     exits       sum over cohorts of (sum over statuses of x) leaving[c][cause]
                 + sum over statuses of total exits[status][cause]; ageing's leavers count as
                 age limit (cause 1)
     deaths      those among exits that leave for cause 0 from each of the four groups
     x[c]      = survival[c] (x[c] moves)
     closing     totals by status
   Each world's numbers depend on that world alone, and are the same bits whether moves are
   shared or its own, and on every kind of processor. */
void lk_project(
    const lk_segment *segment, double *population, double *previous_quota, int32_t first,
    int32_t count, const double *cut, double *record);

#endif
