#ifndef LINDUNG_PHILOX_H
#define LINDUNG_PHILOX_H

#include <stdint.h>

/* Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and Shaw, Parallel random
   numbers: as easy as 1, 2, 3, SC 2011, doi:10.1145/2063384.2063405).
   A block is a function of its counter (draw, item) and its key alone: the counter's words are
   draw's low and high half, then item's; the key's words are key's low and high half. */

/* The four words of `count` blocks, from counter (first, item) on; a draw past the largest
   number begins again at 0.
     words       [count][4], out */
void lk_philox(
    uint64_t key, uint64_t item, uint64_t first, int64_t count, uint32_t *words);

/* One number of the open interval (0, 1) from each block: an odd multiple of 2^-53, made of the
   upper 52 bits of words 1 (high) and 0 (low). The same bits on every kind of processor.
     uniforms    [count], out */
void lk_uniforms(
    uint64_t key, uint64_t item, uint64_t first, int64_t count, double *uniforms);

#endif
