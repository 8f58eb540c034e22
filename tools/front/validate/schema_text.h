#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/document.h"
#include "validate/keywords.h"

namespace kbc {

// Something wrong with a schema, or worth knowing, and the node where it is.
struct SchemaRemark {
  std::uint32_t node = 0;
  std::string message;
  std::string help;  // may be empty
};

// The text of a schema with what its keywords mean: which values are schemas, what they are called,
// and where references lead. Nothing is fetched: a reference stays in the file.
//
// A draft-07 schema is honoured or refused. So faults are: a `$schema` of another draft, if there
// is a keyword that means something else in that draft; keywords of other drafts; what is a keyword
// but for a slip of the pen; references that lead nowhere or in a circle.
class SchemaText {
 public:
  static constexpr std::size_t kMaxReferences = 4096;
  static constexpr std::size_t kMaxTargets = 256;   // valijson follows references by recursion
  static constexpr std::size_t kMaxAddress = 2000;  // of an `$id`, in bytes
  static constexpr std::size_t kMaxFaults = 20;

  // Of a document that schema/draft-07.schema.json allows; of any other, whatever can be read. Both
  // must outlive this.
  SchemaText(std::string_view text, const Document& document);

  const std::vector<SchemaRemark>& faults() const { return faults_; }
  const std::vector<SchemaRemark>& notes() const { return notes_; }

  // The schema as JSON for valijson, to be used if there are no faults. It has only the keywords by
  // which values are judged; `$ref` is always "#/targets/N"; and numbers, counts and values are
  // strings of JSON, under the keyword's name behind `kbc:`, so that nothing rounds them.
  std::string for_valijson() const;

 private:
  using Uri = std::size_t;  // in uris_

  struct Place {
    std::uint32_t schema = 0;
    Uri base = 0;  // what its references are relative to
  };

  void read_draft();
  void walk();
  void visit(Place place);
  void visit_member(std::uint32_t name, Uri base);
  Uri base_of(std::uint32_t schema, Uri around);
  Uri uri(std::string text);
  void check_keyword(std::uint32_t name);
  void check_member_of_other_draft(std::uint32_t name);
  void resolve_references();
  std::optional<std::uint32_t> target_of(const Place& reference) const;
  Uri base_around(std::uint32_t node) const;
  void add_target(std::uint32_t schema, std::uint32_t target);
  void check_circles();
  void fault(std::uint32_t node, std::string message, std::string help = "");

  void write_schema(std::uint32_t schema, std::string& json) const;
  void write_body(std::uint32_t schema, std::string& json) const;
  void write_keyword(std::uint32_t name, KeywordValue kind, std::string& json) const;
  void write_keywords(std::uint32_t schema, std::string& json) const;
  void write_targets(std::string& json) const;
  std::string address_of(std::uint32_t target) const;
  void write_members(std::uint32_t value, KeywordValue kind, std::string& json) const;
  std::string_view raw(std::uint32_t node) const;

  std::string_view text_;
  const Document& document_;
  Draft draft_ = Draft::k7;
  std::vector<std::string> uris_ = {""};
  std::map<std::string, std::uint32_t, std::less<>> named_;  // by `$id`, resolved
  std::map<std::uint32_t, Uri> bases_;                       // of the schemas that were visited
  std::vector<Place> pending_;                               // to be visited
  std::vector<Place> references_;                            // that have no target yet
  std::size_t reference_count_ = 0;                          // in all
  std::map<std::uint32_t, std::uint32_t> leads_to_;  // from a schema with a `$ref` to its target
  std::map<std::uint32_t, std::size_t> targets_;     // their numbers
  std::vector<SchemaRemark> faults_, notes_;
};

}  // namespace kbc
