#include "pattern/construct.h"

namespace kbc {
namespace {

constexpr SyntaxFact kFacts[] = {
#define KBC_SYNTAX(name, re2, pcre, python, javascript, go, what) \
  {what, {Support::re2, Support::pcre, Support::python, Support::javascript, Support::go}},
#include "pattern/syntax.def"
#undef KBC_SYNTAX
};

}  // namespace

const SyntaxFact& fact_of(Construct construct) {
  return kFacts[static_cast<std::size_t>(construct)];
}

}  // namespace kbc
