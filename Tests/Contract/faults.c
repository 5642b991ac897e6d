// A preloaded library that makes system calls fail on purpose.  The environment says which and how:
//   FAULT_CALL   read, write, open, mkstemp, fsync, close, rename, link, fstat, pipe (a list with commas)
//   FAULT_AT     the how manieth of these calls fails, from 1; 0 for none
//   FAULT_ERRNO  the error number
//   FAULT_STICKY set: all later ones fail too, as on a full disk
//   FAULT_SIZE   read and write move at most so many bytes a call
//   FAULT_EINTR  set: every second read, write and fsync is interrupted before it begins
//   FAULT_MARK   a file that is made when a fault is served
// Writes to standard error never fail: what is said there is part of what is tested.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls, interruptions;

static int setting(const char *name, int missing) {
  const char *text = getenv(name);
  return text ? atoi(text) : missing;
}

static int is_chosen(const char *call) {
  const char *list = getenv("FAULT_CALL");
  size_t length = strlen(call);
  while (list && *list) {
    const char *end = strchrnul(list, ',');
    if ((size_t)(end - list) == length && memcmp(list, call, length) == 0) return 1;
    list = *end ? end + 1 : end;
  }
  return 0;
}

// Whether this call is to fail; errno is set then.
static int fails(const char *call) {
  if (!is_chosen(call)) return 0;
  int number = atomic_fetch_add(&calls, 1) + 1, at = setting("FAULT_AT", 0);
  if (at == 0 || number < at || (number > at && !getenv("FAULT_STICKY"))) return 0;
  const char *mark = getenv("FAULT_MARK");
  if (mark) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
  errno = setting("FAULT_ERRNO", EIO);
  return 1;
}

static int is_interrupted(void) {
  if (!getenv("FAULT_EINTR") || atomic_fetch_add(&interruptions, 1) % 2) return 0;
  errno = EINTR;
  return 1;
}

static size_t portion(size_t count) {
  size_t most = (size_t)setting("FAULT_SIZE", 0);
  return most > 0 && count > most ? most : count;
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  if (is_interrupted() || fails("read")) return -1;
  return syscall(SYS_read, descriptor, bytes, portion(count));
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor == 2) return syscall(SYS_write, descriptor, bytes, count);
  if (is_interrupted() || fails("write")) return -1;
  return syscall(SYS_write, descriptor, bytes, portion(count));
}

// Several pieces in one call count as one write.
ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
  size_t most = (size_t)setting("FAULT_SIZE", 0);
  if (is_interrupted() || fails("write")) return -1;
  while (most > 0 && count > 1 && pieces->iov_len == 0) pieces++, count--;
  if (most == 0 || count == 0) return syscall(SYS_writev, descriptor, pieces, count);
  return syscall(SYS_write, descriptor, pieces->iov_base, portion(pieces->iov_len));
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
  va_end(rest);
  if (fails("open")) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
  va_end(rest);
  return open(path, flags, mode);
}

int fsync(int descriptor) {
  if (is_interrupted() || fails("fsync")) return -1;
  return (int)syscall(SYS_fsync, descriptor);
}

int close(int descriptor) {
  int code = (int)syscall(SYS_close, descriptor);
  return fails("close") ? -1 : code;
}

// The others are passed on by name.
#define PASS_ON(result, name, types, names)                            \
  result name types {                                                  \
    static result(*real) types;                                        \
    if (!real) real = (result(*) types)dlsym(RTLD_NEXT, #name);        \
    return fails(#name) ? (result)-1 : real names;                     \
  }

PASS_ON(int, rename, (const char *from, const char *to), (from, to))
PASS_ON(int, link, (const char *from, const char *to), (from, to))
PASS_ON(int, mkstemp, (char *pattern), (pattern))
PASS_ON(int, pipe, (int ends[2]), (ends))
PASS_ON(int, fstat, (int descriptor, struct stat *status), (descriptor, status))
