#ifndef LINDUNG_TRANSITION_H
#define LINDUNG_TRANSITION_H

#include <stdint.h>

/* exp of eight generators side by side.
     states      n
     generator   [n][n][8], times included: entries off the diagonal are not negative, rows sum
                 to 0 or less
     result      [n][n][8], out
   Each of the eight depends on itself alone: batched equals one by one, bit for bit. Entries are
   sums of terms that are not negative, so that no digits cancel. */
void lk_generator_exponential(int32_t states, const double *generator, double *result);

#endif
