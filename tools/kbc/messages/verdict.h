#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kbx/index.h"
#include "messages/message_matcher.h"
#include "messages/message_test.h"

namespace kbc {

// What became of one test.
struct Verdict {
  const MessageTest* test = nullptr;
  std::vector<Answer> answers;  // to its message, the best first
  std::size_t rank = 0;         // of the wanted entry among them, from 1; 0: it is not there
  std::string fault;            // what is wrong; empty for a test that has passed

  bool has_passed() const { return fault.empty(); }
};

// An alias will do for the id of an entry.
Verdict judge(const MessageTest& test, const kbx::Index& index, std::vector<Answer> answers);

// What is reached over messages that have a right answer, and over those that have none.
struct Figures {
  std::size_t asked = 0, first = 0, in_three = 0;
  double reciprocal = 0;
  std::size_t without = 0, answered = 0;

  // The rank of the right answer among those to a message, 0 if it is not there.
  void add_asked(std::size_t rank);
  void add_without(bool is_answered);
  void add(const Verdict& verdict);

  // Of no message, 0.
  double precision_at_1() const { return share(static_cast<double>(first), asked); }
  double precision_at_3() const { return share(static_cast<double>(in_three), asked); }
  double mean_reciprocal_rank() const { return share(reciprocal, asked); }
  double false_positives() const { return share(static_cast<double>(answered), without); }

 private:
  static double share(double part, std::size_t all) {
    return all == 0 ? 0 : part / static_cast<double>(all);
  }
};

// The head of a table of figures and a row of it, with line breaks.
std::string figures_head();
std::string figures_row(const std::string& name, const Figures& figures);

}  // namespace kbc
