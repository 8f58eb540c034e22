#include "os/own_program.h"

#include <elf.h>
#include <link.h>

#include <bit>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace kbc {

namespace fs = std::filesystem;

std::string own_program() {
  std::error_code failed;
  const fs::path path = fs::read_symlink("/proc/self/exe", failed);
  // Of a file that was replaced meanwhile, the kernel gives a name that nothing has.
  return failed || !fs::exists(path, failed) ? std::string() : path.string();
}

namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

// The one among the notes of a program; empty without one.
std::string_view build_id_in(std::string_view notes) {
  constexpr std::string_view kOwner("GNU\0", 4);
  ElfW(Nhdr) head;
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    notes.remove_prefix(sizeof head);
    const std::size_t name = padded(head.n_namesz), value = padded(head.n_descsz);
    if (name > notes.size() || value > notes.size() - name) break;
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(0, head.n_namesz) == kOwner) {
      return notes.substr(name, head.n_descsz);
    }
    notes.remove_prefix(name + value);
  }
  return {};
}

// The program itself is the first that is visited.
int visit_program(dl_phdr_info* program, std::size_t, void* found) {
  for (std::size_t at = 0; at < program->dlpi_phnum; ++at) {
    const ElfW(Phdr)& segment = program->dlpi_phdr[at];
    if (segment.p_type != PT_NOTE) continue;
    const auto* const begin = std::bit_cast<const char*>(program->dlpi_addr + segment.p_vaddr);
    const std::string_view id = build_id_in({begin, segment.p_memsz});
    if (!id.empty()) *static_cast<std::string_view*>(found) = id;
  }
  return 1;
}

}  // namespace

std::string own_build_id() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string_view id;
  ::dl_iterate_phdr(visit_program, &id);
  std::string text;
  for (const char byte : id) {
    const auto value = static_cast<unsigned char>(byte);
    text += {kDigits[value >> 4], kDigits[value & 15]};
  }
  return text;
}

}  // namespace kbc
