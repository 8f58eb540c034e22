#pragma once

// RapidJSON as this program uses it: the only file that includes its headers. They are templates
// and inline functions made from macros, so the macros must mean the same in every object, or the
// linker picks one of several bodies for a function. valijson's adapter sets RAPIDJSON_ASSERT
// unless it is set already, so validate/valijson.h includes this file first.
#if defined(RAPIDJSON_RAPIDJSON_H_) || defined(RAPIDJSON_ASSERT)
#error "include core/rapidjson.h before anything that includes RapidJSON"
#endif

#include <stdexcept>

namespace kbc {

// RapidJSON's own assertions hold in release builds, too: what it reads may be hostile. A failed
// one is a bug of ours.
inline void rapidjson_assert(bool holds, const char* condition) {
  if (!holds) throw std::logic_error(condition);
}

}  // namespace kbc

#define RAPIDJSON_ASSERT(condition) \
  ::kbc::rapidjson_assert(static_cast<bool>(condition), #condition)

// Sixteen bytes a step in strings and between tokens, where the text is read in place. RapidJSON
// 1.1 compares them with 0x19 where its one-byte code has 0x1F, so whoever reads in place sees to
// it that the bytes 1A to 1F are no part of the text (parse/parse.cc), and nothing writes to a
// rapidjson::StringBuffer, for which its writer does the same.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
