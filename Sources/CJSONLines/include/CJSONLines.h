#ifndef CJSONLINES_H
#define CJSONLINES_H
// The byte loops of the JSON room, inlined into Swift: strings, numbers, white space, escapes, UTF-8, newlines.
// No function reads outside [0, n) of what it is given, and none allocates.
#include "CJSONLines+bytes.h"
#include "CJSONLines+codec.h"
#include "CJSONLines+skip.h"
#endif
