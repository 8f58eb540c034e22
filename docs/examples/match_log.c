/* match_log FILE [WORD...]: which known errors standard input shows, and what helps best against
   each, with the library for C (kbc/kbc.h); with words, which entries have these. */
#include <stdio.h>
#include <string.h>

#include "kbc/kbc.h"

static void print(kbx_text text) {
  fwrite(text.data, 1, text.size, stdout); /* any bytes: of a log that is not yours, escape them */
}

/* Of the workarounds the one that helps most often. */
static void print_best_way(const kbx_index* index, uint32_t entry) {
  uint32_t at, size = kbx_list_size(index, entry, KBX_WORKAROUNDS);
  kbx_action best, way;
  if (size == 0) return;
  best = kbx_list_action(index, entry, KBX_WORKAROUNDS, 0);
  for (at = 1; at < size; ++at) {
    way = kbx_list_action(index, entry, KBX_WORKAROUNDS, at);
    if (way.rate > best.rate) best = way;
  }
  printf("    %d%% ", (int)(best.rate * 100 + 0.5));
  print(best.action);
  printf("\n");
}

static int match(const kbx_index* index, const kbc_base* base, kbc_result* result) {
  kbc_match_options options;
  kbc_hit hit;
  kbc_log* log;
  char bytes[4096];
  size_t size;
  uint32_t at;
  int status = KBC_OK;
  memset(&options, 0, sizeof options); /* zeros are the defaults */
  options.struct_size = sizeof options;
  options.top = 5;
  log = kbc_log_new(base, &options);
  if (log == NULL) return kbc_trouble(base, KBC_MATCHING).data ? KBC_UNABLE : KBC_NO_MEMORY;
  while (status == KBC_OK && (size = fread(bytes, 1, sizeof bytes, stdin)) > 0) {
    status = kbc_log_add(log, bytes, size);
  }
  if (status == KBC_OK) status = kbc_log_finish(log, result);
  kbc_log_free(log);
  for (at = 0; at < kbc_size(result); ++at) {
    hit.struct_size = sizeof hit;
    if (kbc_hit_at(result, at, &hit) != KBC_OK) continue;
    printf("%lu times, best in line %lu: ", (unsigned long)hit.count, (unsigned long)hit.line);
    print(hit.id);
    printf(" (%d of 100): ", (int)(hit.score + 0.5));
    print(hit.matched);
    printf("\n");
    print_best_way(index, hit.entry);
  }
  return status;
}

static int search(const kbc_base* base, char** words, int count, kbc_result* result) {
  char query[1000] = "";
  kbc_found found;
  uint32_t at;
  int word, status;
  for (word = 0; word < count; ++word) {
    if (strlen(query) + strlen(words[word]) + 2 > sizeof query) return KBC_TOO_LONG;
    strcat(strcat(query, words[word]), " ");
  }
  status = kbc_search(base, query, strlen(query), NULL, result);
  for (at = 0; at < kbc_size(result) && at < 5; ++at) {
    found.struct_size = sizeof found;
    if (kbc_found_at(result, at, &found) != KBC_OK) continue;
    printf("%.3f ", found.score);
    print(found.id);
    printf("\n");
  }
  return status;
}

int main(int argc, char** argv) {
  char error[200] = "usage: match_log FILE [WORD...]";
  kbx_index* index = argc >= 2 ? kbx_open(argv[1], error, sizeof error) : NULL;
  kbc_base* base = index ? kbc_open(index, error, sizeof error) : NULL;
  kbc_result* result = base ? kbc_result_new() : NULL;
  int status = KBC_NO_MEMORY, is_found = 0;
  if (base == NULL) {
    fprintf(stderr, "%s\n", error);
  } else if (result != NULL) {
    status = argc > 2 ? search(base, argv + 2, argc - 2, result) : match(index, base, result);
    is_found = kbc_size(result) > 0;
    if (status != KBC_OK) fprintf(stderr, "%s\n", kbc_status_text(status));
  }
  kbc_result_free(result);
  kbc_close(base);
  kbx_close(index);
  return status != KBC_OK ? 2 : is_found ? 0 : 1;
}
