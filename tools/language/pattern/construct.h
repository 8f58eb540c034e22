#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kbc {

// Which piece of regex syntax something is. pattern/syntax.def lists them.
enum class Construct : std::uint8_t {
#define KBC_SYNTAX(name, re2, pcre, python, javascript, go, what) name,
#include "pattern/syntax.def"
#undef KBC_SYNTAX
};

enum class Engine : std::uint8_t { kRe2, kPcre, kPython, kJavaScript, kGo };
inline constexpr std::size_t kEngines = 5;

enum class Support : std::uint8_t { yes, no, other };

// What pattern/syntax.def says of one construct.
struct SyntaxFact {
  std::string_view what;  // a noun phrase: "a lookahead"
  std::array<Support, kEngines> support;

  Support in(Engine engine) const { return support[static_cast<std::size_t>(engine)]; }
};

const SyntaxFact& fact_of(Construct construct);

}  // namespace kbc
