#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"
#include "pattern/syntax_tree.h"
#include "text/ascii.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// What is around a dot, folded: characters that the regex spells out.
struct Surroundings {
  std::string before;
  std::string after;
  bool is_between_digits = false;
};

constexpr std::size_t kMostBytesAround = 40;

// Whether the node takes digits only: `4`, `\d`, `[0-9]`, or a repeat of one.
bool takes_digits(const SyntaxTree& syntax, NodeId id) {
  if (id == kNoNode) return false;
  const SyntaxNode* node = &syntax[id];
  if (node->kind == SyntaxKind::kRepeat && node->value > 0) node = &syntax[node->child];
  if (node->kind == SyntaxKind::kLiteral) return node->value >= '0' && node->value <= '9';
  const std::string_view written = syntax.text_of(*node);
  return written == "\\d" || written == "[0-9]";
}

// What texts of the entry have in the place of the dot.
struct Seen {
  bool dot = false;
  bool other = false;
};

void look(std::string_view text, const Surroundings& around, Seen& seen) {
  const std::string folded = fold_case(text);
  for (std::size_t at = folded.find(around.before); at != std::string::npos;
       at = folded.find(around.before, at + 1)) {
    const std::size_t dot = at + around.before.size();
    const std::size_t length = decode(folded, dot).length;
    if (length == 0 || !std::string_view(folded).substr(dot + length).starts_with(around.after)) {
      continue;
    }
    (folded[dot] == '.' ? seen.dot : seen.other) = true;
  }
}

// A name's ending that hardly follows anything but a dot.
bool is_file_ending(std::string_view after) {
  constexpr std::array<std::string_view, 28> kEndings = {
      "bashrc", "cfg",   "conf", "cpp",  "cs",   "css", "csv",  "dll", "exe", "html",
      "ini",    "ipynb", "jar",  "java", "json", "jsx", "lock", "log", "md",  "pem",
      "php",    "ps1",   "py",   "sql",  "toml", "tsx", "xml",  "yaml"};
  std::size_t length = 0;
  while (length < after.size() && is_word(after[length])) ++length;
  return std::find(kEndings.begin(), kEndings.end(), after.substr(0, length)) != kEndings.end();
}

bool is_domain_ending(std::string_view before, std::string_view after) {
  constexpr std::array<std::string_view, 6> kEndings = {"com", "org", "net", "io", "dev", "gov"};
  std::size_t length = 0;
  while (length < after.size() && is_word(after[length])) ++length;
  std::size_t letters = 0;
  while (letters < before.size() && is_word(before[before.size() - 1 - letters])) ++letters;
  return letters > 2 &&
         std::find(kEndings.begin(), kEndings.end(), after.substr(0, length)) != kEndings.end() &&
         (length < after.size() ? after[length] == '/' : true);
}

// Why the dot is meant for one; nothing when it may be meant for any character.
std::optional<std::string> reason(const Entry& entry, const Surroundings& around) {
  Seen seen;
  const bool is_spelt = !around.before.empty() && !around.after.empty();
  if (is_spelt) {
    look(entry["signature"].value, around, seen);
    for (const Text& example : entry.list("examples")) look(example.value, around, seen);
  }
  if (seen.other) return {};
  if (around.is_between_digits) return "is between digits";
  if (seen.dot) return "is where the signature or an example has a dot";
  if (!is_spelt || !is_word(around.before.back())) return {};
  if (is_file_ending(around.after)) return "is before a file extension";
  if (is_domain_ending(around.before, around.after)) return "is before a top-level domain";
  return {};
}

void append_folded(std::string& text, const SyntaxNode& node) {
  append_utf8(text, fold(node.value));
}

class DotFinder {
 public:
  DotFinder(const Entry& entry, Report& report)
      : entry_(entry), report_(report), syntax_(entry.pattern.syntax()) {}

  // Looks at every dot among the items from `first` on.
  void check_row(NodeId first) {
    std::string before;
    NodeId previous = kNoNode;
    for (NodeId id = first; id != kNoNode; previous = id, id = syntax_[id].next) {
      const SyntaxNode& node = syntax_[id];
      if (node.kind == SyntaxKind::kAny) check_dot(id, previous, before);
      if (node.kind == SyntaxKind::kLiteral) {
        append_folded(before, node);
      } else {
        before.clear();
      }
    }
  }

 private:
  void check_dot(NodeId id, NodeId previous, const std::string& before) {
    Surroundings around;
    const std::size_t skipped = before.size() > kMostBytesAround
                                    ? previous_offset(before, before.size() - kMostBytesAround)
                                    : 0;
    around.before = before.substr(skipped);
    for (NodeId next = syntax_[id].next;
         next != kNoNode && syntax_[next].kind == SyntaxKind::kLiteral &&
         around.after.size() < kMostBytesAround;
         next = syntax_[next].next) {
      append_folded(around.after, syntax_[next]);
    }
    around.is_between_digits =
        takes_digits(syntax_, previous) && takes_digits(syntax_, syntax_[id].next);
    const std::optional<std::string> why = reason(entry_, around);
    if (!why || ++count_ > kMaxFindingsInText) return;
    const Span span = entry_["regex"].part(syntax_[id].span.begin, syntax_[id].span.end);
    report_.at(span, "unescaped-dot"_fault, "`.` matches any character, but " + *why)
        .help("write `\\\\.`")
        .fix("write `\\\\.`", span, "\\\\.");
  }

  const Entry& entry_;
  Report& report_;
  const SyntaxTree& syntax_;
  std::size_t count_ = 0;
};

}  // namespace

void regex_unescaped_dot(const Entry& entry, const Context&, Report& report) {
  if (!entry["regex"].present() || !entry.pattern.syntax().ok()) return;
  DotFinder finder(entry, report);
  for (const SyntaxNode& node : entry.pattern.syntax().nodes) {
    if (node.kind == SyntaxKind::kConcat) finder.check_row(node.child);
  }
}

extern const Explanation regex_unescaped_dot_explanation = {
    "A `.` of the regex, which matches any character, is used where a literal dot is meant: "
    "between digits, before the ending of a file's name or of a domain, or where `signature` or "
    "`examples` have a dot and nothing else.",
    "`6.4` matches `664` and `6:4`, so the entry is offered for other errors.",
    R"("regex": "upgrade to git 2.40")",
    R"("regex": "upgrade to git 2\\.40")",
    "Put two backslashes before it, because a backslash is doubled inside JSON. If the program "
    "prints other characters there, add an example that shows one.",
};

}  // namespace kbc
