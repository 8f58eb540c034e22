// Messages that are found as they are must be found whatever carries them: the forms that loggers,
// trackers, chats and people give them.

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/rapidjson.h"
#include "index/made_index.h"
#include "match/answers.h"

namespace kbc {
namespace {

// With each character of `from` as the text beside it.
std::string with(std::string_view text,
                 const std::vector<std::pair<std::string_view, std::string_view>>& replacements) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    std::string_view bytes = text.substr(at, 1);
    for (const auto& [from, to] : replacements) {
      if (text.substr(at).rfind(from, 0) != 0) continue;
      bytes = to;
      length = from.size();
      break;
    }
    out += bytes;
    at += length;
  }
  return out;
}

std::string json(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  writer.Key("log");
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  writer.EndObject();
  return buffer.GetString();
}

std::string html(std::string_view text) {
  return with(text,
              {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});
}

std::string bytes_array(std::string_view text) {
  std::string out = "{\"MESSAGE\":[";
  for (const char c : text) out += std::to_string(static_cast<unsigned char>(c)) + ",";
  out.back() = ']';
  return out + "}";
}

std::string python_bytes(std::string_view text) {
  std::string out = "b'";
  for (const char c : text) {
    char code[8];
    std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(c));
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\'' || c == '\\') {
      out += std::string("\\") + c;
    } else {
      out += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : std::string(code);
    }
  }
  return out + "'";
}

std::string wide(std::string_view text) {
  std::string out = "\xFF\xFE";
  for (const char c : text) out += {c, '\0'};
  return out;
}

// As a mail or a terminal breaks lines of more than 80 columns.
std::string wrapped(std::string_view text, bool by_words) {
  constexpr std::size_t kWidth = 80;
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.size() > kWidth) {
      const std::size_t blank = by_words ? line.rfind(' ', kWidth) : kWidth;
      if (blank == std::string_view::npos) break;
      out += line.substr(0, blank);
      out += '\n';
      line.remove_prefix(by_words ? blank + 1 : blank);
    }
    out += line;
    if (!text.empty()) out += '\n';
  }
  return out;
}

bool is_plain_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<signed char>(c) < 0) return false;
  }
  return true;
}

struct Form {
  const char* name;
  std::function<std::string(const std::string&)> make;
};

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {"no-break spaces",
       [](const std::string& t) {
         return with(t, {{" ", "\u00a0"}});
       }},
      {"narrow no-break spaces",
       [](const std::string& t) {
         return with(t, {{" ", "\u202f"}});
       }},
      {"HTML", html},
      {"HTML twice", [](const std::string& t) { return html(html(t)); }},
      {"typographic quotes",
       [](const std::string& t) {
         return with(t, {{"'", "\u2019"}, {"\"", "\u201c"}});
       }},
      {"two blanks after a colon",
       [](const std::string& t) {
         return with(t, {{": ", ":  "}});
       }},
      {"JSON", json},
      {"JSON in JSON", [](const std::string& t) { return json(json(t)); }},
      {"logfmt", [](const std::string& t) { return "level=error msg=" + json(t).substr(7); }},
      {"journald's bytes", bytes_array},
      {"Python's bytes", python_bytes},
      {"rsyslog's line ends",
       [](const std::string& t) {
         return with(t, {{"\n", "#012"}});
       }},
      {"quoted",
       [](const std::string& t) {
         return "> " + with(t, {{"\n", "\n> "}});
       }},
      {"a time in front", [](const std::string& t) { return "2026-01-10T12:00:00Z web-1 | " + t; }},
      {"CR LF",
       [](const std::string& t) {
         return with(t, {{"\n", "\r\n"}});
       }},
      {"colours without ESC",
       [](const std::string& t) {
         return "[31m" + with(t, {{": ", ":[0m "}}) + "[0m";
       }},
      {"colours of syslog",
       [](const std::string& t) {
         return "#033[31m" + with(t, {{": ", ":#033[0m "}}) + "#033[0m";
       }},
      {"colours in JSON",
       [](const std::string& t) {
         return json("\x1b[31m" + with(t, {{": ", ":\x1b[0m "}}) + "\x1b[0m");
       }},
      {"bold",
       [](const std::string& t) {
         return "**" + with(t, {{": ", ":** "}});
       }},
      {"wrapped by words", [](const std::string& t) { return wrapped(t, true); }},
      {"wrapped hard", [](const std::string& t) { return wrapped(t, false); }},
      {"a byte-order mark", [](const std::string& t) { return "\xEF\xBB\xBF" + t; }},
  };
  return all;
}

}  // namespace

TEST_CASE("a message is found whatever carries it", "[quality]") {
  Answers answers(own_entries());
  std::vector<std::pair<std::string, std::string>> messages;  // with their entries
  for (const auto& entry : answers.index().entries()) {
    for (const auto example : entry.examples()) messages.emplace_back(example, entry.id());
  }
  REQUIRE(messages.size() >= 300);
  std::string table = "\n";
  const auto lost = [&](const Form& form) {
    std::size_t count = 0;
    for (const auto& [text, id] : messages) {
      const auto found = answers.to_message(form.make(text));
      bool is_found = false;
      for (const Answers::Answer& answer : found) is_found = is_found || answer.id == id;
      if (!is_found) {
        ++count;
        if (table.size() < 4000)
          table += std::string(form.name) + ": " + id + ": " + text.substr(0, 90) + '\n';
      }
    }
    return static_cast<double>(count) / static_cast<double>(messages.size());
  };
  for (const Form& form : forms()) {
    const double share = lost(form);
    char row[100];
    std::snprintf(row, sizeof row, "%-26s %5.1f %%\n", form.name, 100 * share);
    table += row;
    CAPTURE(form.name);
    // Between stars that make it bold, back-ticks may be part of the message, or may not.
    CHECK(share <= (form.name == std::string_view("bold") ? 0.02 : 0.01));
  }
  std::size_t wide_count = 0, wide_lost = 0;
  for (const auto& [text, id] : messages) {
    if (!is_plain_ascii(text)) continue;
    ++wide_count;
    wide_lost += answers.to_message(wide(text)).empty() ? 1 : 0;
  }
  CHECK(wide_lost * 100 <= wide_count);
  WARN(table);
}

}  // namespace kbc
