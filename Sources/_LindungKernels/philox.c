#include "philox.h"

#include <string.h>

#pragma clang fp contract(off)

#if defined(__x86_64__) && defined(__linux__)
#define LK_CLONES \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define LK_CLONES
#endif

enum { LANES = 16, ROUNDS = 10 };

/* Sixteen blocks side by side. Words lie in 64-bit lanes, upper halves zero, because the
   product of two 32-bit words is what a vector unit multiplies there in one step. */
typedef struct {
    uint64_t word[4][LANES];
} blocks;

static inline __attribute__((always_inline)) void begin(
    blocks *b, uint64_t item, uint64_t first)
{
    for (int i = 0; i < LANES; i++) {
        uint64_t draw = first + (uint64_t)i;
        b->word[0][i] = draw & 0xFFFFFFFFu;
        b->word[1][i] = draw >> 32;
        b->word[2][i] = item & 0xFFFFFFFFu;
        b->word[3][i] = item >> 32;
    }
}

static inline __attribute__((always_inline)) void mix(blocks *b, uint64_t key)
{
    uint32_t low = (uint32_t)key, high = (uint32_t)(key >> 32);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < LANES; i++) {
            uint64_t p = (b->word[0][i] & 0xFFFFFFFFu) * 0xD2511F53u;
            uint64_t q = (b->word[2][i] & 0xFFFFFFFFu) * 0xCD9E8D57u;
            b->word[0][i] = (q >> 32) ^ b->word[1][i] ^ low;
            b->word[1][i] = q & 0xFFFFFFFFu;
            b->word[2][i] = (p >> 32) ^ b->word[3][i] ^ high;
            b->word[3][i] = p & 0xFFFFFFFFu;
        }
        low += 0x9E3779B9u;
        high += 0xBB67AE85u;
    }
}

LK_CLONES void lk_philox(
    uint64_t key, uint64_t item, uint64_t first, int64_t count, uint32_t *words)
{
    for (int64_t done = 0; done < count; done += LANES) {
        blocks b;
        begin(&b, item, first + (uint64_t)done);
        mix(&b, key);
        int64_t left = count - done < LANES ? count - done : LANES;
        for (int64_t i = 0; i < left; i++)
            for (int k = 0; k < 4; k++) words[4 * (done + i) + k] = (uint32_t)b.word[k][i];
    }
}

/* 52 random bits after the point of a number of [1, 2), less 1 - 2^-53: exact. */
static inline __attribute__((always_inline)) void open_unit(const blocks *b, double *out)
{
    for (int i = 0; i < LANES; i++) {
        uint64_t bits = b->word[1][i] << 32 | b->word[0][i];
        uint64_t pattern = 0x3FF0000000000000u | bits >> 12;
        double number;
        memcpy(&number, &pattern, sizeof number);
        out[i] = number - 0x1.fffffffffffffp-1;
    }
}

LK_CLONES void lk_uniforms(
    uint64_t key, uint64_t item, uint64_t first, int64_t count, double *uniforms)
{
    for (int64_t done = 0; done < count; done += LANES) {
        blocks b;
        double block[LANES];
        begin(&b, item, first + (uint64_t)done);
        mix(&b, key);
        open_unit(&b, block);
        int64_t left = count - done < LANES ? count - done : LANES;
        memcpy(uniforms + done, block, (size_t)left * sizeof(double));
    }
}
