#include "output/json_writer.h"

#include <algorithm>
#include <streambuf>
#include <string>
#include <variant>

#include "config/version.h"
#include "core/rapidjson.h"
#include "parse/literal.h"
#include "text/ascii.h"
#include "text/byte_run.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// RapidJSON's idea of a stream. Its own OStreamWrapper asks the std::ostream about its state at
// every byte, which costs more than the rest of the writing. A buffer that has failed gets no more:
// that of libstdc++ would write past its end.
class ByteStream {
 public:
  using Ch = char;

  explicit ByteStream(std::ostream& out)
      : out_(out), buffer_(*out.rdbuf()), has_failed_(!out.good()) {}

  void Put(char byte) {
    if (has_failed_ || buffer_.sputc(byte) != std::streambuf::traits_type::eof()) return;
    has_failed_ = true;
    out_.setstate(std::ios::badbit);
  }
  void Flush() {}

  void put(std::string_view bytes) {
    const auto size = static_cast<std::streamsize>(bytes.size());
    if (has_failed_ || buffer_.sputn(bytes.data(), size) == size) return;
    has_failed_ = true;
    out_.setstate(std::ios::badbit);
  }

 private:
  std::ostream& out_;
  std::streambuf& buffer_;
  bool has_failed_;
};

// A byte that a JSON string has as it is.
bool is_plain(char c) { return (static_cast<unsigned char>(c) >= 0x20) & (c != '"') & (c != '\\'); }

// The escape of any other. Its digits are capital letters, as RapidJSON writes them.
std::string escape_of(char c) {
  const std::string literal = quote({&c, 1});
  std::string escape = literal.substr(1, literal.size() - 2);
  for (std::size_t digit = 2; digit < escape.size(); ++digit) {
    escape[digit] = upper_ascii(escape[digit]);
  }
  return escape;
}

}  // namespace

struct JsonWriter::Backend {
  using Dense = rapidjson::Writer<ByteStream>;
  using Indented = rapidjson::PrettyWriter<ByteStream>;

  Backend(std::ostream& out, JsonLayout layout) : stream(out) {
    if (layout == JsonLayout::kDense) {
      writer.emplace<Dense>(stream);
      return;
    }
    Indented& indented = writer.emplace<Indented>(stream);
    indented.SetIndent(' ', 2);
    if (layout == JsonLayout::kArraysInLine) {
      indented.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    }
  }

  template <typename Call>
  void write(Call call) {
    if (Dense* dense = std::get_if<Dense>(&writer)) {
      call(*dense);
    } else {
      call(std::get<Indented>(writer));
    }
  }

  // What goes before a value of the type, in place of RapidJSON's own way to write it, which takes
  // one byte after the other.
  void begin(rapidjson::Type type) {
    write([=](auto& one) { one.RawValue("", 0, type); });
  }

  ByteStream stream;
  std::variant<std::monostate, Dense, Indented> writer;
};

JsonWriter::JsonWriter(std::ostream& out, JsonLayout layout)
    : backend_(std::make_unique<Backend>(out, layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::start_object() {
  backend_->write([](auto& writer) { writer.StartObject(); });
}
void JsonWriter::end_object() {
  backend_->write([](auto& writer) { writer.EndObject(); });
}
void JsonWriter::start_array() {
  backend_->write([](auto& writer) { writer.StartArray(); });
}
void JsonWriter::end_array() {
  backend_->write([](auto& writer) { writer.EndArray(); });
}
void JsonWriter::number(std::uint64_t value) {
  backend_->write([=](auto& writer) { writer.Uint64(value); });
}
void JsonWriter::number(std::string_view text) {
  backend_->write(
      [=](auto& writer) { writer.RawValue(text.data(), text.size(), rapidjson::kNumberType); });
}
void JsonWriter::json(std::string_view text) {
  backend_->begin(rapidjson::kObjectType);
  backend_->stream.put(text);
}
void JsonWriter::boolean(bool value) {
  backend_->write([=](auto& writer) { writer.Bool(value); });
}
void JsonWriter::null() {
  backend_->write([](auto& writer) { writer.Null(); });
}

void JsonWriter::real(double value) { number(shortest(value)); }

void JsonWriter::key(std::string_view name) {
  backend_->write([=](auto& writer) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  });
}

void JsonWriter::string(std::string_view value) {
  if (first_invalid_utf8(value)) return string(valid_utf8(value));
  backend_->begin(rapidjson::kStringType);
  ByteStream& stream = backend_->stream;
  stream.Put('"');
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t run = byte_run(rest, is_plain);
    stream.put(rest.substr(0, run));
    if (run < rest.size()) stream.put(escape_of(rest[run]));
    rest.remove_prefix(std::min(run + 1, rest.size()));
  }
  stream.Put('"');
}

void JsonWriter::member(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

void JsonWriter::member(std::string_view name, std::uint64_t value) {
  key(name);
  number(value);
}

void JsonWriter::start_object(std::string_view name) {
  key(name);
  start_object();
}

void JsonWriter::start_array(std::string_view name) {
  key(name);
  start_array();
}

void JsonWriter::tool() {
  start_object("tool");
  member("name", "kbc");
  member("version", kVersion);
  end_object();
}

}  // namespace kbc
