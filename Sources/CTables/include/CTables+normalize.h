#ifndef CTABLES_NORMALIZE_H
#define CTABLES_NORMALIZE_H

/// The character sets that UTF-8 is misread as: rank and name, tab, the code points of bytes 80 to FF, `-` where undefined.
ctables_file ctables_codepages(void);

/// HTML's named character references: the name without & and ;, tab, the code points in hexadecimal.
ctables_file ctables_html_entities(void);

#endif
