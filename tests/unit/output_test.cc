// The formats on findings made by hand: what no entry can be made to show on purpose.

#include "output/output.h"

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/fault_name.h"
#include "core/rapidjson.h"
#include "diagnostic/rule_id.h"
#include "load/line_index.h"
#include "load/source.h"
#include "output/rule_docs.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using namespace std::literals;

// A run's findings, rendered without a knowledge base.
class Run {
 public:
  FileId file(std::string text, std::string path, std::string path_id = "") {
    return sources_.add(source_from_text(std::move(text), std::move(path), std::move(path_id)));
  }

  Place place(FileId file, std::size_t begin, std::size_t end, std::string pointer = "") {
    const LineIndex& lines = sources_.lines(file);
    const Span span = span_of(begin, end);
    return {file, span, std::move(pointer), lines.at(span.begin), lines.at(span.end)};
  }

  Diagnostic& finding(Place place, std::string message, RuleId rule = RuleId::date_order,
                      FaultName fault = "wrong-order"_fault) {
    Diagnostic finding;
    finding.fault = fault.text();
    finding.rule = rule;
    finding.severity = info_of(rule).severity;
    finding.place = std::move(place);
    finding.message = std::move(message);
    return findings_.emplace_back(std::move(finding));
  }

  std::string render(std::string_view format, bool color = false) {
    std::vector<FileId> entries;
    for (FileId id = 0; id < sources_.size(); ++id) entries.push_back(id);
    Rendering rendering;
    rendering.bases = {{&findings_, &sources_, &entries}};
    rendering.counts = count(findings_, sources_, entries.size());
    rendering.color = color;
    if (!docs_url_.empty()) rendering.docs_url = docs_url_;
    std::ostringstream out;
    for (const FormatInfo& info : all_formats()) {
      if (info.name == format) info.render(rendering, out);
    }
    return out.str();
  }

  // The document that a JSON format writes; the test fails if it is none.
  rapidjson::Document json(std::string_view format) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(render(format).c_str());
    INFO(rapidjson::GetParseError_En(document.GetParseError()));
    REQUIRE(!document.HasParseError());
    return document;
  }

  SourceSet& sources() { return sources_; }
  void publish_docs(std::string_view url) { docs_url_ = url; }

 private:
  std::string_view docs_url_;
  SourceSet sources_;
  std::vector<Diagnostic> findings_;
};

std::string text_of(const rapidjson::Value& value) {
  REQUIRE(value.IsString());
  return {value.GetString(), value.GetStringLength()};
}

std::size_t lines_in(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '\n' ? 1 : 0;
  return count;
}

// Everything that could break a format, in one text.
constexpr std::string_view kNasty =
    "a\0b\x1b[31m\r\n\t\"\\<&>'%,:]]>{0}[x](y)\x7f\xC2\x9B\xE2\x80\xAE\xEF\xBF\xBE\xFF\xED\xA0\x80中"sv;

Run nasty_run() {
  Run run;
  const FileId file = run.file(std::string(kNasty) + "\n" + std::string(kNasty),
                               "entries/" + std::string(kNasty) + ".json");
  Diagnostic& finding =
      run.finding(run.place(file, 2, 9, "/" + std::string(kNasty)), std::string(kNasty));
  finding.help = kNasty;
  finding.details().notes.push_back({run.place(file, 60, 62), std::string(kNasty)});
  finding.details().fix = Fix{std::string(kNasty), Safety::kUnsafe, {{file, {1, 2}, "x"}}};
  return run;
}

}  // namespace

TEST_CASE("every format is valid UTF-8 whatever the findings hold", "[output]") {
  Run run = nasty_run();
  for (const FormatInfo& format : all_formats()) {
    CAPTURE(format.name);
    const std::string out = run.render(format.name);
    CHECK(!out.empty());
    CHECK(!first_invalid_utf8(out));
    CHECK(out == run.render(format.name));
  }
}

TEST_CASE("nothing but line ends controls the terminal", "[output]") {
  Run run = nasty_run();
  for (const std::string_view format : {"text"sv, "short"sv, "junit"sv}) {
    CAPTURE(format);
    const std::string out = run.render(format);
    for (const char c : out) {
      if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f) FAIL_CHECK(int{c});
    }
    CHECK(out.find("\xC2\x9B") == std::string::npos);
    CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
  }
  CHECK(lines_in(run.render("short")) == 1);
  CHECK(lines_in(run.render("github")) == 1);
  // One line each for the finding and its note, two for each excerpt, help, fix, blank, summary.
  CHECK(lines_in(run.render("text")) == 10);
}

TEST_CASE("colors surround what entries hold, and nothing of it adds one", "[output]") {
  Run run = nasty_run();
  const std::string plain = run.render("text");
  std::string colored = run.render("text", true);
  CHECK(colored != plain);
  for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("json keeps every text exactly but for bytes that are not UTF-8", "[output]") {
  Run run = nasty_run();
  const rapidjson::Document document = run.json("json");
  const std::string expected =
      "a\0b\x1b[31m\r\n\t\"\\<&>'%,:]]>{0}[x](y)\x7f\xC2\x9B\xE2\x80\xAE\xEF\xBF\xBE\uFFFD\uFFFD\uFFFD\uFFFD中"s;
  const rapidjson::Value& finding = document["findings"][0];
  CHECK(text_of(finding["message"]) == expected);
  CHECK(text_of(finding["help"]) == expected);
  CHECK(text_of(finding["pointer"]) == "/" + expected);
  CHECK(text_of(finding["path"]) == "entries/" + expected + ".json");
  CHECK(text_of(finding["notes"][0]["message"]) == expected);
  CHECK(text_of(finding["fix"]["message"]) == expected);
  CHECK(text_of(finding["fix"]["safety"]) == "unsafe");
}

TEST_CASE("an edit that cannot be told exactly is not told", "[output]") {
  Run run;
  const FileId file = run.file("abc", "entries/a.json");
  run.finding(run.place(file, 0, 1), "m").details().fix =
      Fix{"f", Safety::kSafe, {{file, {0, 1}, "\xFF"}}};
  CHECK(!run.json("json")["findings"][0].HasMember("fix"));
  CHECK(!run.json("sarif")["runs"][0]["results"][0].HasMember("fixes"));
}

TEST_CASE("positions are lines, code points and bytes", "[output]") {
  Run run;
  const FileId file = run.file("中é\nx🙂y\n", "entries/a.json");
  run.finding(run.place(file, 3, 11), "m");
  const rapidjson::Document json = run.json("json");
  const rapidjson::Value& range = json["findings"][0]["range"];
  CHECK(range["start"]["line"].GetUint() == 1);
  CHECK(range["start"]["column"].GetUint() == 2);
  CHECK(range["start"]["offset"].GetUint() == 3);
  CHECK(range["end"]["line"].GetUint() == 2);
  CHECK(range["end"]["column"].GetUint() == 3);
  CHECK(range["end"]["offset"].GetUint() == 11);
  const rapidjson::Document sarif = run.json("sarif");
  const rapidjson::Value& region =
      sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startColumn"].GetUint() == 2);
  CHECK(region["endLine"].GetUint() == 2);
  CHECK(region["endColumn"].GetUint() == 3);
  CHECK(region["byteOffset"].GetUint() == 3);
  CHECK(region["byteLength"].GetUint() == 8);
  CHECK(run.render("github") ==
        "::error file=entries/a.json,line=1,endLine=2,title=date-order::m\n");
}

TEST_CASE("github escapes what would end a property or a message", "[output]") {
  Run run;
  const FileId file = run.file("abc", "a,b:c%d\r\ne");
  run.finding(run.place(file, 1, 1), "100%: a, b::c").help = "50%";
  CHECK(run.render("github") ==
        "::error file=a%2Cb%3Ac%25d%0D%0Ae,line=1,endLine=1,col=2,endColumn=2,title=date-order::"
        "100%25: a, b::c%0Ahelp: 50%25\n");
}

TEST_CASE("severities have the names of each format", "[output]") {
  Run run;
  const FileId file = run.file("abc", "a.json");
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    run.finding(run.place(file, 0, 1), "m").severity = severity;
  }
  const rapidjson::Document json = run.json("json");
  const rapidjson::Document sarif = run.json("sarif");
  const rapidjson::Document gitlab = run.json("gitlab");
  const char* const names[][3] = {
      {"error", "error", "major"}, {"warning", "warning", "minor"}, {"info", "note", "info"}};
  for (rapidjson::SizeType index = 0; index < 3; ++index) {
    CHECK(json["findings"][index]["severity"] == names[index][0]);
    CHECK(sarif["runs"][0]["results"][index]["level"] == names[index][1]);
    CHECK(gitlab[index]["severity"] == names[index][2]);
  }
  const std::string github = run.render("github");
  CHECK(github.starts_with("::error "));
  CHECK(github.find("\n::warning ") != std::string::npos);
  CHECK(github.find("\n::notice ") != std::string::npos);
}

TEST_CASE("a URI in SARIF is relative to the base only if it is inside", "[output]") {
  Run run;
  for (const std::string path :
       {"entries/a b/100%/é:?#.json", "../x.json", "/abs/x y.json", "a\xFF"}) {
    run.finding(run.place(run.file("abc", path), 0, 1), "m");
  }
  const rapidjson::Document sarif = run.json("sarif");
  const auto location = [&](rapidjson::SizeType index) -> const rapidjson::Value& {
    return sarif["runs"][0]["results"][index]["locations"][0]["physicalLocation"]
                ["artifactLocation"];
  };
  CHECK(location(0)["uri"] == "entries/a%20b/100%25/%C3%A9%3A%3F%23.json");
  CHECK(location(0)["uriBaseId"] == "%SRCROOT%");
  CHECK(location(1)["uri"] == "../x.json");
  CHECK(!location(1).HasMember("uriBaseId"));
  CHECK(location(2)["uri"] == "file:///abs/x%20y.json");
  CHECK(!location(2).HasMember("uriBaseId"));
  CHECK(location(3)["uri"] == "a%FF");
}

TEST_CASE("SARIF messages hold no placeholder and no link", "[output]") {
  Run run;
  run.finding(run.place(run.file("abc", "a.json"), 0, 1), "`[0-9](ms)` and {0}");
  const rapidjson::Document sarif = run.json("sarif");
  CHECK(sarif["runs"][0]["results"][0]["message"]["text"] == "`[0-9\\](ms)` and {{0}}");
}

TEST_CASE("a fix over two files is one change for each", "[output]") {
  Run run;
  const FileId a = run.file("abc\nabc", "a.json");
  const FileId b = run.file("x\ny", "b.json");
  run.finding(run.place(a, 0, 1), "m").details().fix =
      Fix{"f", Safety::kUnsafe, {{a, {0, 1}, "X"}, {a, {4, 7}, ""}, {b, {3, 3}, "Y"}}};
  const rapidjson::Document sarif = run.json("sarif");
  const rapidjson::Value& fix = sarif["runs"][0]["results"][0]["fixes"][0];
  REQUIRE(fix["artifactChanges"].Size() == 2);
  const rapidjson::Value& first = fix["artifactChanges"][0];
  CHECK(first["artifactLocation"]["uri"] == "a.json");
  REQUIRE(first["replacements"].Size() == 2);
  CHECK(first["replacements"][0]["insertedContent"]["text"] == "X");
  CHECK(!first["replacements"][1].HasMember("insertedContent"));
  CHECK(first["replacements"][1]["deletedRegion"]["startLine"].GetUint() == 2);
  CHECK(first["replacements"][1]["deletedRegion"]["byteLength"].GetUint() == 3);
  const rapidjson::Value& second = fix["artifactChanges"][1];
  CHECK(second["artifactLocation"]["uri"] == "b.json");
  CHECK(second["replacements"][0]["deletedRegion"]["startColumn"].GetUint() == 2);
  CHECK(second["replacements"][0]["deletedRegion"]["endColumn"].GetUint() == 2);
  const rapidjson::Document json = run.json("json");
  const rapidjson::Value& edits = json["findings"][0]["fix"]["edits"];
  REQUIRE(edits.Size() == 3);
  CHECK(edits[2]["path"] == "b.json");
  CHECK(edits[2]["range"]["start"]["line"].GetUint() == 2);
  CHECK(edits[2]["text"] == "Y");
}

TEST_CASE("SARIF links to the documentation where it is published, and nowhere else", "[output]") {
  Run run = nasty_run();
  const auto driver = [](const rapidjson::Document& log) -> const rapidjson::Value& {
    return log["runs"][0]["tool"]["driver"];
  };
  if (kDocsUrl.empty()) {
    const rapidjson::Document log = run.json("sarif");
    CHECK_FALSE(driver(log).HasMember("informationUri"));
    CHECK_FALSE(driver(log)["rules"][0].HasMember("helpUri"));
  }
  run.publish_docs("https://example.org/kbc");
  const rapidjson::Document log = run.json("sarif");
  CHECK(text_of(driver(log)["informationUri"]) == "https://example.org/kbc");
  CHECK(text_of(driver(log)["rules"][0]["helpUri"]) ==
        "https://example.org/kbc/rules.md#" + text_of(driver(log)["rules"][0]["id"]));
}

TEST_CASE("SARIF carries what kbc explain shows", "[output]") {
  Run run = nasty_run();
  const rapidjson::Document log = run.json("sarif");
  for (const RuleInfo& rule : all_rules()) {
    CAPTURE(rule.name);
    const rapidjson::Value& help =
        log["runs"][0]["tool"]["driver"]["rules"][static_cast<unsigned>(rule.id)]["help"];
    std::ostringstream explained;
    write_explanation(rule.id, explained);
    std::string text = text_of(help["text"]);
    // The standard doubles braces and puts a backslash before what would be a link.
    for (const std::string_view escaped : {"{{", "}}", "\\]("}) {
      for (std::size_t at = 0; (at = text.find(escaped, at)) != std::string::npos; ++at)
        text.erase(at, 1);
    }
    CHECK(text == explained.str());
    CHECK_THAT(text_of(help["markdown"]), ContainsSubstring("Bad:\n\n```json\n"));
  }
}

TEST_CASE("fingerprints differ where the findings do, and only there", "[output]") {
  const auto fingerprints = [](Run& run) {
    std::vector<std::string> all;
    const rapidjson::Document gitlab = run.json("gitlab");
    for (const rapidjson::Value& issue : gitlab.GetArray()) {
      all.push_back(text_of(issue["fingerprint"]));
    }
    return all;
  };
  Run run;
  const FileId a = run.file("abcdef", "here/a.json", "x/a");
  const FileId b = run.file("abcdef", "here/b.json", "x/b");
  run.finding(run.place(a, 0, 1, "/p"), "m");
  run.finding(run.place(a, 1, 2, "/p"), "m");
  run.finding(run.place(a, 2, 3, "/q"), "m");
  run.finding(run.place(a, 3, 4, "/p"), "m", RuleId::date_order, "other-fault"_fault);
  run.finding(run.place(a, 3, 4, "/p"), "m", RuleId::date_future);
  run.finding(run.place(a, 3, 4, "/p"), "m").subject = "s";
  run.finding(run.place(b, 0, 1, "/p"), "m");
  const std::vector<std::string> before = fingerprints(run);
  for (std::size_t one = 0; one < before.size(); ++one) {
    CHECK(before[one].size() == 16);
    for (std::size_t other = 0; other < one; ++other) CHECK(before[one] != before[other]);
  }

  Run moved;
  const FileId moved_a = moved.file("\n\nabcdef", "there/a.json", "x/a");
  moved.finding(moved.place(moved_a, 3, 4, "/p"), "in other words");
  moved.finding(moved.place(moved_a, 5, 6, "/p"), "and in others");
  const std::vector<std::string> after = fingerprints(moved);
  CHECK(after[0] == before[0]);
  CHECK(after[1] == before[1]);
}

// The fingerprint of a finding at `at` in a text.
std::string fingerprint_at(const std::string& text, std::string_view at, std::string pointer) {
  Run run;
  const std::size_t place = text.find(at);
  REQUIRE(place != std::string::npos);
  run.finding(run.place(run.file(text, "a.json"), place, place + at.size(), std::move(pointer)),
              "m");
  return text_of(run.json("gitlab")[0]["fingerprint"]);
}

TEST_CASE("a fingerprint names an element of a list by what it is", "[output]") {
  struct Sample {
    std::string what, alone, among;  // the element's text, and two others around it
    std::string pointer_alone, pointer_among;
  };
  const Sample samples[] = {
      {"a text", R"(["MARK"])", R"(["y", "MARK", "z"])", "/0", "/1"},
      {"error_id", R"([{"error_id": "a/b", "p": "MARK"}])",
       R"([{"error_id": "a/c", "p": 1}, {"p": "MARK", "q": 2, "error_id": "a/b"}])", "/0/p",
       "/1/p"},
      {"action", R"([{"action": "Do\u0020it", "p": "MARK"}])",
       R"([{"action": "Or not"}, {"p": "MARK", "action": "Do it"}])", "/0/p", "/1/p"},
      {"version", R"([{"version": "v", "p": "MARK"}])",
       R"([1, {"version": "w"}, {"version": "v", "p": "MARK", "q": []}])", "/0/p", "/2/p"},
      {"any value", R"([{"a": 1, "p": "MARK"}])", R"([[], {"p": "MARK", "a": 1.0}])", "/0/p",
       "/1/p"},
      {"a list in a list", R"([[["MARK"]]])", R"([1, [2, ["MARK"], 3]])", "/0/0/0", "/1/1/0"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.what);
    const std::string alone = fingerprint_at(sample.alone, "MARK", sample.pointer_alone);
    const bool is_named = sample.what != "a list in a list";  // the outer ones are other values
    CHECK((alone == fingerprint_at(sample.among, "MARK", sample.pointer_among)) == is_named);
  }
}

TEST_CASE("equal elements of a list have fingerprints of their own", "[output]") {
  const std::string text =
      R"([{"action": "a", "p": "X"}, {"action": "a", "p": "Y"}, {"action": "a", "p": "Z"}])";
  const std::string x = fingerprint_at(text, "X", "/0/p");
  const std::string y = fingerprint_at(text, "Y", "/1/p");
  const std::string z = fingerprint_at(text, "Z", "/2/p");
  CHECK(x != y);
  CHECK(y != z);
  CHECK(x != z);
  // What is put before them is not one of them.
  const std::string more = R"([0, {"action": "a", "p": "X"}, 1, {"action": "a", "p": "Y"}])";
  CHECK(fingerprint_at(more, "X", "/1/p") == x);
  CHECK(fingerprint_at(more, "Y", "/3/p") == y);
}

TEST_CASE("fingerprints of a long list cost time in proportion to it", "[output]") {
  Run run;
  std::string text = "[";
  for (std::size_t at = 0; at < 40'000; ++at) text += at == 0 ? "\"x\"" : ",\"x\"";
  const FileId file = run.file(text + "]", "a.json");
  for (std::size_t at = 0; at < 40'000; ++at) {
    run.finding(run.place(file, 1 + 4 * at, 4 + 4 * at, "/" + std::to_string(at)), "m");
  }
  CHECK(run.json("gitlab").Size() == 40'000);
}

TEST_CASE("a finding in a text that cannot be read has a fingerprint", "[output]") {
  CHECK(fingerprint_at("[MARK", "MARK", "/0") != fingerprint_at("[1, MARK", "MARK", "/1"));
}

TEST_CASE("no findings make an empty document of each format", "[output]") {
  Run run;
  run.file("{}", "a.json");
  CHECK(run.render("short").empty());
  CHECK(run.render("github").empty());
  CHECK(run.render("gitlab") == "[]\n");
  CHECK(run.render("text") == "0 errors, 0 warnings, 0 info in 1 entry\n");
  CHECK(run.json("json")["findings"].Empty());
  CHECK(run.json("sarif")["runs"][0]["results"].Empty());
  CHECK(run.render("junit").find("<testsuites tests=\"1\" failures=\"0\" errors=\"0\">") !=
        std::string::npos);
}

TEST_CASE("XML gets references and no forbidden character", "[output]") {
  Run run;
  run.finding(run.place(run.file("abc", "a\"<&>.json"), 0, 1), "<\x01 & ]]>\xEF\xBF\xBF");
  const std::string junit = run.render("junit");
  CHECK(junit.find("name=\"a&quot;&lt;&amp;&gt;.json\"") != std::string::npos);
  CHECK(junit.find("error[date-order]: &lt;&lt;U+0001&gt; &amp; ]]&gt;\uFFFD\n") !=
        std::string::npos);
}

}  // namespace kbc
