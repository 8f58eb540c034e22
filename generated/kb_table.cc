// What kb_table.h and kb_ids.h declare. Made by kbc; do not edit.

#include "kb_ids.h"
#include "kb_table.h"

namespace kb {
namespace table_data {

decltype(Rows<::kbx::Section{0}>::kLinked) Rows<::kbx::Section{0}>::kLinked = Rows<::kbx::Section{0}>::kChunks;
decltype(Rows<::kbx::Section{1}>::kLinked) Rows<::kbx::Section{1}>::kLinked = Rows<::kbx::Section{1}>::kChunks;
decltype(Rows<::kbx::Section{2}>::kLinked) Rows<::kbx::Section{2}>::kLinked = Rows<::kbx::Section{2}>::kChunks;
decltype(Rows<::kbx::Section{4}>::kLinked) Rows<::kbx::Section{4}>::kLinked = Rows<::kbx::Section{4}>::kChunks;
decltype(Rows<::kbx::Section{5}>::kLinked) Rows<::kbx::Section{5}>::kLinked = Rows<::kbx::Section{5}>::kChunks;
decltype(Rows<::kbx::Section{6}>::kLinked) Rows<::kbx::Section{6}>::kLinked = Rows<::kbx::Section{6}>::kChunks;
decltype(Rows<::kbx::Section{7}>::kLinked) Rows<::kbx::Section{7}>::kLinked = Rows<::kbx::Section{7}>::kChunks;
decltype(Rows<::kbx::Section{8}>::kLinked) Rows<::kbx::Section{8}>::kLinked = Rows<::kbx::Section{8}>::kChunks;
decltype(Rows<::kbx::Section{9}>::kLinked) Rows<::kbx::Section{9}>::kLinked = Rows<::kbx::Section{9}>::kChunks;
decltype(Rows<::kbx::Section{10}>::kLinked) Rows<::kbx::Section{10}>::kLinked = Rows<::kbx::Section{10}>::kChunks;
decltype(Rows<::kbx::Section{11}>::kLinked) Rows<::kbx::Section{11}>::kLinked = Rows<::kbx::Section{11}>::kChunks;
decltype(Rows<::kbx::Section{12}>::kLinked) Rows<::kbx::Section{12}>::kLinked = Rows<::kbx::Section{12}>::kChunks;
decltype(Rows<::kbx::Section{13}>::kLinked) Rows<::kbx::Section{13}>::kLinked = Rows<::kbx::Section{13}>::kChunks;
decltype(Rows<::kbx::Section{14}>::kLinked) Rows<::kbx::Section{14}>::kLinked = Rows<::kbx::Section{14}>::kChunks;
decltype(Rows<::kbx::Section{15}>::kLinked) Rows<::kbx::Section{15}>::kLinked = Rows<::kbx::Section{15}>::kChunks;
decltype(Rows<::kbx::Section{16}>::kLinked) Rows<::kbx::Section{16}>::kLinked = Rows<::kbx::Section{16}>::kChunks;
decltype(Rows<::kbx::Section{17}>::kLinked) Rows<::kbx::Section{17}>::kLinked = Rows<::kbx::Section{17}>::kChunks;
decltype(Rows<::kbx::Section{18}>::kLinked) Rows<::kbx::Section{18}>::kLinked = Rows<::kbx::Section{18}>::kChunks;
decltype(Rows<::kbx::Section{19}>::kLinked) Rows<::kbx::Section{19}>::kLinked = Rows<::kbx::Section{19}>::kChunks;
decltype(Rows<::kbx::Section{20}>::kLinked) Rows<::kbx::Section{20}>::kLinked = Rows<::kbx::Section{20}>::kChunks;
decltype(Rows<::kbx::Section{21}>::kLinked) Rows<::kbx::Section{21}>::kLinked = Rows<::kbx::Section{21}>::kChunks;
decltype(Rows<::kbx::Section{22}>::kLinked) Rows<::kbx::Section{22}>::kLinked = Rows<::kbx::Section{22}>::kChunks;
decltype(Rows<::kbx::Section{23}>::kLinked) Rows<::kbx::Section{23}>::kLinked = Rows<::kbx::Section{23}>::kChunks;
decltype(Rows<::kbx::Section{24}>::kLinked) Rows<::kbx::Section{24}>::kLinked = Rows<::kbx::Section{24}>::kChunks;
decltype(Rows<::kbx::Section{25}>::kLinked) Rows<::kbx::Section{25}>::kLinked = Rows<::kbx::Section{25}>::kChunks;
decltype(Rows<::kbx::Section{26}>::kLinked) Rows<::kbx::Section{26}>::kLinked = Rows<::kbx::Section{26}>::kChunks;
decltype(Rows<::kbx::Section{27}>::kLinked) Rows<::kbx::Section{27}>::kLinked = Rows<::kbx::Section{27}>::kChunks;
decltype(Rows<::kbx::Section{28}>::kLinked) Rows<::kbx::Section{28}>::kLinked = Rows<::kbx::Section{28}>::kChunks;
decltype(Rows<::kbx::Section{29}>::kLinked) Rows<::kbx::Section{29}>::kLinked = Rows<::kbx::Section{29}>::kChunks;
decltype(Rows<::kbx::Section{30}>::kLinked) Rows<::kbx::Section{30}>::kLinked = Rows<::kbx::Section{30}>::kChunks;

}  // namespace table_data

namespace {

constexpr Text text_of(std::string_view text) { return Text(text.data(), text.size()); }

// A place in the row of an entry; zeros when there is none.
const char* place(Id id, std::size_t at) {
  return Storage::row<::kbx::Section::kEntries>(id.index()) + at;
}

Text text(Id id, std::size_t at) {
  return id ? text_of(::kbx::text_at(Storage(), place(id, at))) : Text();
}

template <::kbx::Section kRows, typename Reader>
auto list(Id id, std::size_t at) {
  return ::kbx::list_at<kRows, Reader>(Storage(), place(id, at));
}

auto dead_ends(Id id) {
  return list<::kbx::Section::kDeadEnds, ::kbx::DeadEnd<Storage>>(id, ::kbx::EntryAt::kDeadEnds);
}

auto workarounds(Id id) {
  return list<::kbx::Section::kWorkarounds, ::kbx::Workaround<Storage>>(
      id, ::kbx::EntryAt::kWorkarounds);
}

}  // namespace

using At = ::kbx::EntryAt;

Id Id::find(Text id) { return Id(::kb::find(id).index()); }

Text Id::id() const { return text(*this, At::kId); }
Text Id::signature() const { return text(*this, At::kSignature); }
Text Id::signature_zh() const { return text(*this, At::kSignatureZh); }
Text Id::regex() const { return text(*this, At::kRegex); }
Text Id::domain() const { return text(*this, At::kDomain); }
Text Id::category() const { return text(*this, At::kCategory); }
Text Id::subcategory() const { return text(*this, At::kSubcategory); }
Text Id::root_cause() const { return text(*this, At::kRootCause); }
Text Id::root_cause_type() const { return text(*this, At::kRootCauseType); }
Text Id::root_cause_zh() const { return text(*this, At::kRootCauseZh); }
Text Id::official_doc_url() const { return text(*this, At::kOfficialDocUrl); }
Text Id::official_doc_section() const { return text(*this, At::kOfficialDocSection); }
Text Id::error_code() const { return text(*this, At::kErrorCode); }
Text Id::verification_tier() const { return text(*this, At::kVerificationTier); }
Text Id::resolvable() const { return text(*this, At::kResolvable); }
Text Id::first_seen() const { return text(*this, At::kFirstSeen); }
Text Id::last_confirmed() const { return text(*this, At::kLastConfirmed); }
Text Id::last_updated() const { return text(*this, At::kLastUpdated); }
Text Id::locale() const { return text(*this, At::kLocale); }

double Id::confidence() const { return ::kbx::load_double(place(*this, At::kConfidence)); }
double Id::fix_success_rate() const { return ::kbx::load_double(place(*this, At::kFixSuccessRate)); }
std::uint64_t Id::evidence_count() const { return ::kbx::load64(place(*this, At::kEvidenceCount)); }

std::uint32_t Id::dead_end_count() const { return dead_ends(*this).size(); }

Id::DeadEnd Id::dead_end(std::uint32_t at) const {
  const auto list = dead_ends(*this);
  if (at >= list.size()) return {};
  const ::kbx::DeadEnd<Storage> one = list[at];
  return {text_of(one.action), text_of(one.why_fails), text_of(one.condition), one.fail_rate};
}

std::uint32_t Id::workaround_count() const { return workarounds(*this).size(); }

Id::Workaround Id::workaround(std::uint32_t at) const {
  const auto list = workarounds(*this);
  if (at >= list.size()) return {};
  const ::kbx::Workaround<Storage> one = list[at];
  return {text_of(one.action), text_of(one.how), text_of(one.condition), one.success_rate};
}

Id::Affects Id::affects(Text product, Text version) const {
  if (!*this) return Affects::kNo;
  return static_cast<Affects>(Entry::read(Storage(), index_).affects(product, version));
}

}  // namespace kb
