// The tables that query/match/match_run.cc reads. Each alternative is entered under the rarest
// literal of it (plan/alternative.cc), and each literal under its rarest gram: four bytes, or all
// of a shorter one, rare in the texts of the entries, which stand for logs here. The first four
// tables go from a gram to its literals: bits, large enough that most places of a text which shows
// nothing are passed over by them and small enough for a near cache, and rows under a hash of the
// gram. Time is linear in the alternatives, sorting aside; nearly all of it goes into planning
// them, which all threads do.
#include "link/place_patterns.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "core/parallel.h"
#include "plan/alternative.h"
#include "plan/encode_program.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

using kbx::Section;

// Of a table of bits; the largest is half a megabyte.
constexpr unsigned kFewestBits = 5;
constexpr unsigned kMostBits = kbx::kMostGramBits;
// So many bits for each that is set: more let fewer bytes of a text by that are no gram, until the
// table does not fit into the nearest cache.
constexpr std::size_t kBitsForEach = 24;
// Of the rows of short grams, as few literals have them; and so many bits do no harm.
constexpr std::size_t kRowsForEach = 4, kRowsForEachOfFew = 16;
constexpr unsigned kBitsOfFew = 16;

struct Trigger {
  std::uint32_t alternative = 0;
  std::uint32_t gram = 0;
};

struct Literal {
  std::string text;
  Gram gram;
  std::vector<Trigger> triggers;
};

unsigned bits_for(std::size_t count) {
  unsigned bits = kFewestBits;
  while (bits < kMostBits && (std::size_t{1} << bits) < count) ++bits;
  return bits;
}

// A table of bits, in rows of 32.
class BitTable {
 public:
  explicit BitTable(unsigned bits) : bits_(bits), rows_((std::size_t{1} << bits) / 32) {}

  unsigned bits() const { return bits_; }
  void set(kbx::GramBits gram) { rows_[gram.row] |= gram.bits; }

  std::string bytes() const {
    RowTable rows;
    for (const std::uint32_t row : rows_) {
      rows.start(4);
      rows.put32(0, row);
    }
    return rows.take();
  }

 private:
  unsigned bits_;
  std::vector<std::uint32_t> rows_;
};

class PatternPlacer {
 public:
  PatternPlacer(CaseRule rule, unsigned jobs, Image& image)
      : rule_(rule), jobs_(jobs), image_(image) {}

  void place(const std::vector<std::string_view>& regexes) {
    image_.strings.each_text(
        [&](std::uint32_t, std::string_view text) { counts_.add(fold_case(text)); });
    std::vector<std::vector<Alternative>> plans(regexes.size());
    parallel_for(regexes.size(), jobs_, [&](std::size_t entry, unsigned) {
      plans[entry] = alternatives_of(regexes[entry], rule_, counts_);
    });
    for (std::uint32_t entry = 0; entry < plans.size(); ++entry) {
      for (const Alternative& alternative : plans[entry]) add(entry, alternative);
    }
    image_[Section::kAlternatives] = alternatives_.take();
    image_[Section::kPrograms] = std::move(programs_);
    image_[Section::kAlways] = always_.take();
    place_literals();
  }

 private:
  void add(std::uint32_t entry, const Alternative& alternative) {
    const std::uint32_t number = alternatives_.count();
    alternatives_.start(kbx::info_of(Section::kAlternatives).stride);
    alternatives_.put32(kbx::AlternativeAt::kEntry, entry);
    alternatives_.put32(kbx::AlternativeAt::kProgram, program_at(alternative.program));
    alternatives_.put32(kbx::AlternativeAt::kProgram + 4,
                        static_cast<std::uint32_t>(alternative.program.size()));
    alternatives_.put32(kbx::AlternativeAt::kGram, alternative.third_gram);
    alternatives_.put16(kbx::AlternativeAt::kKind, static_cast<std::uint32_t>(alternative.kind));
    alternatives_.put16(kbx::AlternativeAt::kFlags, alternative.flags);
    alternatives_.put32(kbx::AlternativeAt::kRarity,
                        static_cast<std::uint32_t>(alternative.rarity * 8));
    for (const std::string& text : alternative.triggers) {
      literals_[text].push_back({number, alternative.other_gram});
    }
    if (!alternative.triggers.empty()) return;
    always_.start(4);
    always_.put32(0, number);
  }

  // Equal programs, of entries about one thing, occur once.
  std::uint32_t program_at(const std::string& program) {
    if (program.empty()) return 0;
    const auto [known, is_new] =
        program_places_.emplace(program, static_cast<std::uint32_t>(programs_.size()));
    if (is_new) programs_ += program;
    return known->second;
  }

  void place_literals() {
    std::vector<Literal> literals;
    for (auto& [text, triggers] : literals_) {
      literals.push_back({text, counts_.rarest(text), std::move(triggers)});
    }
    if (literals.empty()) return;
    const unsigned bits = bits_for(2 * literals.size());
    const auto head_of = [&](const Literal& literal) {
      return kbx::gram_hash(literal.gram.value, bits);
    };
    std::stable_sort(literals.begin(), literals.end(),
                     [&](const Literal& a, const Literal& b) { return head_of(a) < head_of(b); });
    RowTable heads;
    std::size_t row = 0;
    for (std::uint64_t head = 0; head <= std::uint64_t{1} << bits; ++head) {
      while (row < literals.size() && head_of(literals[row]) < head) ++row;
      heads.start(4);
      heads.put32(0, static_cast<std::uint32_t>(row));
    }
    image_[Section::kLiteralHeads] = heads.take();
    place_grams(literals);
    place_rows(literals);
  }

  void place_grams(const std::vector<Literal>& literals) {
    const auto is_long = [](const Literal& literal) { return literal.text.size() >= 4; };
    const auto longs =
        static_cast<std::size_t>(std::count_if(literals.begin(), literals.end(), is_long));
    const std::size_t shorts = literals.size() - longs;
    BitTable long_grams(bits_for(longs * kBitsForEach));
    BitTable short_grams(std::max(bits_for(shorts * kRowsForEach * 32),
                                  std::min(kBitsOfFew, bits_for(shorts * kRowsForEachOfFew * 32))));
    for (const Literal& literal : literals) {
      const std::uint32_t gram = literal.gram.value;
      if (is_long(literal)) {
        long_grams.set(kbx::long_gram_bits(gram, long_grams.bits()));
      } else {
        const auto length = static_cast<std::uint32_t>(literal.text.size());
        short_grams.set(kbx::short_gram_bits(gram, length, short_grams.bits()));
      }
    }
    if (longs > 0) image_[Section::kGrams4] = long_grams.bytes();
    if (shorts > 0) image_[Section::kGrams2] = short_grams.bytes();
  }

  void place_rows(const std::vector<Literal>& literals) {
    RowTable rows, triggers;
    std::string texts;
    for (const Literal& literal : literals) {
      rows.start(kbx::info_of(Section::kLiterals).stride);
      rows.put32(kbx::LiteralAt::kGram, literal.gram.value);
      rows.put32(kbx::LiteralAt::kGramAt, literal.gram.at);
      rows.put32(kbx::LiteralAt::kText, static_cast<std::uint32_t>(texts.size()));
      rows.put32(kbx::LiteralAt::kText + 4, static_cast<std::uint32_t>(literal.text.size()));
      rows.put32(kbx::LiteralAt::kTriggers, triggers.count());
      rows.put32(kbx::LiteralAt::kTriggers + 4,
                 static_cast<std::uint32_t>(literal.triggers.size()));
      texts += literal.text;
      for (const Trigger& trigger : literal.triggers) {
        triggers.start(kbx::info_of(Section::kTriggers).stride);
        triggers.put32(kbx::TriggerAt::kAlternative, trigger.alternative);
        triggers.put32(kbx::TriggerAt::kGram, trigger.gram);
      }
    }
    image_[Section::kLiterals] = rows.take();
    image_[Section::kLiteralTexts] = std::move(texts);
    image_[Section::kTriggers] = triggers.take();
  }

  CaseRule rule_;
  unsigned jobs_;
  Image& image_;
  GramCounts counts_;
  RowTable alternatives_, always_;
  std::string programs_;
  std::map<std::string, std::uint32_t> program_places_;
  std::map<std::string, std::vector<Trigger>> literals_;
};

}  // namespace

void place_patterns(const std::vector<std::string_view>& regexes, CaseRule rule, unsigned jobs,
                    Image& image) {
  PatternPlacer(rule, jobs, image).place(regexes);
}

}  // namespace kbc
