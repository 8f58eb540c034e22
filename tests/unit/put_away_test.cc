// Texts that are put away to save memory, and read again for what is shown and fixed.

#include <sstream>
#include <string>

#include "analysis/analyse.h"
#include "analysis/repair.h"
#include "analysis/rule_choice.h"
#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "config/config.h"
#include "output/output.h"

namespace kbc {
namespace {

constexpr std::size_t kAllTexts = std::size_t{1} << 30;

std::string with_percentage(const std::string& text) {
  return replaced(text, "\"confidence\": 0.8", "\"confidence\": 80");
}

// Three entries; two have a fault in them, and two are told with a note in another file.
class Folder : public KnowledgeBaseFolder {
 public:
  Folder() {
    entry("git/a", with_percentage(linked("a", "git/b")));
    entry("git/b", linked("b", "git/c"));
    entry("git/c", with_percentage("\n\n" + replaced(linked("c", "git/a"), "leads_to",
                                                     "frequently_confused_with")));
  }

  // With so many bytes of texts in memory.
  Analysis analysis(std::size_t budget) const {
    const Result<Config> config = load_config({path(), {}, {}});
    REQUIRE(config);
    AnalyseOptions options;
    settle_rules(*config, {}, options.rules);
    options.today = Today::exactly(std::chrono::year(2026) / 1 / 15);
    options.texts.budget = budget;
    Analysis analysis = analyse(*config, options);
    locate_and_sort(analysis);
    return analysis;
  }
};

std::string shown(Analysis& analysis) {
  Rendering rendering;
  rendering.bases = {{&analysis.diagnostics, &analysis.sources, {}}};
  std::ostringstream out;
  render_text(rendering, out);
  return std::move(out).str();
}

std::size_t put_away(const Analysis& analysis) {
  std::size_t count = 0;
  for (FileId file = 0; file < analysis.sources.size(); ++file) {
    if (analysis.sources[file].put_away) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("findings in texts that were put away are shown alike", "[put_away]") {
  const Folder folder;
  Analysis all = folder.analysis(kAllTexts);
  CHECK(put_away(all) == 0);
  const std::string expected = shown(all);
  CHECK(occurrences(expected, " |   \"confidence\": 80,\n") == 2);
  CHECK(occurrences(expected, "error_id") > 2);
  Analysis none = folder.analysis(0);
  CHECK(put_away(none) == 3);
  for (FileId file = 0; file < 3; ++file) CHECK(none.sources[file].text.empty());
  CHECK(shown(none) == expected);
  Analysis some = folder.analysis(folder.read("entries/git/a.json").size());
  CHECK(put_away(some) == 2);
  CHECK(shown(some) == expected);
}

TEST_CASE("a file that changed after its text was put away shows no line of it", "[put_away]") {
  const Folder folder;
  Analysis analysis = folder.analysis(0);
  const std::string expected = shown(analysis);
  Analysis again = folder.analysis(0);
  folder.entry("git/a", "{}");
  const std::string rest = shown(again);
  CHECK(occurrences(rest, " |   \"confidence\": 80,\n") == 1);
  CHECK(occurrences(rest, "[rate-percent]") == 2);
  CHECK(occurrences(rest, "{}") == 0);
}

TEST_CASE("texts that were put away are fixed alike, unless they changed", "[put_away]") {
  const Folder folder;
  Analysis all = folder.analysis(kAllTexts);
  Repairs expected(Safety::kSafe);
  REQUIRE(expected.mend(all));
  REQUIRE(expected.texts().size() == 2);
  Analysis none = folder.analysis(0);
  Repairs repairs(Safety::kSafe);
  REQUIRE(repairs.mend(none));
  CHECK(repairs.texts() == expected.texts());
  CHECK(repairs.done() == expected.done());
  CHECK(repairs.diff() == expected.diff());

  Analysis changed = folder.analysis(0);
  folder.entry("git/a", folder.read("entries/git/a.json") + "\n");
  Repairs rest(Safety::kSafe);
  REQUIRE(rest.mend(changed));
  CHECK(rest.texts().size() == 1);
  CHECK(rest.texts().count("entries/git/a.json") == 0);
}

}  // namespace kbc
