#ifndef CTABLES_H
#define CTABLES_H
#include <stddef.h>
#include <stdint.h>

#endif
