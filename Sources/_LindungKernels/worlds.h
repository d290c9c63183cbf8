#ifndef LINDUNG_WORLDS_H
#define LINDUNG_WORLDS_H

#include <stdint.h>

#include "variants.h"

/* Every operation on worlds is lane by lane and correctly rounded; multiply and add are fused only
   where written so. That makes the bits the same on all kinds of processors. */
#pragma clang fp contract(off)

/* Eight worlds as one vector, and half of them. */
typedef double v8 __attribute__((ext_vector_type(8)));
typedef int64_t m8 __attribute__((ext_vector_type(8)));
typedef double v4 __attribute__((ext_vector_type(4)));
/* The same in memory of the caller, who promises no alignment; on 64 bytes it is fastest. */
typedef double v8_memory __attribute__((ext_vector_type(8), aligned(8)));
typedef double v4_memory __attribute__((ext_vector_type(4), aligned(8)));

/* Bodies must be inlined to be compiled for the kind of processor of their caller. Vectors travel
   by pointer, since kinds of processors pass them in different ways. */
#define LK_INLINE static inline __attribute__((always_inline))
#define LK_UNROLL _Pragma("clang loop unroll(full)")

LK_INLINE v8_memory *lk_row(double *values, long row)
{
    return (v8_memory *)(values + row * LK_WORLDS);
}

LK_INLINE const v8_memory *lk_row_of(const double *values, long row)
{
    return (const v8_memory *)(values + row * LK_WORLDS);
}

#define LK_FMA(a, b, c) __builtin_elementwise_fma((v8)(a), (v8)(b), (v8)(c))
/* The first where the mask (a comparison) holds, else the second. */
#define LK_PICK(mask, a, b) ((mask) ? (v8)(a) : (v8)(b))
#define LK_MIN(a, b) LK_PICK((a) < (b), (a), (b))
#define LK_MAX(a, b) LK_PICK((a) > (b), (a), (b))
#define LK_ANY(mask) (__builtin_reduce_or((m8)(mask)) != 0)

/* Kinds of processors: see lk_processor_level. */
enum { LK_LEVEL_ANY, LK_LEVEL_V3, LK_LEVEL_V4 };

LK_INLINE int32_t lk_level_within(int32_t level)
{
    int32_t highest = lk_processor_level();
    return level < highest ? level : highest;
}

/* Compiles name_body(level, ...) once for each kind of processor, and makes name, which runs the
   one for this processor, and name_at, which runs the one asked for. */
#if defined(__x86_64__) && defined(__linux__)
#define LK_V3 __attribute__((target("arch=x86-64-v3")))
/* The width must be said: compilers prefer half of it at this level. */
#define LK_V4 __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define LK_VARIANTS(name, parameters, ...)                                                       \
    LK_V4 static void name##_v4 parameters { name##_body(LK_LEVEL_V4, __VA_ARGS__); }            \
    LK_V3 static void name##_v3 parameters { name##_body(LK_LEVEL_V3, __VA_ARGS__); }            \
    static void name##_any parameters { name##_body(LK_LEVEL_ANY, __VA_ARGS__); }
#define LK_RUN(name, level, ...)                                                                 \
    ((level) >= LK_LEVEL_V4 ? name##_v4 : (level) == LK_LEVEL_V3 ? name##_v3 : name##_any)(      \
        __VA_ARGS__)
#else
/* One body, written as for v3 where the processor fuses multiply and add by itself (arm64). */
#if defined(__FP_FAST_FMA) || defined(__aarch64__)
#define LK_PLAIN LK_LEVEL_V3
#else
#define LK_PLAIN LK_LEVEL_ANY
#endif
#define LK_VARIANTS(name, parameters, ...)                                                       \
    static void name##_any parameters { name##_body(LK_PLAIN, __VA_ARGS__); }
#define LK_RUN(name, level, ...) ((void)(level), name##_any(__VA_ARGS__))
#endif

#endif
