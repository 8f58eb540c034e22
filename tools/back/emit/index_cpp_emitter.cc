// The index as an array in a program: what kbx::Index::over reads where there is no file.
#include <ostream>
#include <string>
#include <string_view>

#include "emit/cpp_literal.h"
#include "emit/emit.h"
#include "kbx/checksum.h"
#include "text/number_text.h"

namespace kbc {
namespace {

constexpr std::string_view kHeader =
    R"(// The index of a knowledge base, kb.kbx, as a part of a program. Made by kbc; do not edit.
//
//   std::string error;
//   const auto index = kbx::Index::over($namespace$::index_bytes(), error);

#ifndef $guard$
#define $guard$

#include <string_view>

namespace $namespace$ {

// Named after the content, so that programs may have other knowledge bases of this name.
inline namespace $tag$ {

// The bytes of the file: there as long as the program runs.
std::string_view index_bytes() noexcept;

}  // namespace $tag$
}  // namespace $namespace$

#endif  // $guard$
)";

constexpr std::string_view kSource =
    R"(// What kb_index.h declares. Made by kbc; do not edit.

#include "kb_index.h"

// One array, since a reader needs all bytes in a row; its literal is long.
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

namespace $namespace$ {
inline namespace $tag$ {
namespace {

alignas(64) constexpr char kBytes[] =$bytes$;

}  // namespace

std::string_view index_bytes() noexcept { return {kBytes, sizeof kBytes - 1}; }

}  // namespace $tag$
}  // namespace $namespace$
)";

class Form {
 public:
  explicit Form(EmitInput& input)
      : name_space_(input.tables().name_space), bytes_(input.index().bytes()) {
    tag_ = "i_" + hexadecimal(input.image().content_id, 16) + '_' +
           hexadecimal(kbx::checksum(bytes_) >> 32, 8);
  }

  void write(std::string_view form, std::ostream& out) const {
    while (!form.empty()) {
      const std::size_t begin = form.find('$');
      out << form.substr(0, begin);
      if (begin == std::string_view::npos) return;
      const std::size_t end = form.find('$', begin + 1);
      out << value(form.substr(begin + 1, end - begin - 1));
      form.remove_prefix(end + 1);
    }
  }

 private:
  // The include guards of two knowledge bases must differ, also when they have one namespace.
  std::string guard() const {
    std::string text = "KBC_";
    for (const char c : name_space_) text += c == ':' ? '0' : c;
    return text + '_' + tag_ + "_H_";
  }

  std::string value(std::string_view name) const {
    if (name == "namespace") return name_space_;
    if (name == "tag") return tag_;
    if (name == "guard") return guard();
    std::string literal;
    append_literal(literal, bytes_, "\n    ");
    return literal;
  }

  std::string name_space_, tag_;
  std::string_view bytes_;  // the input's own
};

}  // namespace

Result<std::vector<Artefact>> emit_index_cpp(EmitInput& input) {
  const Form form(input);
  const auto artefact = [&](std::string name, std::string_view text) {
    return Artefact{std::move(name), [form, text](std::ostream& out) { form.write(text, out); }};
  };
  return std::vector<Artefact>{artefact("kb_index.h", kHeader), artefact("kb_index.cc", kSource)};
}

}  // namespace kbc
