#include "variants.h"

int32_t lk_processor_level(void)
{
#if defined(__x86_64__) && defined(__linux__)
    return __builtin_cpu_supports("x86-64-v4") ? 2 : __builtin_cpu_supports("x86-64-v3") ? 1 : 0;
#else
    return 0;
#endif
}
