#ifndef CJSONLINES_H
#define CJSONLINES_H
#endif
