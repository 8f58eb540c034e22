/* lookup FILE ID: what helps against an error, with the reader for C (kbx/kbx.h). */
#include <stdio.h>

#include "kbx/kbx.h"

static void print(const char* before, kbx_text text) {
  printf("%s%.*s\n", before, (int)text.size, text.size > 0 ? text.data : "");
}

int main(int argc, char** argv) {
  char error[200] = "usage: lookup FILE ID";
  kbx_index* index = argc == 3 ? kbx_open(argv[1], error, sizeof error) : NULL;
  uint32_t entry, at;
  if (index == NULL) {
    fprintf(stderr, "%s\n", error);
    return 2;
  }
  entry = kbx_find(index, argv[2]);
  if (entry == KBX_NONE) {
    fprintf(stderr, "no entry %s\n", argv[2]);
    kbx_close(index);
    return 1;
  }
  print("", kbx_entry_text(index, entry, KBX_SIGNATURE));
  for (at = 0; at < kbx_list_size(index, entry, KBX_WORKAROUNDS); ++at) {
    kbx_action way = kbx_list_action(index, entry, KBX_WORKAROUNDS, at);
    printf("%d%%", (int)(way.rate * 100 + 0.5));
    print("  ", way.action);
  }
  kbx_close(index);
  return 0;
}
