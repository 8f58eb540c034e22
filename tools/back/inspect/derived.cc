#include "inspect/derived.h"

#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "config/version.h"
#include "emit/emit.h"
#include "kbx/bytes.h"
#include "link/link.h"
#include "load/source.h"
#include "lower/entry.h"
#include "pattern/case_rule.h"

namespace kbc {
namespace {

using kbx::Section;
using Indexed = kbx::Entry<kbx::Mapped>;

std::string_view provenance_of(const kbx::Index& index, std::string_view name) {
  for (std::uint32_t at = 0; at < index.provenance_count(); ++at) {
    if (index.provenance(at).name == name) return index.provenance(at).value;
  }
  return {};
}

// Entries as they were when their files had been read, but for the places in the files.
class Reading {
 public:
  Entry entry(const Indexed& from) {
    Entry entry;
    for (std::size_t at = 0; at < kTextFields.size(); ++at) {
      entry.texts[at] = text(from.text_of(kTextFields[at]));
    }
    for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
      entry.text_lists[at].texts = texts(from.texts_of(kTextListFields[at]));
    }
    entry.confidence = number(from.confidence());
    entry.fix_success_rate = number(from.fix_success_rate());
    entry.evidence_count = number(static_cast<double>(from.evidence_count()));
    for (const auto& item : from.versions()) entry.versions.push_back(version(item));
    for (const auto& note : from.os_specific()) {
      entry.os_specific.push_back({text(note.system), text(note.text)});
    }
    for (const auto& item : from.dead_ends()) {
      entry.dead_ends.push_back({{},
                                 0,
                                 text(item.action),
                                 text(item.why_fails),
                                 text(item.condition),
                                 number(item.fail_rate),
                                 texts(item.sources)});
    }
    for (const auto& item : from.workarounds()) {
      entry.workarounds.push_back({{},
                                   0,
                                   text(item.action),
                                   text(item.how),
                                   text(item.condition),
                                   number(item.success_rate),
                                   texts(item.sources)});
    }
    links(entry, LinkKind::kLeadsTo, from.leads_to());
    links(entry, LinkKind::kPrecededBy, from.preceded_by());
    links(entry, LinkKind::kConfusedWith, from.frequently_confused_with());
    return entry;
  }

  // Whether a text is longer than the files that kbc reads.
  bool has_long_text() const { return has_long_text_; }

 private:
  // What is there has a literal; nobody looks at it again.
  static constexpr std::string_view kLiteral = "\"\"";

  Text text(std::string_view value) {
    has_long_text_ = has_long_text_ || value.size() > kMaxFileBytes;
    return kbx::is_absent(value) ? Text() : Text{value, kLiteral, {}};
  }

  std::vector<Text> texts(const kbx::Texts<kbx::Mapped>& from) {
    std::vector<Text> list;
    for (const std::string_view value : from) list.push_back(text(value));
    return list;
  }

  static Number number(double value) {
    return value == value ? Number{value, kLiteral, {}} : Number();
  }

  VersionItem version(const kbx::Version<kbx::Mapped>& from) {
    return {{},
            0,
            text(from.version),
            text(from.introduced),
            text(from.deprecated),
            text(from.removed),
            text(from.behavior_change),
            text(from.status)};
  }

  template <typename Links>
  void links(Entry& entry, LinkKind kind, const Links& from) {
    for (const auto& link : from) {
      entry.links[static_cast<std::size_t>(kind)].links.push_back({{},
                                                                   {},
                                                                   0,
                                                                   text(link.error_id),
                                                                   text(link.distinction),
                                                                   text(link.condition),
                                                                   text(link.typical_delay),
                                                                   number(link.probability)});
    }
  }

  bool has_long_text_ = false;
};

// The bytes of the index that kbc would write of its entries; nothing when it would write none.
std::optional<std::string> built_again(const kbx::Index& index, unsigned jobs) {
  Pools pools;
  std::vector<Objects> objects(1);
  Reading reading;
  for (const Indexed& from : index.entries()) {
    const Entry entry = reading.entry(from);
    if (reading.has_long_text()) return std::nullopt;
    assemble(entry, from.index(), pools, objects.front());
  }
  Provenance provenance;
  for (std::uint32_t at = 0; at < index.provenance_count(); ++at) {
    const kbx::Index::Provenance item = index.provenance(at);
    provenance.emplace_back(pools.texts.intern(item.name), pools.texts.intern(item.value));
  }
  const bool is_sensitive = provenance_of(index, "case") == name_of(CaseRule::kCaseSensitive);
  const auto has = [&](Section section) { return index.storage().sections()[section].count > 0; };
  LinkOptions options;
  options.case_rule = is_sensitive ? CaseRule::kCaseSensitive : CaseRule::kIgnoreCase;
  options.patterns = has(Section::kAlternatives) ? Patterns::kPlace : Patterns::kLeaveOut;
  options.words = has(Section::kTerms) ? Words::kPlace : Words::kLeaveOut;
  options.jobs = jobs;
  for (const auto& title : index.titles()) {
    options.titles.push_back(
        {title.field, pools.texts.intern(title.name), pools.texts.intern(title.title)});
  }
  const Result<Image> image = link(objects, pools, {}, provenance, options);
  if (!image) return std::nullopt;
  std::ostringstream out;
  write_index(*image, out);
  return std::move(out).str();
}

bool is_same(const kbx::SectionView& a, const kbx::SectionView& b) {
  return a.tag == b.tag && a.flags == b.flags && a.offset == b.offset && a.size == b.size &&
         a.stride == b.stride && a.count == b.count;
}

// What differs first.
std::string difference(const kbx::Index& index, std::string_view again) {
  std::string error;
  const std::optional<kbx::Index> other = kbx::Index::over(again, error);
  const std::uint32_t count = other ? other->section_count() : 0;
  for (std::uint32_t at = 0; at < count && at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at), expected = other->section(at);
    const bool is_equal = is_same(section, expected) &&
                          index.section_bytes(section) == other->section_bytes(expected);
    if (!is_equal) return "section " + kbx::tag_text(section.tag);
  }
  return "its header";
}

}  // namespace

Derived compare_derived(const kbx::Index& index, unsigned jobs) {
  const bool is_ours = provenance_of(index, "tool") == "kbc" &&
                       provenance_of(index, "tool-version") == kVersion &&
                       index.minor_version() == kbx::kMinor;
  if (!is_ours) return {};
  const std::optional<std::string> again = built_again(index, jobs);
  if (again && index.bytes() == *again) return {true, ""};
  const std::string what = again ? difference(index, *again) : "its entries";
  return {true, what + ": not what kbc " + std::string(kVersion) + " writes"};
}

}  // namespace kbc
