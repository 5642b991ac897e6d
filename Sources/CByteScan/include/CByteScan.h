#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

/// What one pass over a text finds out about its bytes: the union of the classes that occur in it.
/// The rules' triggers are written in these classes, so that on most text most rules are never called.
enum {
  CBYTESCAN_NON_ASCII = 1 << 0,      // any byte from 0x80
  CBYTESCAN_CONTROL = 1 << 1,        // C0 controls but tab, line feed, carriage return; DEL
  CBYTESCAN_CARRIAGE_RETURN = 1 << 2,
  CBYTESCAN_TAB = 1 << 3,
  CBYTESCAN_LINE_FEED = 1 << 4,
  CBYTESCAN_REFERENCE = 1 << 5,      // what may be an HTML character reference: an ampersand, up to 33 letters, digits or #, a semicolon
  CBYTESCAN_ANGLE = 1 << 6,          // < or >
  CBYTESCAN_DOUBLE_SPACE = 1 << 7,   // two spaces in a row
  CBYTESCAN_TRAILING_SPACE = 1 << 8, // a space or tab before a line feed, carriage return or the end
  CBYTESCAN_STRAIGHT_QUOTE = 1 << 9, // "
  CBYTESCAN_APOSTROPHE = 1 << 10,    // ' or `
  CBYTESCAN_HYPHEN_BREAK = 1 << 11,  // a hyphen before a line feed or carriage return
  CBYTESCAN_DIGIT = 1 << 12,
  CBYTESCAN_SPACE_BEFORE_MARK = 1 << 13, // a space before one of . , ; : ! ? ) ] }
  CBYTESCAN_NEIGHBOURS = 1 << 14,    // two code points outside ASCII in a row, dashes and quotation marks apart; U+00C2 or U+00C3 before a space
  CBYTESCAN_SUM_SIGN = 1 << 15,      // $ or %
  // Code points outside ASCII that some rule looks for:
  CBYTESCAN_C1 = 1 << 16,            // U+0080 to U+009F
  CBYTESCAN_SOFT_HYPHEN = 1 << 17,
  CBYTESCAN_LIGATURE = 1 << 18,      // Latin ligatures
  CBYTESCAN_WIDTH = 1 << 19,         // full and half width forms, the ideographic space
  CBYTESCAN_ODD_SPACE = 1 << 20,     // spaces beyond U+0020, no-break spaces too
  CBYTESCAN_INVISIBLE = 1 << 21,     // zero width spaces, deprecated format characters, object replacement, tags
  CBYTESCAN_BOM = 1 << 22,
  CBYTESCAN_BIDI = 1 << 23,          // bidirectional controls
  CBYTESCAN_LINE_SEPARATOR = 1 << 24, // U+2028, U+2029
  CBYTESCAN_CURLY = 1 << 25,         // U+2010 to U+2027: curly quotation marks, dashes, the ellipsis
  CBYTESCAN_MIXED_ALPHABET = 1 << 26, // a Greek or Cyrillic letter beside a Latin one
  CBYTESCAN_DOUBTFUL_FORM = 1 << 27, // anything that may be out of NFC
};

/// The union of the classes of `length` bytes.  Linear, without allocation.
uint32_t cbytescan_classes(const uint8_t *bytes, size_t length);

/// CBYTESCAN_NEIGHBOURS where the first bytes show it, else 0.
uint32_t cbytescan_first_classes(const uint8_t *bytes, size_t length);

/// Fills `places`, which holds 32 or more, with the first offsets from `from` on at which a continuation byte of misread UTF-8 may stand: the start
/// of a code point right behind another outside ASCII, in a block of which some character set has such bytes; or a space behind U+00C2 or U+00C3.
/// Says how many there are, and returns how far it looked: to the end, or not far behind the first.
size_t cbytescan_misread_tails(const uint8_t *bytes, size_t length, size_t from, size_t *places, size_t *count);

/// The same byte by byte, whatever the processor: what the vectors are tested against, and all that other processors have.
uint32_t cbytescan_classes_plain(const uint8_t *bytes, size_t length);

/// The same of the text that a string literal spells, quotation marks included, without decoding it: of the text's classes none is
/// missing, and some may be told that it has not.  The literal is well-formed JSON and UTF-8; whether its text has one of
/// CBYTESCAN_UNTOLD_OF_LITERALS is not looked for, and all of them are told.  Linear, without allocation.
uint32_t cbytescan_literal_classes(const uint8_t *literal, size_t length);

enum {
  CBYTESCAN_UNTOLD_OF_LITERALS = CBYTESCAN_TAB | CBYTESCAN_LINE_FEED | CBYTESCAN_ANGLE | CBYTESCAN_DOUBLE_SPACE |
    CBYTESCAN_TRAILING_SPACE | CBYTESCAN_STRAIGHT_QUOTE | CBYTESCAN_APOSTROPHE | CBYTESCAN_DIGIT |
    CBYTESCAN_SPACE_BEFORE_MARK | CBYTESCAN_SUM_SIGN,
};

/// A word of a text: letters, digits and combining marks in a row, an apostrophe between letters inside it.
typedef struct {
  uint32_t start;   // byte offsets
  uint32_t end;
  uint32_t hash;    // of the letters in lower case (ASCII and Latin-1), the apostrophe always straight
  uint16_t shape;   // CBYTESCAN_WORD_…
  uint16_t gap;     // what stands between the word before and this one: CBYTESCAN_GAP_…
} cbytescan_word;

enum {
  CBYTESCAN_WORD_CAPITAL = 1 << 0,       // the first letter is a capital
  CBYTESCAN_WORD_INNER_CAPITAL = 1 << 1, // a later letter is a capital
  CBYTESCAN_WORD_LOWER = 1 << 2,         // some letter is a small one
  CBYTESCAN_WORD_DIGIT = 1 << 3,         // there is a digit in it
  CBYTESCAN_WORD_APOSTROPHE = 1 << 4,
  CBYTESCAN_WORD_NON_ASCII = 1 << 5,     // a byte from 0x80, apostrophes apart
};

enum {
  CBYTESCAN_GAP_SPACE = 0,     // one space (or no-break space), nothing else
  CBYTESCAN_GAP_WIDE = 1,      // white space without a line break
  CBYTESCAN_GAP_LINE = 2,      // a line break, or the start of the text
  CBYTESCAN_GAP_COMMA = 3,     // a comma, then white space
  CBYTESCAN_GAP_STOP = 4,      // . ! ? … : or ; among what is between
  CBYTESCAN_GAP_HYPHEN = 5,    // one hyphen, nothing else
  CBYTESCAN_GAP_OTHER = 6,
};

/// Finds words from `*at` on, `capacity` at most, and moves `*at` to where the next call goes on; returns how many.
/// For valid UTF-8 of less than 4 GiB.  Linear, without allocation.
size_t cbytescan_words(const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *words, size_t capacity);

/// Finds one word from `*at` on, the end of the word before or 0, and moves `*at` behind it; 0 where there is none.  For a few
/// words: `cbytescan_words` is faster over many.
int cbytescan_next_word(const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *word);

/// The first word from `at` on (from 1) that stands where words are doubled or run together: the same as the word before and a space
/// behind it, or one byte behind it that is neither a space nor a hyphen; `count` where there is none.
size_t cbytescan_joint(const cbytescan_word *words, size_t count, size_t at);

/// The hash of a word's bytes, as in `cbytescan_word`.
uint32_t cbytescan_hash(const uint8_t *bytes, size_t length);

/// The hash of a word of which the bytes lie in two places, each whole code points.
uint32_t cbytescan_hash_joined(const uint8_t *first, size_t first_length, const uint8_t *second, size_t second_length);

/// What the lexicon knows of a hash: `Scripts/make-lexicon.py` describes the slots.  0 where it knows nothing.
uint16_t cbytescan_lookup(const uint8_t *slots, uint32_t slot_count, uint32_t hash);

enum { CBYTESCAN_RECENT = 16384 };

/// The same for each of `count` words.  `recent` keeps what was found of the words that come again, `CBYTESCAN_RECENT` numbers, zero at
/// first; it may be kept from text to text.
void cbytescan_lookup_all(const uint8_t *slots, uint32_t slot_count, const cbytescan_word *words, size_t count,
                          uint32_t *recent, uint16_t *known);

/// How many of the words from `at` on, those that begin before the byte `end` and `most` at most, are in small letters, of two bytes
/// or more and without an apostrophe, and are words of the bands up to `band` (`good`) or not (`bad`); answers where it stops.
size_t cbytescan_vocabulary(const cbytescan_word *words, const uint16_t *known, size_t count, size_t at, uint32_t end, size_t most,
                            uint32_t band, size_t *good, size_t *bad);

/// How often a word occurs; counts stop at 65,535.
typedef struct {
  uint32_t hash;
  uint16_t total;
  uint16_t lower;          // in small letters
  uint16_t capital_inside; // with a first capital behind another word, a comma or a hyphen
  uint16_t capital;        // with a first capital
} cbytescan_uses;

/// Counts the words into a table of `mask + 1` places, a power of two above `count`, zero at first: open addressing by hash.
void cbytescan_count(const cbytescan_word *words, size_t count, cbytescan_uses *table, size_t mask);

/// Takes back words that were counted.  0, and the table is of no more use, where that cannot be done.
int cbytescan_uncount(const cbytescan_word *words, size_t count, cbytescan_uses *table, size_t mask);

/// How many bytes stand before the first line feed or carriage return; `length` where there is none.
size_t cbytescan_line(const uint8_t *bytes, size_t length);

/// What a line has of code, tables and markup.
typedef struct {
  size_t first;     // the first byte that is no blank
  size_t bars;      // upright ones
  size_t tabs;      // behind the first byte
  size_t backticks;
  size_t signs;     // signs of code
} cbytescan_signs;

/// Looks at the line that starts at `at` and answers where it ends: at a line feed, or at `length`.  Linear, without allocation.
size_t cbytescan_code(const uint8_t *bytes, size_t length, size_t at, cbytescan_signs *line);

/// Finds from `*at` on the offsets of what rules for marks and lines look at, `capacity` at most: line feeds and carriage returns,
/// `! " ' ( ) , - . : ; ? [ ]` and backticks, and the first bytes of marks and quotation marks outside ASCII (and of some neighbours of theirs).
/// Moves `*at` to where the next call goes on; answers how many.  Linear, without allocation.
size_t cbytescan_marks(const uint8_t *bytes, size_t length, size_t *at, uint32_t *offsets, size_t capacity);

#include "CByteScan+places.h"

/// The first offset from `at` on where a sentence may end: at a terminator, a line end, or a weak mark that some rule of
/// `segment` looks at there (a comma near the start of its sentence, a doubled dash, a slash between digits …); `length` where
/// there is none.  `sentence` is where the present sentence starts; `marks_of_language` says that colons and semicolons count.
/// For valid UTF-8.  Linear, without allocation.
size_t cbytescan_sentence_place(const uint8_t *bytes, size_t length, size_t at, size_t sentence, int marks_of_language);

/// How many code points start in `length` bytes of valid UTF-8, or of a piece of it.  Linear, without allocation.
size_t cbytescan_code_points(const uint8_t *bytes, size_t length);

#endif
