#ifndef CTOOLKIT_H
#define CTOOLKIT_H

/// The words of the command line as the system handed them over, the program's name first; ended by a null pointer.
char *const *ctoolkit_arguments(void);

#endif
