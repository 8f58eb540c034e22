// The C functions give what the C++ reader gives, and nothing for what is not there.

#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "config/version.h"
#include "index/made_index.h"
#include "index/next_version.h"
#include "kbx/index.h"
#include "kbx/kbx.h"
#include "lower/entry_fields.h"
#include "paths.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using Mapped = kbx::Mapped;

// An index of this repository's own entries as a file, open in both ways.
class OpenBoth {
 public:
  // longer: by how many bytes rows are longer than this version knows.
  explicit OpenBoth(std::size_t longer = 0) {
    std::vector<std::string> entries = own_entries();
    entries.push_back(
        R"({"id": "a/b", "error_code": "E1", "aliases": ["a/old"], "examples": ["x"],
            "os_specific": {"linux": "n"}, "tags": ["t"],
            "versions": [{"version": "P >=1,<2 || >=x"}],
            "transition_graph": {"leads_to": [{"error_id": "git/none"}]}})");
    bytes = index_of(entries);
    if (longer > 0) bytes = with_longer_rows(bytes, longer);
    folder_.write("kb.kbx", bytes);
    std::string sentence;
    cpp = kbx::Index::open(folder_.path("kb.kbx"), sentence);
    char error[100];
    c = kbx_open(folder_.path("kb.kbx").c_str(), error, sizeof error);
    REQUIRE(cpp);
    REQUIRE(c != nullptr);
    CHECK(error[0] == '\0');
  }
  ~OpenBoth() { kbx_close(c); }

  std::string bytes;
  std::optional<kbx::Index> cpp;
  kbx_index* c = nullptr;

 private:
  TemporaryFolder folder_;
};

std::string_view view(kbx_text text) { return {text.data, text.size}; }

void same(kbx_text c, std::string_view cpp) {
  CHECK(view(c) == cpp);
  CHECK((c.data == nullptr) == kbx::is_absent(cpp));
}
void same(double c, double cpp) { CHECK((c == cpp || (c != c && cpp != cpp))); }

void same_texts(const kbx_index* c, std::uint32_t entry, int list, const kbx::Texts<Mapped>& cpp) {
  REQUIRE(kbx_list_size(c, entry, list) == cpp.size());
  for (std::uint32_t at = 0; at < cpp.size(); ++at)
    same(kbx_list_text(c, entry, list, at), cpp[at]);
  CHECK(kbx_list_text(c, entry, list, cpp.size()).data == nullptr);
}

template <typename Actions>
void same_actions(const kbx_index* c, std::uint32_t entry, int list, const Actions& cpp) {
  REQUIRE(kbx_list_size(c, entry, list) == cpp.size());
  for (std::uint32_t at = 0; at < cpp.size(); ++at) {
    const kbx_action action = kbx_list_action(c, entry, list, at);
    const auto expected = cpp[at];
    same(action.action, expected.action);
    same(action.condition, expected.condition);
    if constexpr (std::is_same_v<decltype(expected), const kbx::DeadEnd<Mapped>>) {
      same(action.detail, expected.why_fails);
      same(action.rate, expected.fail_rate);
    } else {
      same(action.detail, expected.how);
      same(action.rate, expected.success_rate);
    }
    REQUIRE(action.sources == expected.sources.size());
    for (std::uint32_t source = 0; source < action.sources; ++source) {
      same(kbx_action_source(c, entry, list, at, source), expected.sources[source]);
    }
    CHECK(kbx_action_source(c, entry, list, at, action.sources).data == nullptr);
  }
  const kbx_action none = kbx_list_action(c, entry, list, cpp.size());
  CHECK(none.action.data == nullptr);
  CHECK(none.rate != none.rate);
}

template <typename Links>
void same_links(const kbx_index* c, std::uint32_t entry, int list, const Links& cpp) {
  REQUIRE(kbx_list_size(c, entry, list) == cpp.size());
  for (std::uint32_t at = 0; at < cpp.size(); ++at) {
    const kbx_link link = kbx_list_link(c, entry, list, at);
    same(link.error_id, cpp[at].error_id);
    same(link.distinction, cpp[at].distinction);
    same(link.condition, cpp[at].condition);
    same(link.typical_delay, cpp[at].typical_delay);
    same(link.probability, cpp[at].probability);
    CHECK(link.source == cpp[at].source);
    CHECK(link.target == cpp[at].target);
    CHECK(link.kind - KBX_LEADS_TO == static_cast<int>(cpp[at].kind));
  }
  CHECK(kbx_list_link(c, entry, list, cpp.size()).target == KBX_NONE);
}

void same_intervals(const kbx_index* c, std::uint32_t entry, std::uint32_t version, int which,
                    const kbx::List<Mapped, kbx::Interval<Mapped>>& cpp) {
  REQUIRE(kbx_intervals_size(c, entry, version, which) == cpp.size());
  for (std::uint32_t at = 0; at < cpp.size(); ++at) {
    const kbx_interval interval = kbx_version_interval(c, entry, version, which, at);
    same(interval.low, cpp[at].low);
    same(interval.high, cpp[at].high);
  }
  CHECK(kbx_version_interval(c, entry, version, which, cpp.size()).low.data == nullptr);
}

template <typename Keys, typename With>
void same_keys(const kbx_index* c, int kind, const Keys& keys, const With& with) {
  REQUIRE(kbx_keys_size(c, kind) == keys.size());
  CHECK(keys.size() > 0);
  for (std::uint32_t key = 0; key < keys.size(); ++key) {
    same(kbx_key_text(c, kind, key), keys[key].name);
    const auto entries = with(keys[key].name);
    REQUIRE(kbx_key_size(c, kind, key) == entries.size());
    for (std::uint32_t at = 0; at < entries.size(); ++at) {
      CHECK(kbx_key_entry(c, kind, key, at) == entries[at].index());
      const std::string_view name = keys[key].name;
      CHECK(kbx_entry_with_n(c, kind, name.data(), name.size(), at) == entries[at].index());
    }
    CHECK(kbx_key_entry(c, kind, key, entries.size()) == KBX_NONE);
  }
  CHECK(kbx_key_text(c, kind, keys.size()).data == nullptr);
  CHECK(kbx_key_size(c, kind, keys.size()) == 0);
}

void same_versions(const kbx_index* c, const kbx::Entry<Mapped>& cpp) {
  REQUIRE(kbx_list_size(c, cpp.index(), KBX_VERSIONS) == cpp.versions().size());
  for (std::uint32_t at = 0; at < cpp.versions().size(); ++at) {
    const kbx_version version = kbx_list_version(c, cpp.index(), at);
    const kbx::Version<Mapped> expected = cpp.versions()[at];
    same(version.version, expected.version);
    same(version.product, expected.product);
    same(version.introduced, expected.introduced);
    same(version.deprecated, expected.deprecated);
    same(version.removed, expected.removed);
    same(version.behavior_change, expected.behavior_change);
    same(version.status, expected.status);
    same_intervals(c, cpp.index(), at, KBX_CERTAIN, expected.intervals);
    same_intervals(c, cpp.index(), at, KBX_CONDITIONAL, expected.conditional);
    CHECK(kbx_intervals_size(c, cpp.index(), at, 2) == 0);
    const std::string product(expected.product);
    for (const char* number : {"0", "1.5", "3.11", "2.5", "2.0-5", "3.11-Final", "99", "humble"}) {
      CHECK(kbx_affects(c, cpp.index(), product.c_str(), number) ==
            static_cast<int>(cpp.affects(product, number)));
      CHECK(kbx_affects_n(c, cpp.index(), expected.product.data(), expected.product.size(), number,
                          std::string_view(number).size()) ==
            static_cast<int>(cpp.affects(product, number)));
    }
  }
  REQUIRE(kbx_list_size(c, cpp.index(), KBX_OS_SPECIFIC) == cpp.os_specific().size());
  for (std::uint32_t at = 0; at < cpp.os_specific().size(); ++at) {
    same(kbx_list_os_note(c, cpp.index(), at).system, cpp.os_specific()[at].system);
    same(kbx_list_os_note(c, cpp.index(), at).text, cpp.os_specific()[at].text);
  }
}

void same_fields(const kbx_index* c, const kbx::Entry<Mapped>& cpp) {
  const auto text = [&](int field) { return kbx_entry_text(c, cpp.index(), field); };
  same(text(KBX_ID), cpp.id());
  same(text(KBX_SIGNATURE), cpp.signature());
  same(text(KBX_SIGNATURE_ZH), cpp.signature_zh());
  same(text(KBX_REGEX), cpp.regex());
  same(text(KBX_DOMAIN), cpp.domain());
  same(text(KBX_CATEGORY), cpp.category());
  same(text(KBX_SUBCATEGORY), cpp.subcategory());
  same(text(KBX_ROOT_CAUSE), cpp.root_cause());
  same(text(KBX_ROOT_CAUSE_TYPE), cpp.root_cause_type());
  same(text(KBX_ROOT_CAUSE_ZH), cpp.root_cause_zh());
  same(text(KBX_OFFICIAL_DOC_URL), cpp.official_doc_url());
  same(text(KBX_OFFICIAL_DOC_SECTION), cpp.official_doc_section());
  same(text(KBX_ERROR_CODE), cpp.error_code());
  same(text(KBX_VERIFICATION_TIER), cpp.verification_tier());
  same(text(KBX_RESOLVABLE), cpp.resolvable());
  same(text(KBX_FIRST_SEEN), cpp.first_seen());
  same(text(KBX_LAST_CONFIRMED), cpp.last_confirmed());
  same(text(KBX_LAST_UPDATED), cpp.last_updated());
  same(text(KBX_LOCALE), cpp.locale());
  CHECK(kbx_find(c, std::string(cpp.id()).c_str()) == cpp.index());
  same(kbx_entry_confidence(c, cpp.index()), cpp.confidence());
  same(kbx_entry_fix_success_rate(c, cpp.index()), cpp.fix_success_rate());
  CHECK(kbx_entry_evidence_count(c, cpp.index()) == cpp.evidence_count());
  CHECK(kbx_entry_hash(c, cpp.index()) == cpp.hash());
}

}  // namespace

namespace {

void same_all(const OpenBoth& both) {
  CHECK(kbx_size(both.c) == both.cpp->size());
  CHECK(kbx_minor_version(both.c) == both.cpp->minor_version());
  CHECK(kbx_content_id(both.c) == both.cpp->content_id());
  CHECK(view(kbx_bytes(both.c)) == both.bytes);
  CHECK(view(kbx_provenance(both.c, "tool")) == "kbc");
  CHECK(kbx_provenance(both.c, "nothing").data == nullptr);
  REQUIRE(kbx_provenance_size(both.c) == both.cpp->provenance_count());
  for (std::uint32_t at = 0; at < both.cpp->provenance_count(); ++at) {
    same(kbx_provenance_name(both.c, at), both.cpp->provenance(at).name);
    same(kbx_provenance_value(both.c, at), both.cpp->provenance(at).value);
  }
  CHECK(kbx_provenance_name(both.c, both.cpp->provenance_count()).data == nullptr);
  const kbx::Index& cpp = *both.cpp;
  same_keys(both.c, KBX_BY_CODE, cpp.error_codes(), [&](auto key) { return cpp.with_code(key); });
  same_keys(both.c, KBX_BY_DOMAIN, cpp.domains(), [&](auto key) { return cpp.in_domain(key); });
  same_keys(both.c, KBX_BY_CATEGORY, cpp.categories(),
            [&](auto key) { return cpp.in_category(key); });
  same_keys(both.c, KBX_BY_TAG, cpp.tags(), [&](auto key) { return cpp.with_tag(key); });
  char error[100] = "x";
  CHECK(kbx_verify(both.c, error, sizeof error) == 1);
  CHECK(std::string(error).empty());
  for (const auto& entry : both.cpp->entries()) {
    CAPTURE(entry.id());
    same_fields(both.c, entry);
    same_texts(both.c, entry.index(), KBX_TAGS, entry.tags());
    same_texts(both.c, entry.index(), KBX_ALIASES, entry.aliases());
    same_texts(both.c, entry.index(), KBX_EXAMPLES, entry.examples());
    same_texts(both.c, entry.index(), KBX_COUNTEREXAMPLES, entry.counterexamples());
    same_texts(both.c, entry.index(), KBX_KBC_IGNORE, entry.kbc_ignore());
    same_texts(both.c, entry.index(), KBX_DEAD_ENDS_ZH, entry.dead_ends_zh());
    same_texts(both.c, entry.index(), KBX_WORKAROUNDS_ZH, entry.workarounds_zh());
    same_actions(both.c, entry.index(), KBX_DEAD_ENDS, entry.dead_ends());
    same_actions(both.c, entry.index(), KBX_WORKAROUNDS, entry.workarounds());
    same_versions(both.c, entry);
    same_links(both.c, entry.index(), KBX_LEADS_TO, entry.leads_to());
    same_links(both.c, entry.index(), KBX_PRECEDED_BY, entry.preceded_by());
    same_links(both.c, entry.index(), KBX_CONFUSED_WITH, entry.frequently_confused_with());
    same_links(both.c, entry.index(), KBX_INCOMING, both.cpp->incoming(entry.index()));
  }
}

}  // namespace

TEST_CASE("the C reader gives every field that the C++ reader gives", "[reader][c]") {
  // Also when the rows are those of a later version.
  for (const std::size_t longer : {0, 8, 16}) {
    CAPTURE(longer);
    same_all(OpenBoth(longer));
  }
}

TEST_CASE("the C reader looks up by alias, code, domain, category and tag", "[reader][c]") {
  const OpenBoth both;
  const std::uint32_t entry = kbx_find(both.c, "a/b");
  CHECK(kbx_find(both.c, "a/old") == entry);
  CHECK(kbx_find(both.c, "a/none") == KBX_NONE);
  CHECK(kbx_entry_with(both.c, KBX_BY_CODE, "E1", 0) == entry);
  CHECK(kbx_entry_with(both.c, KBX_BY_CODE, "E1", 1) == KBX_NONE);
  CHECK(kbx_count_with(both.c, KBX_BY_CODE, "E2") == 0);
  CHECK(kbx_entry_with(both.c, KBX_BY_TAG, "t", 0) == entry);
  CHECK(kbx_count_with(both.c, KBX_BY_DOMAIN, "git") == both.cpp->in_domain("git").size());
  const std::string category(both.cpp->at(entry + 1)->category());
  CHECK(kbx_count_with(both.c, KBX_BY_CATEGORY, category.c_str()) ==
        both.cpp->in_category(category).size());
  CHECK(kbx_affects(both.c, entry, "p", "1.5") == KBX_YES);
  CHECK(kbx_affects(both.c, entry, "p", "2.5") == KBX_UNKNOWN);
  CHECK(kbx_affects(both.c, entry, "p", "1.0-0ubuntu1") == KBX_YES);
  CHECK(kbx_affects(both.c, entry, "q", "1.5") == KBX_NO);
}

TEST_CASE("the C reader gives titles", "[reader][c]") {
  const OpenBoth both;
  REQUIRE(!both.cpp->titles().empty());
  for (const auto& title : both.cpp->titles()) {
    const int field = static_cast<int>(title.field / 8);
    same(kbx_title_n(both.c, field, title.name.data(), title.name.size()), title.title);
  }
  CHECK(view(kbx_title(both.c, KBX_DOMAIN, "git")) == "Version control.");
  CHECK(kbx_title(both.c, KBX_CATEGORY, "git").data == nullptr);
  CHECK(kbx_title(both.c, KBX_TAGS, "git").data == nullptr);
  for (const int field : {int{KBX_ID}, -1, 1000}) {
    CHECK(kbx_title(both.c, field, "git").data == nullptr);
  }
  CHECK(kbx_title(both.c, KBX_DOMAIN, nullptr).data == nullptr);
  CHECK(kbx_title(nullptr, KBX_DOMAIN, "git").data == nullptr);
}

TEST_CASE("the C reader reads an index into memory", "[reader][c]") {
  const TemporaryFolder folder;
  folder.write("kb.kbx", index_of(own_entries()));
  char error[100];
  kbx_index* index = kbx_read(folder.path("kb.kbx").c_str(), error, sizeof error);
  REQUIRE(index != nullptr);
  folder.write("kb.kbx", "");
  CHECK(kbx_verify(index, error, sizeof error) == 1);
  CHECK(kbx_size(index) > 0);
  kbx_close(index);
}

TEST_CASE("the C reader answers what makes no sense with nothing", "[reader][c]") {
  char error[20];
  CHECK(kbx_open("/no/such/file/anywhere.kbx", error, sizeof error) == nullptr);
  CHECK(std::string(error) == "/no/such/file/anywh");
  CHECK(kbx_open("/no/such", nullptr, 0) == nullptr);
  CHECK(kbx_open(nullptr, error, sizeof error) == nullptr);
  CHECK(kbx_read(nullptr, error, sizeof error) == nullptr);
  kbx_close(nullptr);
  CHECK(kbx_verify(nullptr, error, sizeof error) == 0);
  CHECK(std::string(error) == "no index");
  CHECK(kbx_size(nullptr) == 0);
  CHECK(kbx_content_id(nullptr) == 0);
  CHECK(kbx_bytes(nullptr).data == nullptr);
  CHECK(kbx_provenance(nullptr, "tool").data == nullptr);
  CHECK(kbx_find(nullptr, "x") == KBX_NONE);
  CHECK(kbx_count_with(nullptr, KBX_BY_TAG, "x") == 0);
  CHECK(kbx_list_size(nullptr, 0, KBX_INCOMING) == 0);
  CHECK(kbx_affects(nullptr, 0, "p", "1") == KBX_NO);
  CHECK(kbx_minor_version(nullptr) == 0);
  CHECK(kbx_provenance_size(nullptr) == 0);
  CHECK(kbx_keys_size(nullptr, KBX_BY_TAG) == 0);
  CHECK(kbx_key_text(nullptr, KBX_BY_TAG, 0).data == nullptr);
  CHECK(kbx_intervals_size(nullptr, 0, 0, KBX_CERTAIN) == 0);

  const OpenBoth both;
  const std::uint32_t far = kbx_size(both.c);
  CHECK(kbx_find(both.c, nullptr) == KBX_NONE);
  CHECK(kbx_entry_text(both.c, far, KBX_ID).data == nullptr);
  CHECK(kbx_entry_text(both.c, 0, 99).data == nullptr);
  CHECK(kbx_entry_with(both.c, 99, "git", 0) == KBX_NONE);
  CHECK(kbx_list_size(both.c, 0, 99) == 0);
  CHECK(kbx_list_text(both.c, 0, KBX_DEAD_ENDS, 0).data == nullptr);
  CHECK(kbx_list_action(both.c, 0, KBX_TAGS, 0).action.data == nullptr);
  CHECK(kbx_list_version(both.c, far, 0).version.data == nullptr);
  CHECK(kbx_list_os_note(both.c, 0, far).text.data == nullptr);
  CHECK(kbx_entry_confidence(both.c, far) != kbx_entry_confidence(both.c, far));
  CHECK(kbx_affects(both.c, far, nullptr, nullptr) == KBX_NO);
}

TEST_CASE("the C reader takes texts that do not end in a NUL", "[reader][c]") {
  const OpenBoth both;
  const std::uint32_t entry = kbx_find(both.c, "a/b");
  const std::string_view text = "a/bcd";
  CHECK(kbx_find_n(both.c, text.data(), 3) == entry);
  CHECK(kbx_find_n(both.c, text.data(), 5) == KBX_NONE);
  CHECK(kbx_find_n(both.c, nullptr, 3) == KBX_NONE);
  CHECK(kbx_count_with_n(both.c, KBX_BY_CODE, "E1x", 2) == 1);
  // What an index gives out needs no copy.
  const std::uint32_t size = kbx_size(both.c);
  for (std::uint32_t at = 0; at < size; ++at) {
    for (std::uint32_t link = 0; link < kbx_list_size(both.c, at, KBX_LEADS_TO); ++link) {
      const kbx_link item = kbx_list_link(both.c, at, KBX_LEADS_TO, link);
      CHECK(kbx_find_n(both.c, item.error_id.data, item.error_id.size) == item.target);
    }
  }
}

TEST_CASE("the C reader opens bytes in memory", "[reader][c]") {
  const OpenBoth both;
  char error[100] = "x";
  kbx_index* index = kbx_open_memory(both.bytes.data(), both.bytes.size(), error, sizeof error);
  REQUIRE(index != nullptr);
  CHECK(std::string(error).empty());
  CHECK(kbx_size(index) == kbx_size(both.c));
  CHECK(kbx_verify(index, error, sizeof error) == 1);
  kbx_close(index);
  CHECK(kbx_open_memory(both.bytes.data(), 100, error, sizeof error) == nullptr);
  CHECK_THAT(std::string(error), StartsWith("it has 100 bytes and says "));
  CHECK(kbx_open_memory(nullptr, 100, error, sizeof error) == nullptr);
  CHECK(std::string(error) == "too short for an index");
}

TEST_CASE("the versions of the C header and of the library are kbc's", "[reader][c]") {
  unsigned major = 0, minor = 0, patch = 0;
  REQUIRE(std::sscanf(std::string(kVersion).c_str(), "%u.%u.%u", &major, &minor, &patch) == 3);
  CHECK(KBX_VERSION == major * 10000 + minor * 100 + patch);
  CHECK(kbx_library_version() == KBX_VERSION);
}

TEST_CASE("threads may read one index at once", "[reader][c]") {
  const OpenBoth both;
  std::vector<std::thread> threads;
  std::vector<std::uint32_t> found(4);
  for (std::uint32_t& count : found) {
    threads.emplace_back([&both, &count] {
      for (std::uint32_t entry = 0; entry < kbx_size(both.c); ++entry) {
        const std::string id(view(kbx_entry_text(both.c, entry, KBX_ID)));
        if (kbx_find(both.c, id.c_str()) == entry) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::uint32_t count : found) CHECK(count == kbx_size(both.c));
}

TEST_CASE("the numbers of the C interface are the places of the fields in the table",
          "[reader][c]") {
  std::ifstream header(std::string(KBC_SOURCE_FOLDER) + "/tools/reader/kbx/kbx.h");
  std::string line;
  std::set<std::string> named;
  bool is_in_enum = false;
  while (std::getline(header, line)) {
    CAPTURE(line);
    is_in_enum =
        line != "};" && (is_in_enum || line == "enum kbx_field {" || line == "enum kbx_list {");
    if (!is_in_enum || !line.starts_with("  KBX_") || line.starts_with("  KBX_INCOMING")) continue;
    const std::size_t equals = line.find(" = ");
    REQUIRE(equals != std::string::npos);
    const std::string name = lower_ascii(line.substr(6, equals - 6));
    const bool is_short = name == "confused_with";
    const kbx::EntryField* field =
        kbx::entry_field(is_short ? "frequently_confused_with" : name.c_str());
    REQUIRE(field != nullptr);
    CHECK(field->at == 8 * std::stoul(line.substr(equals + 3)));
    named.insert(field->name);
  }
  std::size_t expected = 0;
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    if (!kbx::is_text(field) && field.kind != kbx::FieldKind::kList) continue;
    ++expected;
    CHECK(named.count(field.name) == 1);
  }
  CHECK(named.size() == expected);
}

}  // namespace kbc
