#ifndef LINDUNG_VARIANTS_H
#define LINDUNG_VARIANTS_H

#include "projection.h"
#include "settlement.h"
#include "transition.h"

/* The kernels as a kind of processor runs them, so that tests can compare their bits. The plain
   functions run the highest level that the processor has. */

/* 0 any processor, 1 x86-64-v3 (AVX2 and FMA), 2 x86-64-v4 (AVX-512): the highest here. */
int32_t lk_processor_level(void);

/* Where people of a status may be a month later, as bits: 1 << destination. */
int32_t lk_reach(int32_t reach, int32_t status);

/* As lk_project, lk_settle, lk_generator_exponential. A level above
   lk_processor_level() is taken to be that one. */
void lk_project_at(
    int32_t level, const lk_segment *segment, double *population, double *previous_quota,
    int32_t first, int32_t count, const double *cut, double *record);
void lk_settle_at(
    int32_t level, const lk_bill *bill, int32_t first, int32_t count, const double *record,
    double *available, double tolerance, double *payments, double *gap);
void lk_generator_exponential_at(
    int32_t level, int32_t states, const double *generator, double *result);

#endif
