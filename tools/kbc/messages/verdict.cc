#include "messages/verdict.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// The place of an entry among the answers, from 1; 0 when it is not there.
std::size_t rank_of(std::uint32_t entry, const std::vector<Answer>& answers) {
  for (std::size_t at = 0; at < answers.size(); ++at) {
    if (answers[at].entry == entry) return at + 1;
  }
  return 0;
}

std::string id_of(const kbx::Index& index, const Answer& answer) {
  return ticked(index.at(answer.entry)->id());
}

std::string unknown_id(std::string_view id) { return "no entry has the id " + ticked(id); }

std::string place_wanted(unsigned within) {
  return within == 1 ? " must be first" : " must be among the first " + std::to_string(within);
}

// What is wrong with the place of the wanted entry; empty for nothing.
std::string fault_of_rank(const MessageTest& test, const kbx::Index& index,
                          const Verdict& verdict) {
  if (verdict.rank > 0 && verdict.rank <= test.within) return {};
  const std::string wanted = ticked(test.expect) + place_wanted(test.within);
  if (verdict.answers.empty()) return wanted + ", and nothing is found";
  const std::string first = id_of(index, verdict.answers.front());
  if (verdict.rank == 0) return wanted + ", and is not found, but " + first;
  return wanted + ", and is number " + std::to_string(verdict.rank) + " after " + first;
}

std::string fault_of_wanted(const MessageTest& test, const kbx::Index& index, Verdict& verdict) {
  if (test.wanted == Wanted::kAnything) return {};
  if (test.wanted == Wanted::kNothing) {
    if (verdict.answers.empty()) return {};
    return "nothing must be found, and " + id_of(index, verdict.answers.front()) + " is";
  }
  const auto entry = index.find(test.expect);
  if (!entry) return unknown_id(test.expect);
  verdict.rank = rank_of(entry.index(), verdict.answers);
  return fault_of_rank(test, index, verdict);
}

// An entry that is gone is found no more, but whoever renames one must say so here.
std::string fault_of_never(const MessageTest& test, const kbx::Index& index,
                           const std::vector<Answer>& answers) {
  for (const std::string& id : test.never) {
    const auto entry = index.find(id);
    if (!entry) return unknown_id(id);
    const std::size_t rank = rank_of(entry.index(), answers);
    if (rank > 0) return ticked(id) + " must not be found, and is number " + std::to_string(rank);
  }
  return {};
}

}  // namespace

Verdict judge(const MessageTest& test, const kbx::Index& index, std::vector<Answer> answers) {
  Verdict verdict;
  verdict.test = &test;
  verdict.answers = std::move(answers);
  verdict.fault = fault_of_wanted(test, index, verdict);
  const std::string never = fault_of_never(test, index, verdict.answers);
  if (!never.empty()) verdict.fault += (verdict.fault.empty() ? "" : "; ") + never;
  return verdict;
}

void Figures::add_asked(std::size_t rank) {
  ++asked;
  if (rank == 0) return;
  first += rank == 1 ? 1 : 0;
  in_three += rank <= 3 ? 1 : 0;
  reciprocal += 1.0 / static_cast<double>(rank);
}

void Figures::add_without(bool is_answered) {
  ++without;
  answered += is_answered ? 1 : 0;
}

void Figures::add(const Verdict& verdict) {
  if (verdict.test->wanted == Wanted::kEntry) add_asked(verdict.rank);
  if (verdict.test->wanted == Wanted::kNothing) add_without(!verdict.answers.empty());
}

std::string figures_head() {
  return "                     messages     P@1     P@3     MRR  without   false\n";
}

std::string figures_row(const std::string& name, const Figures& figures) {
  std::array<char, 128> text{};
  std::snprintf(text.data(), text.size(), " %8zu %7.3f %7.3f %7.3f %8zu %7.3f\n", figures.asked,
                figures.precision_at_1(), figures.precision_at_3(), figures.mean_reciprocal_rank(),
                figures.without, figures.false_positives());
  constexpr std::size_t kWidth = 20;
  std::size_t length = std::min(name.size(), kWidth);
  while (length < name.size() && length > 0 && is_continuation(name[length])) --length;
  std::string padded = name.substr(0, length);
  padded.resize(kWidth, ' ');
  return padded + text.data();
}

}  // namespace kbc
