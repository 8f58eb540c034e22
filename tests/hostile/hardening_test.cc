// How the binary is built: what makes a fault harder to use.

#include <elf.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "cli/process.h"

namespace kbc {
namespace {

template <typename T>
T at(const std::string& bytes, std::size_t offset) {
  T value{};
  REQUIRE(offset + sizeof value <= bytes.size());
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

#if defined(__linux__) && defined(__LP64__) && !defined(KBC_INSTRUMENTED)
TEST_CASE("the release build is hardened", "[hostile][hardening]") {
  std::ifstream in(kbc_binary(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto header = at<Elf64_Ehdr>(bytes, 0);
  CHECK(header.e_type == ET_DYN);  // it can be loaded anywhere
  bool has_relro = false, binds_now = false, is_pie = false, has_executable_stack = true;
  for (std::size_t row = 0; row < header.e_phnum; ++row) {
    const auto part = at<Elf64_Phdr>(bytes, header.e_phoff + row * header.e_phentsize);
    if (part.p_type == PT_GNU_RELRO) has_relro = true;
    if (part.p_type == PT_GNU_STACK) has_executable_stack = (part.p_flags & PF_X) != 0;
    if (part.p_type == PT_LOAD) CHECK((part.p_flags & (PF_W | PF_X)) != (PF_W | PF_X));
    if (part.p_type != PT_DYNAMIC) continue;
    for (std::size_t place = 0; place < part.p_filesz; place += sizeof(Elf64_Dyn)) {
      const auto entry = at<Elf64_Dyn>(bytes, part.p_offset + place);
      if (entry.d_tag != DT_FLAGS_1) continue;
      binds_now = (entry.d_un.d_val & DF_1_NOW) != 0;
      is_pie = (entry.d_un.d_val & DF_1_PIE) != 0;
    }
  }
  CHECK(is_pie);
  CHECK(has_relro);
  CHECK(binds_now);
  CHECK_FALSE(has_executable_stack);
  // The names of functions that it takes from the C library.
  CHECK(bytes.find("__stack_chk_fail") != std::string::npos);
  CHECK(bytes.find("__snprintf_chk") != std::string::npos);
#if defined(__x86_64__)
  std::size_t marks = 0;
  for (std::size_t place = 0; (place = bytes.find("\xf3\x0f\x1e\xfa", place)) != std::string::npos;
       ++place) {
    ++marks;
  }
  CHECK(marks > 1000);
#endif
}
#endif

}  // namespace kbc
