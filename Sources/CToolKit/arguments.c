#include "CToolKit.h"

// Swift's CommandLine reads /proc/self/cmdline, and finds no words at all where /proc is not mounted (a bare chroot): the
// tool would then run as if it had been given no options.  glibc hands the words to every constructor.
static char *const nothing[] = {0};
static char *const *arguments = nothing;

__attribute__((constructor)) static void remember(int count, char **words) {
  if (count > 0) arguments = words;
}

char *const *ctoolkit_arguments(void) { return arguments; }
