#ifndef CTABLES_ENTITIES_H
#define CTABLES_ENTITIES_H

/// What dates, times, amounts and quantities are made of: a word in lower case, tab, classes.
ctables_file ctables_measure_words(void);

/// Top-level domains that end a web address written without scheme.
ctables_file ctables_domain_endings(void);

/// Names of one country or body: a name in lower case without full stops, tab, its group.
ctables_file ctables_name_aliases(void);

/// The model that finds names: see `NameModel`.
ctables_file ctables_name_model(void);

#endif
