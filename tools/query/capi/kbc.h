#ifndef KBC_KBC_H_
#define KBC_KBC_H_

/* Which known errors a text or a log shows, which entries have some words, and what a text carries,
 * for C and whatever calls C: the answers of `kbc match` and `kbc search`, from an index that
 * kbx/kbx.h has opened. C89 and <stdint.h>. docs/c-api.md says what is promised of it.
 *
 *   kbx_index* index = kbx_open("kb.kbx", error, sizeof error);
 *   kbc_base* base = kbc_open(index, error, sizeof error);
 *   kbc_result* result = kbc_result_new();
 *   kbc_hit hit;
 *   uint32_t at;
 *   if (kbc_match(base, text, size, NULL, result) == KBC_OK) {
 *     for (at = 0; at < kbc_size(result); ++at) {
 *       hit.struct_size = sizeof hit;
 *       if (kbc_hit_at(result, at, &hit) == KBC_OK) use(&hit);
 *     }
 *   }
 *   kbc_result_free(result);
 *   kbc_close(base);
 *   kbx_close(index);
 *
 * Texts are any bytes, and of so many as is said; NULs are bytes like others. No text and no index,
 * however damaged, makes a call read outside of them, throw, or take more than linear time; what a
 * call keeps is bounded by the size of the text and of the index.
 *
 * Any number of threads may call at once with one base. A result and a log serve one thread at a
 * time. kbc_close, kbc_result_free and kbc_log_free take NULL, and must not run beside another call
 * with the same object.
 *
 * Memory: a result keeps what it needed for the next call, so that a line in which nothing is found
 * takes nothing from the heap once the result has seen one that was as long, unless it carries JSON
 * or the like, or RE2 has to be asked. Hits are ranked and copied into the result, for which memory
 * is taken; and a regular expression that needs RE2 is compiled when a text first asks for it, and
 * kept in the base within 32 MB. When memory runs out, a call gives KBC_NO_MEMORY and the objects
 * can be used again.
 *
 * Every structure begins with its size, which the caller sets to sizeof before each call, and the
 * library neither reads nor writes more than that: a later library has further fields behind those
 * that a program knows. A library that is older than the program fills those that it does not know
 * with zeros, and takes options only if they are zero there. What takes a constant of an enum is an
 * int. */

#include "kbx/kbx.h"

/* Of this header. It grows by one with each addition; nothing goes as long as the soname stays.
   kbc_abi_version() has that of the library that was loaded: a program that needs what came with
   version N asks whether it is N or more. */
#define KBC_ABI_VERSION 1

#if defined(__GNUC__) || defined(__clang__)
#define KBC_API __attribute__((visibility("default")))
#else
#define KBC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

KBC_API uint32_t kbc_abi_version(void);
KBC_API uint32_t kbc_library_version(void); /* of kbc: major * 10000 + minor * 100 + patch */

enum kbc_status {
  KBC_OK = 0,
  KBC_BAD_ARGUMENT = -1, /* NULL, a place that is not there, a structure's size that is none */
  KBC_UNABLE = -2,       /* the index has no tables for it, or damaged ones: kbc_trouble says */
  KBC_TOO_LONG = -3,     /* a text of 2^31 bytes or more; see kbc_decode */
  KBC_NO_MEMORY = -4,
  KBC_FAILED = -5 /* a fault of the library; please report it */
};
/* A sentence for a status, which ends in a NUL and is always there. */
KBC_API const char* kbc_status_text(int status);

/* An index, ready for questions. Nothing is made when it is opened. */
typedef struct kbc_base kbc_base;

/* NULL, and a sentence in error, cut to error_size, without an index or without memory. The index
   must be open until the base is closed. */
KBC_API kbc_base* kbc_open(const kbx_index* index, char* error, size_t error_size);
KBC_API void kbc_close(kbc_base* base);

enum kbc_ability { KBC_MATCHING = 0, KBC_SEARCHING = 1 };
/* Why the base cannot do it: a sentence, which is there until the base is closed. Absent when it
   can. */
KBC_API kbx_text kbc_trouble(const kbc_base* base, int ability);

/* What a call works in, and its answer. An answer is there until the result is used for the next
   call or freed; a call that gives no KBC_OK leaves an empty one. One result may be used for all
   calls, with any base. NULL without memory. */
typedef struct kbc_result kbc_result;

KBC_API kbc_result* kbc_result_new(void);
KBC_API void kbc_result_free(kbc_result* result);

/* How many hits, found entries or readings the answer has. */
KBC_API uint32_t kbc_size(const kbc_result* result);
/* Where that number is kept, until the result is freed: for languages in which a look costs less
   than a call. */
KBC_API const uint32_t* kbc_size_place(const kbc_result* result);
/* The same with those that `top` has left out. */
KBC_API uint32_t kbc_total(const kbc_result* result);

/* Matching. NULL for options is the same as zeros: all hits. */
typedef struct {
  size_t struct_size;
  kbx_text product; /* leave out entries whose versions are only about others; absent: all */
  kbx_text os;      /* the same for os_specific */
  double min_score; /* leave out hits with a lower score */
  uint32_t top;     /* so many hits at most; 0: all */
  int32_t plain;    /* not 0: the bytes as they are, not what JSON, escapes and the like carry */
} kbc_match_options;

/* The entries that a message shows, each once, the best first: what `kbc match TEXT` finds. */
KBC_API int kbc_match(const kbc_base* base, const char* text, size_t size,
                      const kbc_match_options* options, kbc_result* result);
/* The same for each of `count` texts at the cost of one call, for languages in which a call costs
   more than a quiet line. Text n ends before byte ends[n] of `texts`, and the next begins there:
   ends[0] is the size of the first, and no end is less than the one before. The answer has the hits
   of the first text, then those of the second; sizes[n] says how many text n has. NULL for sizes:
   only what kbc_size says of all. Of a call that gives no KBC_OK, sizes mean nothing. */
KBC_API int kbc_match_each(const kbc_base* base, const char* texts, const uint64_t* ends,
                           uint32_t count, const kbc_match_options* options, uint32_t* sizes,
                           kbc_result* result);
/* The entries that a log shows, line by line, each once, the best first: what `kbc match --file`
   finds in a file with these bytes. */
KBC_API int kbc_match_log(const kbc_base* base, const char* text, size_t size,
                          const kbc_match_options* options, kbc_result* result);

/* All hits of one entry in the text or log. Texts and places are those of the best of them. Texts
   lie in the result, but for id and signature, which lie in the index. */
typedef struct {
  size_t struct_size;
  uint32_t entry;         /* its number: kbx_entry_text(index, entry, KBX_...) */
  uint32_t confused_with; /* the entry that fits better and is taken for this one, or KBX_NONE */
  kbx_text id;
  kbx_text signature;
  double score; /* up to 100; the sum of the five that follow (docs/matching.md) */
  double specificity, coverage, confidence, context, confusion;
  uint64_t line; /* in which the match begins, from 1 */
  /* Where it is, in bytes: of kbc_match and kbc_match_each, of the text as it was given; of a log,
     of that line, and beyond its end if the match goes on in the next. */
  uint64_t begin, end;
  kbx_text matched;       /* as it was read, see via */
  kbx_text text;          /* the text or line as it was read, at most 500 bytes around the match */
  kbx_text via;           /* how it was read, as docs/matching.md lists; absent: as it is */
  uint64_t count;         /* of lines that the entry matches; 1 of kbc_match */
  uint32_t lines_size;    /* of the first of them, at most 10: kbc_line_at */
  uint32_t captures_size; /* of the named groups that took part: kbc_capture_at */
} kbc_hit;
KBC_API int kbc_hit_at(const kbc_result* result, uint32_t at, kbc_hit* hit);
/* The line, from 1; 0 for what is not there. */
KBC_API uint64_t kbc_line_at(const kbc_result* result, uint32_t hit, uint32_t at);

typedef struct {
  size_t struct_size;
  kbx_text name;
  kbx_text value;
} kbc_capture;
KBC_API int kbc_capture_at(const kbc_result* result, uint32_t hit, uint32_t at,
                           kbc_capture* capture);

/* A log that comes piece by piece, and is not there as a whole. What it keeps depends on how many
   entries match, not on how long the log is. The options are copied. NULL without a base that can
   match, or without memory. The base must be open until the log is freed. */
typedef struct kbc_log kbc_log;

KBC_API kbc_log* kbc_log_new(const kbc_base* base, const kbc_match_options* options);
KBC_API void kbc_log_free(kbc_log* log);
/* The next bytes, cut anywhere. After KBC_NO_MEMORY the log begins anew. */
KBC_API int kbc_log_add(kbc_log* log, const char* bytes, size_t size);
/* After the last of them: the answer of kbc_match_log. The log begins anew. */
KBC_API int kbc_log_finish(kbc_log* log, kbc_result* result);

/* Searching. NULL for options is the same as zeros: all entries. */
typedef struct {
  size_t struct_size;
  kbx_text domain;   /* of the entries; absent: all */
  uint32_t top;      /* so many entries at most; 0: all */
  uint32_t reserved; /* 0 */
} kbc_search_options;

/* The entries that have some of the words, the best first: what `kbc search` finds. */
KBC_API int kbc_search(const kbc_base* base, const char* words, size_t size,
                       const kbc_search_options* options, kbc_result* result);

typedef struct {
  size_t struct_size;
  uint32_t entry;
  uint32_t reserved;
  kbx_text id;
  kbx_text signature;
  double score;
  uint64_t words; /* bit n: it has word n of the query */
} kbc_found;
KBC_API int kbc_found_at(const kbc_result* result, uint32_t at, kbc_found* found);

/* The words that were looked for, folded, each once: 64 at most. */
KBC_API uint32_t kbc_words_size(const kbc_result* result);
KBC_API kbx_text kbc_word_at(const kbc_result* result, uint32_t at);
/* Bit n: some entry of the index has word n. */
KBC_API uint64_t kbc_known_words(const kbc_result* result);

/* Decoding: the texts that a message is matched as. The first is the text without terminal
   sequences; then comes what JSON, escapes, entities and typography carry, in the order of
   docs/matching.md. Needs no base. A text of more than 64 KiB with line ends is a log, whose lines
   are to be decoded one by one: KBC_TOO_LONG. */
KBC_API int kbc_decode(const char* text, size_t size, kbc_result* result);

typedef struct {
  size_t struct_size;
  kbx_text text;
  kbx_text via; /* as in kbc_hit */
} kbc_reading;
KBC_API int kbc_reading_at(const kbc_result* result, uint32_t at, kbc_reading* reading);
/* Where bytes of a reading were in the text that was given. */
KBC_API int kbc_reading_origin(const kbc_result* result, uint32_t reading, uint64_t begin,
                               uint64_t end, uint64_t* given_begin, uint64_t* given_end);

/* An entry as one JSON object in canonical form, as `kbc show --format json` writes it, on one
 * line.
 */
KBC_API int kbc_entry_json(const kbc_base* base, uint32_t entry, kbc_result* result);
KBC_API kbx_text kbc_json(const kbc_result* result);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* KBC_KBC_H_ */
