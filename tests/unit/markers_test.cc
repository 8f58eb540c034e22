#include "text/markers.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/quantity.h"
#include "text/translation_drift.h"

namespace kbc {
namespace {

using Texts = std::vector<std::string_view>;

Texts parts(std::string_view text, const std::vector<TextRange>& ranges) {
  Texts found;
  for (const TextRange& range : ranges) found.push_back(text.substr(range.offset, range.length));
  return found;
}

Texts code(std::string_view text) { return parts(text, inline_code(text)); }
Texts urls(std::string_view text) { return parts(text, urls_in(text)); }
Texts marks(std::string_view text) { return parts(text, placeholders(text)); }

TEST_CASE("code stands between back-ticks", "[markers]") {
  CHECK(code("run `git push` and `git pull`.") == Texts{"git push", "git pull"});
  CHECK(code("`a`") == Texts{"a"});
  CHECK(code("使用`clean_session=True`设置") == Texts{"clean_session=True"});
  CHECK(code("` padded `") == Texts{"padded"});
  CHECK(code("``a `b` c``") == Texts{"a `b` c"});
  CHECK(code("```\nx\n```") == Texts{"x"});
}

TEST_CASE("a back-tick that is not closed, or closes nothing, is prose", "[markers]") {
  CHECK(code("").empty());
  CHECK(code("a ` b").empty());
  CHECK(code("a `` b").empty());
  CHECK(code("``a `b`") == Texts{"b"});
  CHECK(code("`a` and `b") == Texts{"a"});
}

TEST_CASE("GNU quotes are no code", "[markers]") {
  CHECK(code("cannot find `foo' in `bar'").empty());
  CHECK(code("use `git commit -m 'x'`, then `git push`") == Texts{"git commit -m 'x'", "git push"});
}

TEST_CASE("a URL ends where the sentence goes on", "[markers]") {
  CHECK(urls("see https://example.com/a, or http://b.org.") ==
        Texts{"https://example.com/a", "http://b.org"});
  CHECK(urls("(https://example.com/a_(b))") == Texts{"https://example.com/a_(b)"});
  CHECK(urls("参见https://example.com/文档。") == Texts{"https://example.com/"});
  CHECK(urls("<https://example.com/x>") == Texts{"https://example.com/x"});
  CHECK(urls("https://a.b/?q=1&r=2#top!") == Texts{"https://a.b/?q=1&r=2#top"});
  CHECK(urls("http is not https, nor is http:// a URL").empty());
}

TEST_CASE("marks of unfinished work are placeholders", "[markers]") {
  CHECK(marks("TODO") == Texts{"TODO"});
  CHECK(marks("Explain this. TODO: find a source") == Texts{"TODO"});
  CHECK(marks("FIXME later, XXX and TBD.") == Texts{"FIXME", "XXX", "TBD"});
  CHECK(marks("(TODO)") == Texts{"TODO"});
  CHECK(marks("restart // TODO why") == Texts{"TODO"});
  CHECK(marks("todo: write this") == Texts{"todo"});
  CHECK(marks("Lorem ipsum dolor sit amet") == Texts{"Lorem ipsum"});
  CHECK(marks("因为 TODO 补充") == Texts{"TODO"});
  CHECK(marks("the value is xxx here") == Texts{"xxx"});
  CHECK(marks("xxxxx (XXXX)") == Texts{"xxxxx", "XXXX"});
}

TEST_CASE("a mark is found at every place of a text of any length", "[markers]") {
  for (const std::string mark : {"TODO", "FIXME", "TBD", "todo:", "Todo:", "xxx", "XXX",
                                 "Lorem ipsum", "[describe it]", "<your name>"}) {
    for (std::size_t before = 0; before < 70; ++before) {
      for (const std::size_t after : {0, 1, 2, 40}) {
        std::string text(before, '-');
        if (before > 0) text.back() = ' ';
        text += mark;
        if (after > 0) text += ' ' + std::string(after - 1, '-');
        CAPTURE(text);
        CHECK(marks(text).size() == 1);
      }
    }
  }
}

TEST_CASE("what only looks like a mark is left alone", "[markers]") {
  for (const std::string_view text : {"Minified React error #XXX; visit the page",
                                      "error #xxx",
                                      "token=xxxx",
                                      "xx",
                                      "xxxX",
                                      "nvidia-driver-xxx is missing",
                                      "export KEY=xxx",
                                      "nonce-xxx",
                                      "i-xxx",
                                      "repo:snapshot/xxxxx",
                                      "git-rebase-todo",
                                      "the todo list of a rebase",
                                      "search for TODO comments",
                                      "a TODO app",
                                      "TODOS",
                                      "METODO",
                                      "write `TODO` into it",
                                      "\"TODO\"",
                                      "HTTP 5XX",
                                      "XXXL",
                                      "lorem",
                                      "to do: x",
                                      "Tbdx",
                                      "mastodon",
                                      "xxx.example.com",
                                      ""}) {
    CAPTURE(text);
    CHECK(marks(text).empty());
  }
}

TEST_CASE("what a template tells the author is a placeholder", "[markers]") {
  CHECK(marks("by <your name>") == Texts{"<your name>"});
  CHECK(marks("<describe the root cause>") == Texts{"<describe the root cause>"});
  CHECK(marks("see [insert link here]") == Texts{"[insert link here]"});
  CHECK(marks(" ... ") == Texts{"..."});
  CHECK(marks("待补充") == Texts{"待补充"});
  CHECK(marks("<description>") == Texts{"<description>"});
}

TEST_CASE("usage, generics and markup are left alone", "[markers]") {
  for (const std::string_view text : {"#include <stdio.h>",
                                      "std::vector<int> v",
                                      "a <div> in a <p>",
                                      "kubectl logs <pod>",
                                      "docker run <your-image>",
                                      "git push <remote> <branch>",
                                      "Map<String, Object>",
                                      "`cp <your file> .`",
                                      "git config user.name \"<your name>\"",
                                      "--name=<your name>",
                                      "a < b and c > d",
                                      "<T extends { id: string }>",
                                      "[your account](https://example.com)",
                                      "<input ref={ref} {...props} />",
                                      "array[put it]",
                                      "<add key=\"x\" />",
                                      "wait...",
                                      "[ERROR] what failed",
                                      "<path>",
                                      "The placeholder text"}) {
    CAPTURE(text);
    CHECK(marks(text).empty());
  }
}

std::string described(std::string_view text) {
  std::string result;
  for (const Quantity& quantity : quantities(text)) {
    if (!quantity.stands_alone || quantity.dimension == Dimension::kNone) continue;
    result.append(text.substr(quantity.range.offset, quantity.range.length)).append("|");
  }
  return result;
}

TEST_CASE("a number with its unit is a quantity", "[quantity]") {
  CHECK(described("wait 30 s, then 5 minutes") == "30 s|5 minutes|");
  CHECK(described("1,048,576 bytes or 1.5GB") == "1,048,576 bytes|1.5GB|");
  CHECK(described("a 30-day window, 64-bit, 50%") == "30-day|64-bit|50%|");
  CHECK(described("等待30秒，5 分钟，6个月，10多天") == "30秒|5 分钟|6个月|10多天|");
  CHECK(described("五分钟、二十四小时、百分之五十、半年") == "五分钟|二十四小时|百分之五十|半年|");
  CHECK(described("１５秒") == "１５秒|");
  CHECK(described("512Mi of 2Gi") == "512Mi|2Gi|");
}

TEST_CASE("a number that measures nothing is none", "[quantity]") {
  CHECK(described("HTTP 503, port 8080, 3 retries").empty());
  CHECK(described("Python 3.11.2 s, v2 days, k8s, utf-8 bytes").empty());
  CHECK(described("in the 1990s, %5s, $1 min, #3 days").empty());
  CHECK(described("10 minimum, 5 hostages, 3 space").empty());
  CHECK(described("一些统一的一次").empty());
}

Quantity only(std::string_view text) {
  const std::vector<Quantity> found = quantities(text);
  CAPTURE(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

TEST_CASE("values are read as written", "[quantity]") {
  CHECK(only("1,048,576 bytes").value == 1048576);
  CHECK(only("2.5 GB").value == 2.5);
  CHECK(only("二十五天").value == 25);
  CHECK(only("三百六十五天").value == 365);
  CHECK(only("二〇二四年").value == 2024);
  CHECK(only("10万字节").value == 100'000);
  CHECK(only("1个半小时").value == 1.5);
  CHECK(only("一年半").value == 1.5);
  CHECK(only("半小时").value == 0.5);
  CHECK(only("5千字节").value == 5);
}

TEST_CASE("amounts are equal across units and languages", "[quantity]") {
  const auto equal = [](std::string_view a, std::string_view b) {
    CAPTURE(a, b);
    const bool is_equal = may_be_equal(only(a), only(b));
    CHECK(is_equal == may_be_equal(only(b), only(a)));
    return is_equal;
  };
  CHECK(equal("60 s", "1 分钟"));
  CHECK(equal("24 hours", "1天"));
  CHECK(equal("18 months", "一年半"));
  CHECK(equal("1 GB", "1024 MB"));
  CHECK(equal("1 GB", "1000 MB"));
  CHECK(equal("50%", "百分之五十"));
  CHECK(equal("50%", "一半"));
  CHECK(equal("30 ms", "30"));
  CHECK(equal("3 years", "3年"));
  CHECK_FALSE(equal("30 ms", "30 秒"));
  CHECK_FALSE(equal("30 days", "30 个月"));
  CHECK_FALSE(equal("1 GB", "1 MB"));
  CHECK_FALSE(equal("5 minutes", "6 分钟"));
}

struct Loss {
  std::string_view lost;
  std::string_view instead;
  bool operator==(const Loss&) const = default;
};

std::vector<Loss> losses(std::string_view source, std::string_view translation) {
  std::vector<Loss> found;
  for (const Drift& drift : translation_drift(source, translation).drifts) {
    Loss loss{source.substr(drift.source.offset, drift.source.length), "-"};
    if (drift.changed_into) {
      loss.instead = translation.substr(drift.changed_into->offset, drift.changed_into->length);
    }
    found.push_back(loss);
  }
  return found;
}

using Losses = std::vector<Loss>;

TEST_CASE("a faithful translation has lost nothing", "[translation_drift]") {
  CHECK(losses("Add `max_connections 1000` to `mosquitto.conf`.",
               "在 `mosquitto.conf` 中添加 `max_connections 1000`。")
            .empty());
  CHECK(losses("Set `keepalive` to 60 s", "将 keepalive 设置为 60 秒").empty());
  CHECK(losses("See https://example.com/en-us/a/ for it.", "参见 https://example.com/zh-cn/a。")
            .empty());
  CHECK(losses("After 24 hours, 50% of 1,024 MB", "24小时后，1 GB 的百分之五十").empty());
  CHECK(losses("wait 5-10 minutes", "等待 5～10 分钟").empty());
  CHECK(losses("wait two minutes", "稍等").empty());
  CHECK(losses("run `docker run <image>  # start it`", "运行 `docker run <镜像>  # 启动`").empty());
  CHECK(losses("run `a\n  b`", "运行 `a b`").empty());
  CHECK(losses("port 8080 and HTTP 404", "端口").empty());
  CHECK(losses("in the 1990s", "上世纪九十年代").empty());
  CHECK(losses("`sleep 30s`", "`sleep 30s`").empty());
  CHECK(losses("", "").empty());
}

TEST_CASE("what the translation lost is named", "[translation_drift]") {
  CHECK(losses("Run `git fetch` first", "先获取") == Losses{{"git fetch", "-"}});
  CHECK(losses("See https://example.com/a.", "参见文档。") ==
        Losses{{"https://example.com/a", "-"}});
  CHECK(losses("It expires after 90 days", "它会过期") == Losses{{"90 days", "-"}});
  CHECK(losses("`a` 5 ms `b` 7 GB", "无") ==
        Losses{{"a", "-"}, {"5 ms", "-"}, {"b", "-"}, {"7 GB", "-"}});
}

TEST_CASE("what the translation changed is shown", "[translation_drift]") {
  CHECK(losses("Run `git fetch --all`", "运行 `git fetch -all`") ==
        Losses{{"git fetch --all", "git fetch -all"}});
  CHECK(losses("See https://example.com/a/b", "参见 https://example.com/a/c") ==
        Losses{{"https://example.com/a/b", "https://example.com/a/c"}});
  CHECK(losses("Wait 30 ms", "等待 30 秒") == Losses{{"30 ms", "30 秒"}});
  CHECK(losses("Wait 30 days, then 2 hours", "等待 3 天，然后 2 小时") ==
        Losses{{"30 days", "3 天"}});
}

TEST_CASE("markers of any length and any bytes end", "[markers][slow]") {
  const std::size_t size = 1 << 18;
  std::string mixed;
  while (mixed.size() < size) mixed += "`a` http://b.c 5 ms <x [y 一`` TODO ";
  for (const std::string& text :
       {std::string(size, '`'), std::string(size, '<'), std::string(size, '1'),
        std::string(size, '\xE4'), std::string(size, 'h'), std::string(size, '\0'), mixed}) {
    CHECK(inline_code(text).size() <= kMostMarkers);
    CHECK(urls_in(text).size() <= kMostMarkers);
    CHECK(placeholders(text).size() <= kMostMarkers);
    CHECK(translation_drift(text, mixed).drifts.size() <= 3 * kMostMarkers);
    CHECK(translation_drift(mixed, text).drifts.size() <= 3 * kMostMarkers);
  }
}

TEST_CASE("long rows of numerals and back-ticks take linear time", "[markers]") {
  std::string numerals;
  std::string ticks;
  for (int count = 0; count < 300'000; ++count) numerals += count % 7 ? "一" : "半";
  for (std::size_t length = 1; ticks.size() < 1 << 20; ++length) {
    ticks.append(length, '`').append("x");
  }
  CHECK(quantities(numerals).empty());
  CHECK(inline_code(ticks).empty());
}

}  // namespace
}  // namespace kbc
