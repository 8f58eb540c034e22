// What kb_table.h and kb_ids.h declare. Made by kbc; do not edit.

#include "kb_ids.h"
#include "kb_table.h"

namespace kb {
inline namespace c_4f5cec168ea94206_b817d56b {
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

// The functions of an Id are those of its entry.
Entry entry(Id id) { return Entry(Storage(), id.index()); }

}  // namespace

Id Id::find(Text id) { return Id(::kb::find(id).index()); }
Code Id::find_code(Text name) { return ::kb::find_code(name); }

Text Id::id() const { return text_of(entry(*this).id()); }
Text Id::signature() const { return text_of(entry(*this).signature()); }
Text Id::signature_zh() const { return text_of(entry(*this).signature_zh()); }
Text Id::regex() const { return text_of(entry(*this).regex()); }
Text Id::domain() const { return text_of(entry(*this).domain()); }
Text Id::category() const { return text_of(entry(*this).category()); }
Text Id::subcategory() const { return text_of(entry(*this).subcategory()); }
Text Id::root_cause() const { return text_of(entry(*this).root_cause()); }
Text Id::root_cause_type() const { return text_of(entry(*this).root_cause_type()); }
Text Id::root_cause_zh() const { return text_of(entry(*this).root_cause_zh()); }
Text Id::official_doc_url() const { return text_of(entry(*this).official_doc_url()); }
Text Id::official_doc_section() const { return text_of(entry(*this).official_doc_section()); }
Text Id::error_code() const { return text_of(entry(*this).error_code()); }
Text Id::verification_tier() const { return text_of(entry(*this).verification_tier()); }
Text Id::resolvable() const { return text_of(entry(*this).resolvable()); }
Text Id::first_seen() const { return text_of(entry(*this).first_seen()); }
Text Id::last_confirmed() const { return text_of(entry(*this).last_confirmed()); }
Text Id::last_updated() const { return text_of(entry(*this).last_updated()); }
Text Id::locale() const { return text_of(entry(*this).locale()); }

double Id::confidence() const { return entry(*this).confidence(); }
double Id::fix_success_rate() const { return entry(*this).fix_success_rate(); }
std::uint64_t Id::evidence_count() const { return entry(*this).evidence_count(); }

std::uint32_t Id::dead_end_count() const { return entry(*this).dead_ends().size(); }

Id::DeadEnd Id::dead_end(std::size_t at) const {
  const auto list = entry(*this).dead_ends();
  if (at >= list.size()) return {};
  const ::kbx::DeadEnd<Storage> one = list[at];
  return {text_of(one.action), text_of(one.why_fails), text_of(one.condition), one.fail_rate};
}

std::uint32_t Id::workaround_count() const { return entry(*this).workarounds().size(); }

Id::Workaround Id::workaround(std::size_t at) const {
  const auto list = entry(*this).workarounds();
  if (at >= list.size()) return {};
  const ::kbx::Workaround<Storage> one = list[at];
  return {text_of(one.action), text_of(one.how), text_of(one.condition), one.success_rate};
}

Id::Affects Id::affects(Text product, Text version) const {
  if (!*this) return Affects::kNo;
  return static_cast<Affects>(entry(*this).affects(product, version));
}

}  // namespace c_4f5cec168ea94206_b817d56b
}  // namespace kb
