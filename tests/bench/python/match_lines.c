/* match_lines INDEX LOG ROUNDS: matches each line of a log by itself, ROUNDS times, and prints for
   each round how many nanoseconds of CPU time a line took, then how many hits there were. What
   scripts/bench_python compares kbx with. */

#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kbc/kbc.h"

static void fail(const char* why) {
  fprintf(stderr, "match_lines: %s\n", why);
  exit(2);
}

static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) fail(path);
  *size = (size_t)ftell(file);
  bytes = malloc(*size + 1);
  rewind(file);
  if (bytes == NULL || fread(bytes, 1, *size, file) != *size) fail(path);
  fclose(file);
  return bytes;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Every field of every hit is read, as a binding does that makes objects of them. */
static unsigned long read_hits(const kbc_result* result) {
  unsigned long read = 0;
  uint32_t at, capture;
  for (at = 0; at < kbc_size(result); ++at) {
    kbc_hit hit;
    hit.struct_size = sizeof hit;
    if (kbc_hit_at(result, at, &hit) != KBC_OK) fail("no hit");
    for (capture = 0; capture < hit.captures_size; ++capture) {
      kbc_capture group;
      group.struct_size = sizeof group;
      if (kbc_capture_at(result, at, capture, &group) != KBC_OK) fail("no capture");
    }
    ++read;
  }
  return read;
}

int main(int argc, char** argv) {
  char error[200] = "match_lines INDEX LOG ROUNDS";
  size_t size;
  unsigned long hits = 0;
  int round;
  kbx_index* index = argc == 4 ? kbx_open(argv[1], error, sizeof error) : NULL;
  kbc_base* base = index != NULL ? kbc_open(index, error, sizeof error) : NULL;
  kbc_result* result = kbc_result_new();
  const char* log;
  if (base == NULL || result == NULL) fail(error);
  log = read_file(argv[2], &size);
  for (round = 0; round < atoi(argv[3]); ++round) {
    const double begin = now();
    unsigned long lines = 0;
    const char* line = log;
    hits = 0;
    while (line < log + size) {
      const char* end = memchr(line, '\n', (size_t)(log + size - line));
      if (end == NULL) end = log + size;
      if (kbc_match(base, line, (size_t)(end - line), NULL, result) != KBC_OK) fail("no answer");
      hits += read_hits(result);
      ++lines;
      line = end + 1;
    }
    printf("%.0f\n", (now() - begin) / (double)lines);
  }
  printf("%lu\n", hits);
  return 0;
}
