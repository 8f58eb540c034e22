#include "index/made_index.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "catch.h"
#include "emit/emit.h"
#include "link/link.h"
#include "link/place_titles.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Taxonomy made_taxonomy() {
  Taxonomy taxonomy;
  taxonomy.domains = {{"a", "The first of all domains."}, {"git", "Version control."}};
  taxonomy.categories = {{"c", "Category c."}, {"sync_error", "Two sides disagree."}};
  taxonomy.root_cause_types = {{"generic", "Of no special kind."}};
  return taxonomy;
}

std::string index_of(const std::vector<std::string>& entries) {
  Pools pools;
  std::vector<Objects> objects(1);
  for (const std::string& text : entries) {
    Document document;
    parse_json(text, Dialect::kJson, document);
    const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
    assemble(entry, static_cast<FileId>(objects[0].entries.size()), pools, objects[0]);
  }
  const Provenance provenance = {{pools.texts.intern("tool"), pools.texts.intern("kbc")},
                                 {pools.texts.intern("tool-version"), pools.texts.intern("0.1.0")}};
  LinkOptions options;
  options.titles = titles_of(made_taxonomy(), pools.texts);
  const Result<Image> image = link(objects, pools, {}, provenance, options);
  if (!image) FAIL(image.error().message);
  std::ostringstream out;
  write_index(*image, out);
  return std::move(out).str();
}

std::vector<std::string> entry_texts(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(folder)) {
    if (file.path().extension() == ".json") paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) texts.push_back(content_of(path));
  REQUIRE(!texts.empty());
  return texts;
}

std::vector<std::string> own_entries() {
  return entry_texts(std::string(KBC_SOURCE_FOLDER) + "/entries");
}

}  // namespace kbc
