#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lower/entry_fields.h"
#include "parse/literal.h"
#include "regex/compiled_regex.h"

namespace kbc {

// A string field: its value and its place. Absent also when the file has null there, a value of
// another type, or one that the parser had to guess: checks look at what is present.
struct Text {
  std::string_view value;    // decoded
  std::string_view literal;  // as the file has it, quotes included; empty when absent
  Span span;                 // of the literal

  bool present() const { return !literal.empty(); }

  // The place in the file of bytes [begin, end) of the value.
  Span part(std::size_t begin, std::size_t end) const {
    return span_of(span.begin + raw_offset(literal, begin), span.begin + raw_offset(literal, end));
  }
};

// A number field. The value may be infinite: JSON has no largest number.
struct Number {
  double value = 0;
  std::string_view literal;  // empty when absent
  Span span;

  bool present() const { return !literal.empty(); }
};

using Role = kbx::Role;

// A list of texts, those that are texts.
struct TextList {
  Span span;  // of the array; empty when absent
  std::vector<Text> texts;
  bool is_there = false;  // the field is, whatever it holds

  bool empty() const { return texts.empty(); }
  std::size_t size() const { return texts.size(); }
  const Text& operator[](std::size_t at) const { return texts[at]; }
  auto begin() const { return texts.begin(); }
  auto end() const { return texts.end(); }
};

// One element of `versions`.
struct VersionItem {
  Span span;
  std::uint32_t ordinal = 0;  // position in its array
  Text version, introduced, deprecated, removed, behavior_change, status;
};

struct DeadEnd {
  Span span;
  std::uint32_t ordinal = 0;  // position in its array
  Text action, why_fails, condition;
  Number fail_rate;
  std::vector<Text> sources;
};

struct Workaround {
  Span span;
  std::uint32_t ordinal = 0;  // position in its array
  Text action, how, condition;
  Number success_rate;
  std::vector<Text> sources;
};

enum class LinkKind : std::uint8_t { kLeadsTo, kPrecededBy, kConfusedWith };

// The fields of transition_graph that hold links, by LinkKind.
inline constexpr const char* kLinkFields[] = {"leads_to", "preceded_by",
                                              "frequently_confused_with"};
inline constexpr std::size_t kLinkKinds = std::size(kLinkFields);

constexpr std::string_view field_of(LinkKind kind) {
  return kLinkFields[static_cast<std::size_t>(kind)];
}

// The kind of the edge that the other entry should list in return.
LinkKind reverse_of(LinkKind kind);

struct Link {
  Span span;
  Span removal;               // what to delete to take it out of its array
  std::uint32_t ordinal = 0;  // position in its array
  Text error_id, distinction, condition, typical_delay;
  Number probability;
};

struct LinkList {
  Span span;  // of the array; empty when absent
  std::vector<Link> links;
  bool is_doubtful = false;  // may have links that could not be read
};

struct OsNote {
  Text system;  // the member's name
  Text text;
};

// A text with its role; points into the Entry.
struct RoleText {
  const Text* text;
  Role role;
};

// One entry, every field that has the type it should have. Views the Document and the Source's
// text. Field by field the meaning is that of schema/entry.schema.json.
struct Entry {
  Span span;  // of the whole object; empty when there is none

  std::array<Text, kTextFields.size()> texts;               // by kTextFields
  std::array<TextList, kTextListFields.size()> text_lists;  // by kTextListFields
  Number confidence, fix_success_rate, evidence_count;
  std::vector<VersionItem> versions;
  std::vector<OsNote> os_specific;
  std::vector<DeadEnd> dead_ends;
  std::vector<Workaround> workarounds;
  Span dead_ends_span, workarounds_span;   // of the arrays; empty when absent
  std::array<LinkList, kLinkKinds> links;  // by LinkKind

  // What the path of the file says the id is; empty when the path says nothing.
  std::string_view path_id;

  // The regex, compiled when it is first asked for.
  CompiledRegex pattern;

  // entry["signature"], entry.list("tags"): a name that no such field has does not compile.
  const Text& operator[](TextField field) const { return texts[field.number]; }
  Text& operator[](TextField field) { return texts[field.number]; }
  const TextList& list(TextListField field) const { return text_lists[field.number]; }
};

// Every text of the entry that is present, in no particular order. Valid while the entry stays
// where it is.
std::vector<RoleText> texts_of(const Entry& entry);

}  // namespace kbc
