// Sixty-four bytes at a time, and a bit for each.  The compiler makes of it what the machine has.
#ifndef CBYTESCAN_BLOCKS_H
#define CBYTESCAN_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

#define ALWAYS static inline __attribute__((always_inline))

ALWAYS uint64_t mask_of(bits64 bits) {
  uint64_t mask;
  __builtin_memcpy(&mask, &bits, 8);
  return mask;
}

// Bytes from `first` to `first + count - 1`.
#define MASK_OF_RANGE(block, first, count) mask_of(__builtin_convertvector((block) - (uint8_t)(first) < (bytes64)(count), bits64))

// Reads the next 64 bytes; where fewer than that are left, zeros stand behind them.
ALWAYS void read_block(bytes64 *block, const uint8_t *bytes, size_t left) {
  *block = 0;
  if (left >= 64) __builtin_memcpy(block, bytes, 64);
  else __builtin_memcpy(block, bytes, left);
}

// Makes a function of `name_body`, once for every machine and once for those of the last ten years, which do it in half the steps.
#if defined(__x86_64__)
#define WIDEST(result, name, parameters, arguments)                                                               \
  __attribute__((target("avx2,bmi,bmi2"))) static result name##_wide parameters { return name##_body arguments; } \
  result name parameters {                                                                                        \
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? name##_wide arguments               \
                                                                            : name##_body arguments;              \
  }
#else
#define WIDEST(result, name, parameters, arguments) \
  result name parameters { return name##_body arguments; }
#endif

#endif
