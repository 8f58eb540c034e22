#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/parse.h"
#include "parse/recognise.h"

namespace kbc {

enum class Mend { kDone, kImpossible };

// A token as messages show it.
std::string shown_token(std::string_view text);

// Says what is wrong with a text that is not JSON, and repairs what is certain in a copy of the
// same length, so that every offset stays true. Bytes whose value had to be guessed are reported by
// damaged(): a value that holds one of them is not the author's.
class Repair {
 public:
  Repair(std::string_view original, Dialect dialect);

  // Bytes that are not UTF-8, a byte-order mark. Impossible: another encoding.
  Mend mend_encoding();

  // The first fault of the grammar. Of a text that is in the grammar: what the reader refuses all
  // the same. `reader_offset` is where the reader stopped.
  Mend mend_syntax(std::size_t reader_offset);

  void add(JsonFault fault) { faults_.push_back(std::move(fault)); }

  std::string_view text() const { return *text_; }
  const std::vector<JsonFault>& faults() const { return faults_; }
  const std::vector<std::uint32_t>& damaged() const { return damaged_; }
  // Names without quotes, which are in text() as other names of the same length.
  const std::vector<Span>& unquoted_names() const { return unquoted_names_; }
  std::vector<JsonFault> take_faults() { return std::move(faults_); }
  std::unique_ptr<std::string> take_text() { return std::move(text_); }

 private:
  // repair_text.cc: by the characters.
  void mend_bytes();
  bool mend_surrogates();
  bool mask_numbers();
  void mend_string(Span first);
  void mend_comments();
  bool mend_blanks();

  Mend mend_at(const Violation& violation);

  // repair_token.cc: what JSON does not have.
  Mend mend_token(const Violation& violation);
  Mend mend_number(const Violation& violation);
  Mend mend_quotes(Span span);
  Mend mend_unclosed(const Violation& violation);
  Mend mend_word(const Violation& violation);
  Mend mend_name(const Violation& violation);

  // repair_grammar.cc: what JSON has elsewhere.
  Mend mend_grammar(const Violation& violation);
  Mend mend_comma(const Violation& violation);
  Mend mend_bracket(const Violation& violation);
  Mend mend_after(const Violation& violation);
  Mend mend_rest(const Violation& violation);
  bool mend_early_end(const Violation& violation);
  Mend mend_missing(const Violation& violation, std::string_view wanted, FaultName name,
                    std::string message);
  Mend mend_end(const Violation& violation);

  void blank(Span span);
  void damage(Span span);
  void put_guess(Span span);
  JsonFault& tell(Span span, FaultName name, std::string message, std::string help);
  std::string_view at(Span span) const { return text().substr(span.begin, span.size()); }

  std::unique_ptr<std::string> text_;
  Dialect dialect_;
  bool values_are_mended_ = false;
  std::vector<JsonFault> faults_;
  std::vector<std::uint32_t> damaged_;
  std::vector<Span> unquoted_names_;
};

}  // namespace kbc
