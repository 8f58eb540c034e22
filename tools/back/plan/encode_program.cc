// The writer of what query/match/program.cc runs; kbx/program.h is the contract between the two,
// and what each step means is described only there.
#include "plan/encode_program.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "kbx/program.h"

namespace kbc {
namespace {

constexpr std::size_t kMostInStep = 255;

void append_op(std::string& program, kbx::Op op) { program += static_cast<char>(op); }

void append_text(std::string& program, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += kMostInStep) {
    const std::string_view part = text.substr(at, kMostInStep);
    append_op(program, kbx::Op::kText);
    program += static_cast<char>(part.size());
    program += part;
  }
}

}  // namespace

std::string encode_program(const Variant& variant) {
  std::string program;
  for (std::size_t at = 0; at < variant.size(); ++at) {
    const Token& token = variant[at];
    switch (token.kind) {
      case Token::Kind::kText:
        append_text(program, token.text);
        break;
      case Token::Kind::kAny: {
        std::size_t count = 1;
        while (count < kMostInStep && at + 1 < variant.size() &&
               variant[at + 1].kind == Token::Kind::kAny) {
          ++at;
          ++count;
        }
        append_op(program, kbx::Op::kAny);
        program += static_cast<char>(count);
        break;
      }
      case Token::Kind::kNear:
        append_op(program, kbx::Op::kNear);
        program += static_cast<char>(token.least);
        program += static_cast<char>(token.most);
        break;
      case Token::Kind::kGap:
        append_op(program, kbx::Op::kGap);
        break;
      case Token::Kind::kOne:
      case Token::Kind::kRun:
        append_op(program, token.kind == Token::Kind::kOne ? kbx::Op::kOne : kbx::Op::kRun);
        program.append(token.set.data(), token.set.size());
    }
  }
  return program;
}

void append_requirement(const std::vector<std::string>& texts, std::string& program) {
  append_op(program, kbx::Op::kRequire);
  program += static_cast<char>(texts.size());
  for (const std::string& text : texts) append_text(program, text);
}

}  // namespace kbc
