#ifndef KBX_KBX_H_
#define KBX_KBX_H_

/* The reader of index files (docs/kbx-format.md) for C and whatever calls C. C89 and <stdint.h>.
 * docs/c-api.md says what is promised of it.
 *
 *   char error[200];
 *   kbx_index* index = kbx_open("kb.kbx", error, sizeof error);
 *   uint32_t entry = kbx_find(index, "git/push-rejected");
 *   if (entry != KBX_NONE) use(kbx_entry_text(index, entry, KBX_SIGNATURE));
 *   kbx_close(index);
 *
 * Entries are numbered from 0 in the order of their ids. Whatever the bytes of the file, no call
 * reads outside it. A number that is too large, and a NULL index, give nothing: KBX_NONE, 0, an
 * absent text, a rate that is not a number. Texts lie in the index and are gone when it is closed;
 * they are UTF-8 and do not end in a NUL. Any number of threads may call at once, but for
 * kbx_close. Nothing is thrown. What takes a constant of an enum is an int, so that any will do. */

/* Of <stddef.h> only this is wanted; what else GCC and clang have there is in their own language.
 */
#ifdef _MSC_VER
#define __need_size_t
#define __need_NULL
#endif
#include <stddef.h>
#include <stdint.h>

/* Of this header: major * 10000 + minor * 100 + patch. kbx_library_version() has that of the
   library that was loaded, which may be a later one. */
#define KBX_VERSION 100

#if defined(__GNUC__) || defined(__clang__)
#define KBX_API __attribute__((visibility("default")))
#else
#define KBX_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define KBX_NONE UINT32_C(0xFFFFFFFF)

typedef struct kbx_index kbx_index;

/* data is NULL for a field that is absent. */
typedef struct {
  const char* data;
  size_t size;
} kbx_text;

KBX_API uint32_t kbx_library_version(void);

/* Maps a file. NULL, and a sentence in error, cut to error_size, when it is no sound index. Who
 * cuts or overwrites the file in place ends the program with SIGBUS or changes what it reads: a new
 * index must replace the old one by rename. */
KBX_API kbx_index* kbx_open(const char* path, char* error, size_t error_size);
/* The same for a copy of the file in memory, for files that others may change in place. */
KBX_API kbx_index* kbx_read(const char* path, char* error, size_t error_size);
/* Of bytes in memory, which must be there until the index is closed. */
KBX_API kbx_index* kbx_open_memory(const void* data, size_t size, char* error, size_t error_size);
KBX_API void kbx_close(kbx_index* index);

/* Looks at every byte: 1 when all is well; else 0, and a sentence in error. */
KBX_API int kbx_verify(const kbx_index* index, char* error, size_t error_size);

KBX_API uint32_t kbx_size(const kbx_index* index); /* how many entries there are */
KBX_API uint64_t kbx_content_id(const kbx_index* index);
KBX_API uint32_t kbx_minor_version(const kbx_index* index); /* of the file's format */
/* All bytes of the file, for what else reads an index: they are there until it is closed. */
KBX_API kbx_text kbx_bytes(const kbx_index* index);
/* What the file says of its origin: "tool", "tool-version", "commit" and others. */
KBX_API kbx_text kbx_provenance(const kbx_index* index, const char* name);
/* The same by place. */
KBX_API uint32_t kbx_provenance_size(const kbx_index* index);
KBX_API kbx_text kbx_provenance_name(const kbx_index* index, uint32_t at);
KBX_API kbx_text kbx_provenance_value(const kbx_index* index, uint32_t at);

/* Each look-up has two functions: one for a text that ends in a NUL, and one for a text of so many
   bytes, such as what an index gives out. */

/* The entry with this id, or that has it as an alias. */
KBX_API uint32_t kbx_find(const kbx_index* index, const char* id);
KBX_API uint32_t kbx_find_n(const kbx_index* index, const char* id, size_t size);

enum kbx_key { KBX_BY_CODE = 0, KBX_BY_DOMAIN = 1, KBX_BY_CATEGORY = 2, KBX_BY_TAG = 3 };
/* How many entries have a key, and the one at a place among them. */
KBX_API uint32_t kbx_count_with(const kbx_index* index, int kind, const char* key);
KBX_API uint32_t kbx_count_with_n(const kbx_index* index, int kind, const char* key, size_t size);
KBX_API uint32_t kbx_entry_with(const kbx_index* index, int kind, const char* key, uint32_t at);
KBX_API uint32_t kbx_entry_with_n(const kbx_index* index, int kind, const char* key, size_t size,
                                  uint32_t at);

/* How many keys of a kind there are; one of them, in order; how many entries have it, and the one
   at a place among them. */
KBX_API uint32_t kbx_keys_size(const kbx_index* index, int kind);
KBX_API kbx_text kbx_key_text(const kbx_index* index, int kind, uint32_t key);
KBX_API uint32_t kbx_key_size(const kbx_index* index, int kind, uint32_t key);
KBX_API uint32_t kbx_key_entry(const kbx_index* index, int kind, uint32_t key, uint32_t at);

/* What a name stands for, by the taxonomy that the knowledge base was built with: of KBX_DOMAIN,
   KBX_CATEGORY or KBX_ROOT_CAUSE_TYPE (enum kbx_field). Absent for what no entry has. */
KBX_API kbx_text kbx_title(const kbx_index* index, int field, const char* name);
KBX_API kbx_text kbx_title_n(const kbx_index* index, int field, const char* name, size_t size);

/* The number of a text or a list is its place in the row of an entry (docs/kbx-format.md), by eight
   bytes. */
enum kbx_field {
  KBX_ID = 0,
  KBX_SIGNATURE = 1,
  KBX_REGEX = 2,
  KBX_ROOT_CAUSE = 3,
  KBX_DOMAIN = 4,
  KBX_CATEGORY = 5,
  KBX_ERROR_CODE = 6,
  KBX_RESOLVABLE = 7,
  KBX_SIGNATURE_ZH = 24,
  KBX_ROOT_CAUSE_ZH = 25,
  KBX_ROOT_CAUSE_TYPE = 26,
  KBX_SUBCATEGORY = 27,
  KBX_OFFICIAL_DOC_URL = 28,
  KBX_OFFICIAL_DOC_SECTION = 29,
  KBX_VERIFICATION_TIER = 30,
  KBX_FIRST_SEEN = 31,
  KBX_LAST_CONFIRMED = 32,
  KBX_LAST_UPDATED = 33,
  KBX_LOCALE = 34
};
KBX_API kbx_text kbx_entry_text(const kbx_index* index, uint32_t entry, int field);
KBX_API double kbx_entry_confidence(const kbx_index* index, uint32_t entry);
KBX_API double kbx_entry_fix_success_rate(const kbx_index* index, uint32_t entry);
KBX_API uint64_t kbx_entry_evidence_count(const kbx_index* index, uint32_t entry);
KBX_API uint64_t kbx_entry_hash(const kbx_index* index, uint32_t entry); /* of its content */

enum kbx_list {
  KBX_INCOMING = -1, /* the links of other entries to this one */
  KBX_DEAD_ENDS = 11,
  KBX_WORKAROUNDS = 12,
  KBX_WORKAROUNDS_ZH = 13,
  KBX_VERSIONS = 14,
  KBX_LEADS_TO = 15,
  KBX_PRECEDED_BY = 16,
  KBX_CONFUSED_WITH = 17,
  KBX_OS_SPECIFIC = 18,
  KBX_TAGS = 19,
  KBX_ALIASES = 20,
  KBX_EXAMPLES = 21,
  KBX_COUNTEREXAMPLES = 22,
  KBX_KBC_IGNORE = 23,
  KBX_DEAD_ENDS_ZH = 36
};
KBX_API uint32_t kbx_list_size(const kbx_index* index, uint32_t entry, int list);

/* One item of a list; `list` says which where several have such items. */
KBX_API kbx_text kbx_list_text(const kbx_index* index, uint32_t entry, int list, uint32_t at);

typedef struct {
  kbx_text action;
  kbx_text detail; /* why_fails of a dead end, how of a workaround */
  kbx_text condition;
  double rate; /* fail_rate, success_rate */
  uint32_t sources;
} kbx_action;
/* Of KBX_DEAD_ENDS or KBX_WORKAROUNDS. */
KBX_API kbx_action kbx_list_action(const kbx_index* index, uint32_t entry, int list, uint32_t at);
KBX_API kbx_text kbx_action_source(const kbx_index* index, uint32_t entry, int list, uint32_t at,
                                   uint32_t source);

typedef struct {
  kbx_text version, product, introduced, deprecated, removed, behavior_change, status;
} kbx_version;
KBX_API kbx_version kbx_list_version(const kbx_index* index, uint32_t entry, uint32_t at);

/* The versions that an item of KBX_VERSIONS means, from one cut up to another: keys of versions,
   which compare as bytes (docs/kbx-format.md), low <= key < high. */
typedef struct {
  kbx_text low, high;
} kbx_interval;
enum kbx_intervals {
  KBX_CERTAIN = 0,    /* meant for certain */
  KBX_CONDITIONAL = 1 /* meant if a codename is */
};
KBX_API uint32_t kbx_intervals_size(const kbx_index* index, uint32_t entry, uint32_t version,
                                    int which);
KBX_API kbx_interval kbx_version_interval(const kbx_index* index, uint32_t entry, uint32_t version,
                                          int which, uint32_t at);

typedef struct {
  kbx_text system, text;
} kbx_os_note;
KBX_API kbx_os_note kbx_list_os_note(const kbx_index* index, uint32_t entry, uint32_t at);

typedef struct {
  kbx_text error_id, distinction, condition, typical_delay;
  double probability; /* not a number when absent */
  uint32_t source;    /* the entry that has the link */
  uint32_t target;    /* the entry that it leads to, or KBX_NONE */
  int kind;           /* KBX_LEADS_TO, KBX_PRECEDED_BY or KBX_CONFUSED_WITH */
} kbx_link;
KBX_API kbx_link kbx_list_link(const kbx_index* index, uint32_t entry, int list, uint32_t at);

enum kbx_answer { KBX_NO = 0, KBX_UNKNOWN = 1, KBX_YES = 2 };
/* Whether a version of a product is meant by the entry's versions; KBX_YES, too, where only a label
   decides that is no pre-release (1.0-3ubuntu1). */
KBX_API int kbx_affects(const kbx_index* index, uint32_t entry, const char* product,
                        const char* version);
KBX_API int kbx_affects_n(const kbx_index* index, uint32_t entry, const char* product,
                          size_t product_size, const char* version, size_t version_size);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* KBX_KBX_H_ */
