#include "text/mojibake.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/utf8.h"

namespace kbc {
namespace {

std::vector<std::string> meant(std::string_view text) {
  std::vector<std::string> texts;
  for (const Mojibake& found : find_mojibake(text, 10)) texts.push_back(found.meant);
  return texts;
}

// Bytes read as Latin-1, which is Windows-1252 but for the bytes from 0x80 to 0x9F, and as Windows
// shows those of them that are controls there.
std::string misread(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append_utf8(text, static_cast<unsigned char>(byte));
  return text;
}

TEST_CASE("UTF-8 that was read in the wrong encoding is found", "[mojibake]") {
  CHECK(meant("RÃ©glages") == std::vector<std::string>{"é"});
  CHECK(meant("donâ€™t") == std::vector<std::string>{"’"});
  CHECK(meant("â€œaâ€\u009d") == std::vector<std::string>{"“", "”"});
  CHECK(meant("Ã–sterreich, Ãœber") == std::vector<std::string>{"Ö", "Ü"});
  CHECK(meant("Ð¿Ñ€Ð¸Ð²ÐµÑ‚") == std::vector<std::string>{"привет"});
  CHECK(meant("ä¸\u00adæ–‡ ok") == std::vector<std::string>{"中文"});
  CHECK(meant("ðŸ˜€") == std::vector<std::string>{"😀"});
  CHECK(meant("5Â°C, 3Â µm") == std::vector<std::string>{"°"});
  CHECK(meant("a\u00c3\u00a9b\u00c3\u00a9c") == std::vector<std::string>{"é", "é"});
}

TEST_CASE("every character is found again when it was misread", "[mojibake]") {
  for (char32_t value = 0xA1; value < 0x20000; value += value < 0x3000 ? 1 : 97) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string character;
    append_utf8(character, value);
    const std::string text = "a" + misread(character) + "b";
    if (meant(text) != std::vector<std::string>{character}) {
      FAIL_CHECK("U+" << std::hex << std::uint32_t{value});
    }
  }
}

TEST_CASE("what people write is not taken for it", "[mojibake]") {
  for (const char* text :
       {"Réglages", "Über",  "naïve façade", "„Spaß“",    "Spaß…",      "GROSS UND FUSS – Fuß",
        "“CAFÉ”",   "»Maß«", "IRMû",         "São Paulo", "À la carte", "Â",
        "5 °C",     "±3",    "x²",           "返回 »",    "привет",     "mañana",
        "Þór",      "ÅÄÖ",   "ÃÂ",           "É’"}) {
    CAPTURE(text);
    CHECK(meant(text).empty());
  }
}

TEST_CASE("no more are found than are wanted", "[mojibake]") {
  std::string text;
  for (int count = 0; count < 1000; ++count) text += "Ã© ";
  CHECK(find_mojibake(text, 10).size() == 10);
  const auto found = find_mojibake("Ã©Ã¨ x", 10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].range == TextRange{0, 8});
  CHECK(found[0].meant == "éè");
}

}  // namespace
}  // namespace kbc
