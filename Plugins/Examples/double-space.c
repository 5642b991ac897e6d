/* A rule for the rewriters in C: makes one space of two between words.
 *
 * Reads questions line by line and answers each with its number.  A question is {"n":N,"language":"..","text":"..."}; the text is
 * the last member, so a program that needs no more than plain letters can find it without a JSON library: here escapes are
 * skipped as one character, and offsets count code points.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The code points of one escape or one UTF-8 sequence at p, and its length in bytes. */
static size_t width(const char *p) {
  unsigned char c = (unsigned char)*p;
  if (c == '\\') {
    if (p[1] != 'u') return 2;
    /* A surrogate pair is one code point in two escapes. */
    int high = (p[2] == 'd' || p[2] == 'D') && strchr("89abAB", p[3]) != NULL;
    return high && p[6] == '\\' && p[7] == 'u' ? 12 : 6;
  }
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

int main(void) {
  char *line = NULL;
  size_t room = 0;
  if (getline(&line, &room, stdin) < 0) return 1;
  puts("{\"copydesk\":\"program\",\"version\":1,\"kind\":\"edits\",\"id\":\"double-space\","
       "\"summary\":\"Makes one space of two.\"}");
  fflush(stdout);
  while (getline(&line, &room, stdin) > 0) {
    const char *comma = strchr(line, ',');
    const char *text = strstr(line, "\"text\":\"");
    if (!comma || !text) return 2;
    printf("%.*s,\"edits\":[", (int)(comma - line), line);
    long at = 0;
    int count = 0;
    for (const char *p = text + 8; *p && *p != '"';) {
      if (p[0] == ' ' && p[1] == ' ' && p[2] != ' ' && at > 0 && p[-1] != ' ' && p[-1] != '.') {
        printf("%s{\"start\":%ld,\"end\":%ld,\"now\":\" \"}", count++ ? "," : "", at, at + 2);
      }
      p += width(p);
      at++;
    }
    puts("]}");
    fflush(stdout);
  }
  free(line);
  return 0;
}
