// C++ tables of a part of a knowledge base, and programs that hold only what they read of one.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

struct Compiler {
  std::string program;
  std::vector<std::string> flags;
};

// g++ and clang++, each for this machine and for 32 bits, where those are installed.
std::vector<Compiler> compilers(const TemporaryFolder& folder) {
  std::vector<Compiler> all;
  folder.write("any.cc", "#include <string_view>\nint main() {}\n");
  for (const std::string program : {"g++", "clang++"}) {
    if (is_missing(program)) continue;
    for (const std::string bits : {"-m64", "-m32"}) {
      if (run_program(program, {bits, "any.cc", "-o", "any"}, folder.path()).exit != 0) continue;
      all.push_back({program, {bits, "-std=c++17"}});
    }
  }
  return all;
}

// As for a machine with little memory.
const std::vector<std::string> kSmall = {"-Os",
                                         "-fno-exceptions",
                                         "-fno-rtti",
                                         "-ffunction-sections",
                                         "-fdata-sections",
                                         "-Wl,--gc-sections",
                                         "-Wall",
                                         "-Wextra",
                                         "-Wpedantic",
                                         "-Wshadow",
                                         "-Wconversion",
                                         "-Werror",
                                         "-Wno-unused-command-line-argument",
                                         "-Igenerated"};

Outcome compile(const Compiler& compiler, const TemporaryFolder& folder, const std::string& lines,
                std::vector<std::string> more) {
  folder.write("lines.cc", lines);
  more.insert(more.begin(), kSmall.begin(), kSmall.end());
  more.insert(more.begin(), compiler.flags.begin(), compiler.flags.end());
  more.emplace_back("lines.cc");
  return run_program(compiler.program, more, folder.path());
}

// The bytes of the program that these lines make with the table.
std::string program_of(const Compiler& compiler, const TemporaryFolder& folder,
                       const std::string& lines) {
  const Outcome outcome =
      compile(compiler, folder, lines, {"generated/kb_table.cc", "-o", "program"});
  CAPTURE(compiler.program, compiler.flags, outcome.err);
  REQUIRE(outcome.exit == 0);
  CHECK(run_program(folder.path("program"), {}, folder.path()).exit == 0);
  return folder.read("program");
}

Outcome build(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"build", "--today", "2026-01-15", "--quiet"});
  return run(arguments, folder.path());
}

void must_build(const TemporaryFolder& folder, const std::vector<std::string>& arguments) {
  const Outcome outcome = build(folder, arguments);
  CAPTURE(outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
}

bool holds(std::string_view bytes, std::string_view text) {
  return bytes.find(text) != std::string_view::npos;
}

// Two domains, a translation, an error code, links of two kinds and an alias.
class Base : public KnowledgeBaseFolder {
 public:
  Base() {
    clean("push-timeout");
    std::string text = replaced(clean_entry(), R"("signature_zh": null)",
                                "\"signature_zh\": \"\xE6\x8E\xA8\xE9\x80\x81\"");
    text = replaced(text, R"("error_code": null)", R"("error_code": "E128")");
    text = replaced(text, R"("aliases": [])", R"("aliases": ["git/push-refused"])");
    text = replaced(text, R"("leads_to": [])",
                    R"("leads_to": [{"error_id": "git/push-timeout", "probability": 0.25,
                        "condition": "when slow"}])");
    entry("git/push-rejected", text);
    text = replaced(clean_entry(), "git/push-rejected", "ssh/key-refused");
    text = replaced(text, R"("domain": "git")", R"("domain": "ssh")");
    text = replaced(text, "failed to push some refs to the remote", "the key is refused");
    entry("ssh/key-refused", replaced(text, "failed to push some refs", "key is refused"));
  }
};

}  // namespace

TEST_CASE("what a table cannot be made of is refused, with the nearest name", "[table-parts]") {
  const Base base;
  const auto err_of = [&](const std::vector<std::string>& arguments) {
    const Outcome outcome = build(base, arguments);
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK(err_of({"--fields", "id,signatur"}) ==
        "kbc: --fields: unknown field `signatur`; did you mean `signature`?\n");
  CHECK(err_of({"--fields", "workarounds.actoin"}) ==
        "kbc: --fields: unknown field `workarounds.actoin`; did you mean `workarounds.action`?\n");
  CHECK(err_of({"--domain", "gti"}) ==
        "kbc: --domain: no entry is in `gti`; did you mean `git`?\n");
  CHECK(err_of({"--languages", "klingon"}) ==
        "kbc: --languages: unknown language `klingon`; known are en and zh\n");
  CHECK(holds(err_of({"--fields", "signature_zh", "--languages", "en"}), "`signature_zh`"));
  CHECK(holds(err_of({"--emit", "index", "--domain", "git"}), "add `cpp` to it"));
}

TEST_CASE("the index has all, whatever the tables have", "[table-parts]") {
  const Base base;
  must_build(base, {"--out", "all"});
  for (int round = 0; round < 2; ++round) {
    const std::string out = "part" + std::to_string(round);
    must_build(base, {"--out", out, "--fields", "signature,workarounds.action", "--domain", "git",
                      "--languages", "en"});
    CHECK(base.read(out + "/kb.kbx") == base.read("all/kb.kbx"));
    for (const std::string file : {"/kb_table.h", "/kb_ids.h", "/kb_table.cc"}) {
      CHECK(base.read(out + file) == base.read("part0" + file));
      CHECK(base.read(out + file) != base.read("all" + file));
    }
  }
  const std::string table = base.read("part0/kb_table.h");
  CHECK(holds(table, "failed to push some refs to the remote"));
  CHECK(holds(table, "Rebase onto the remote branch"));
  for (const char* text : {"key is refused", "pull --rebase", "The remote branch holds", "\\346"}) {
    CAPTURE(text);
    CHECK_FALSE(holds(table, text));
  }
}

TEST_CASE("a table of some fields has their functions and no others", "[table-parts][real]") {
  const Base base;
  must_build(base,
             {"--emit", "cpp", "--fields", "error_code,workarounds.action,leads_to.error_id"});
  const std::string head = "#include \"kb_ids.h\"\n#include \"kb_table.h\"\n";
  for (const Compiler& compiler : compilers(base)) {
    program_of(compiler, base, head + R"cc(
      using namespace kb::literals;
      static_assert(sizeof(kb::Entry) <= 64 && sizeof(kb::EntryPtr) <= 64);
      static_assert(kb::find("git/push-refused")->id() == "git/push-rejected");
      static_assert(kb::with_code(kb::Code::kE128).size() == 1);
      static_assert(kb::find("git/push-rejected")->leads_to()[0].error_id == "git/push-timeout");
      static_assert(!kb::find("git/push-rejected")->leads_to()[0].has_probability());
      static_assert(kb::incoming(1)[0].source == 0);
      int main() {
        const auto entry = kb::find("git/push-rejected");
        if (entry->workarounds()[0].action.substr(0, 6) != "Rebase") return 1;
        if (!kbx::is_absent(entry->workarounds()[0].how)) return 2;
        if (std::string_view("git/push-rejected"_kb_id.error_code()) != "E128") return 3;
        if (!entry->workarounds()[0].sources.empty()) return 4;
        int fields = 0;
        entry->each_field([&](const kbx::EntryField&, const auto&) { ++fields; });
        return fields == 4 ? 0 : 5;
      }
    )cc");
    for (const std::string line : {
             "auto wrong = kb::find(\"git/push-rejected\")->signature();",
             "auto wrong = kb::find(\"git/push-rejected\")->confidence();",
             "auto wrong = kb::find(\"git/push-rejected\")->dead_ends();",
             "auto wrong = kb::find(\"git/push-rejected\")->affects(\"git\", \"2.0\");",
             "auto wrong = kb::in_domain(\"git\");",
             "auto wrong = kb::KnowledgeBase().in_domain(\"git\");",
             "auto wrong = kb::Id(0).signature();",
             "auto wrong = kb::Id(0).dead_end_count();",
         }) {
      const Outcome outcome = compile(compiler, base, head + line + "\n", {"-fsyntax-only"});
      CAPTURE(compiler.program, line, outcome.err);
      CHECK(outcome.exit != 0);
      const bool is_of_entry = holds(line, "->") || holds(line, "KnowledgeBase");
      CHECK(holds(outcome.err, "this table was built without") == is_of_entry);
    }
  }
}

TEST_CASE("a program holds what it reads of a table and no more", "[table-parts][real]") {
  const Base base;
  must_build(base, {"--emit", "cpp"});
  const std::string head = "#include \"kb_ids.h\"\n#include \"kb_table.h\"\nvolatile char sink;\n";
  // Texts of the entries by field: root_cause, a workaround's action and steps, a signature, an id.
  const std::vector<std::string> texts = {"The remote branch holds", "Rebase onto the remote",
                                          "Run `git pull", "some refs to the remote",
                                          "ssh/key-refused"};
  struct Use {
    std::string lines;
    std::vector<bool> has;  // by texts
  };
  const std::vector<Use> uses = {
      {"int main() { return 0; }", {false, false, false, false, false}},
      {"constexpr double rate = kb::find(\"git/push-rejected\")->confidence();\n"
       "int main() { return rate > 0.5 ? 0 : 1; }",
       {false, false, false, false, false}},
      {"static constexpr auto text = kbx::copied([] { return kb::at(0)->root_cause(); });\n"
       "static_assert(std::string_view(text).substr(0, 3) == \"The\" && text.size() > 80);\n"
       "int main(int argc, char**) { sink = text.c_str()[argc]; return sink == 0; }",
       {true, false, false, false, false}},
      {"int main(int argc, char**) {\n  static constexpr auto e = "
       "kb::find(\"git/push-rejected\");\n"
       "  sink = e->workarounds()[static_cast<unsigned>(argc) - 1].action[0]; return sink == 0; }",
       {false, true, false, false, false}},
      {"using namespace kb::literals;\nint main(int argc, char**) {\n"
       "  sink = \"git/push-rejected\"_kb_id.signature().data()[argc]; return sink == 0; }",
       {false, false, false, true, false}},
      {"int main(int, char** argv) { return kb::find(argv[0]) ? 1 : 0; }",
       {false, false, false, false, true}},
  };
  for (const Compiler& compiler : compilers(base)) {
    for (const Use& use : uses) {
      CAPTURE(use.lines);
      const std::string program = program_of(compiler, base, head + use.lines + "\n");
      for (std::size_t at = 0; at < texts.size(); ++at) {
        CAPTURE(texts[at]);
        CHECK(holds(program, texts[at]) == use.has[at]);
      }
    }
  }
}

TEST_CASE("a table may be compiled together with what uses it", "[table-parts][real]") {
  const Base base;
  must_build(base, {"--emit", "cpp"});
  must_build(base, {"--emit", "cpp", "--domain", "ssh", "--namespace", "other", "--out", "other"});
  const std::string uses =
      "#include \"kb_table.h\"\n#include \"../other/kb_table.h\"\n"
      "static_assert(kb::size() == 3 && other::size() == 1);\n"
      "int main() {\n  for (const auto e : other::entries()) {\n"
      "    if (kb::find(e.id())->signature() != e.signature()) return 1;\n  }\n  return 0;\n}\n";
  const std::string tables = "#include \"generated/kb_table.cc\"\n#include \"other/kb_table.cc\"\n";
  for (const Compiler& compiler : compilers(base)) {
    for (const std::string& lines : {uses + tables, tables + uses}) {
      const Outcome outcome = compile(compiler, base, lines, {"-I.", "-o", "program"});
      CAPTURE(compiler.program, compiler.flags, outcome.err);
      REQUIRE(outcome.exit == 0);
      CHECK(run_program(base.path("program"), {}, base.path()).exit == 0);
    }
  }
}

TEST_CASE("macros and old standards meet a table", "[table-parts][real]") {
  const Base base;
  must_build(base, {"--emit", "cpp"});
  for (const Compiler& compiler : compilers(base)) {
    const Outcome macros = compile(compiler, base,
                                   "#define kNone 1\n#define version 3\n#define id 4\n"
                                   "#include \"kb_ids.h\"\n#include \"kb_table.h\"\n"
                                   "static_assert(kNone == 1 && version == 3 && id == 4);\n"
                                   "static_assert(kb::size() == 3);\n",
                                   {"-fsyntax-only"});
    CAPTURE(compiler.program, compiler.flags, macros.err);
    CHECK(macros.exit == 0);
    for (const std::string file : {"kb_table.h", "kb_ids.h", "kb_table.cc"}) {
      const Outcome old =
          compile(compiler, base, "#include \"" + file + "\"\n", {"-fsyntax-only", "-std=c++14"});
      CHECK(old.exit != 0);
      CHECK(occurrences(old.err, "error:") == 1);
      CHECK(holds(old.err, file + " needs C++17"));
    }
  }
}

TEST_CASE("ids and codes of two knowledge bases in one file", "[table-parts][real]") {
  const Base base;
  must_build(base, {"--emit", "cpp"});
  must_build(base, {"--emit", "cpp", "--domain", "git", "--namespace", "other", "--out", "other"});
  const std::string head = "#include \"kb_ids.h\"\n#include \"../other/kb_ids.h\"\n";
  for (const Compiler& compiler : compilers(base)) {
    const Outcome sound =
        compile(compiler, base,
                head +
                    "static_assert(kb::id(\"ssh/key-refused\").index() == 2);\n"
                    "static_assert(other::id(\"git/push-refused\").index() == 0);\n"
                    "static_assert(other::code(\"E128\") == other::Code::kE128);\n",
                {"-fsyntax-only"});
    CAPTURE(compiler.program, compiler.flags, sound.err);
    CHECK(sound.exit == 0);
    const Outcome wrong =
        compile(compiler, base, head + "constexpr auto wrong = other::id(\"ssh/key-refused\");\n",
                {"-fsyntax-only"});
    CHECK(wrong.exit != 0);
    CHECK(holds(wrong.err, "no_entry_has_this_id"));
  }
}

TEST_CASE("an entry is JSON, text by language, and a walk over its fields; names have titles",
          "[table-parts][real]") {
  const Base base;
  must_build(base, {"--emit", "cpp,ndjson,index"});
  const std::string lines = R"cc(
#include "kb_table.h"
#include "kbx/json.h"
#include <cstdio>
    static_assert(kb::at(0)->text_in("zh", "signature") == kb::at(0)->signature_zh());
    static_assert(kb::at(1)->text_in("zh", "signature") == kb::at(1)->signature());
    static_assert(kbx::is_absent(kb::at(1)->text_in("zh", "no_such_field")));
    static_assert(!kb::domain_title("git").empty());
    static_assert(kb::title_of(kb::Domain::kGit) == kb::domain_title("git"));
    static_assert(kb::title_of(kb::Category::kSyncError) == kb::category_title("sync_error"));
    static_assert(!kb::root_cause_type_title("generic").empty());
    static_assert(kbx::is_absent(kb::domain_title("gti")));
    static_assert(kb::titles().size() == 4 && kb::titles()[1].name == "ssh");
    int main() {
      for (const auto entry : kb::entries()) std::puts(kbx::json_of(entry).c_str());
      return 0;
    }
  )cc";
  for (const Compiler& compiler : compilers(base)) {
    const Outcome outcome =
        compile(compiler, base, lines,
                {"-I" + kSource + "/tools/reader", "generated/kb_table.cc", "-o", "program"});
    CAPTURE(compiler.program, compiler.flags, outcome.err);
    REQUIRE(outcome.exit == 0);
    CHECK(run_program(base.path("program"), {}, base.path()).out ==
          base.read("generated/kb.ndjson"));
  }
}

}  // namespace kbc
