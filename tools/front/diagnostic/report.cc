#include "diagnostic/report.h"

#include "text/hash.h"

namespace kbc {
namespace {

// A subject is kept for fingerprints only. Many findings may be about one long id.
constexpr std::size_t kLongSubject = 200;

PointerText pointer_at(Pointers* pointers, Span span) {
  return pointers == nullptr ? PointerText() : pointers->at(span);
}

}  // namespace

Finding& Finding::help(std::string_view text) {
  diagnostic_.help = text;
  return *this;
}

Finding& Finding::note(Span span, std::string_view message) {
  return note(Place{file(), span, pointer_at(pointers_, span), {}, {}}, message);
}

Finding& Finding::note(Place place, std::string_view message) {
  diagnostic_.details().notes.push_back({std::move(place), message});
  return *this;
}

Finding& Finding::fix(std::string_view message, Span span, std::string_view replacement) {
  return fix(message, Safety::kSafe, {{file(), span, replacement}});
}

Finding& Finding::fix(std::string_view message, Safety safety, std::vector<Edit> edits) {
  diagnostic_.details().fix = {message, safety, std::move(edits)};
  return *this;
}

Finding& Finding::about(std::string_view subject) {
  if (subject.size() > kLongSubject) {
    diagnostic_.subject = hash_text(subject);
  } else {
    diagnostic_.subject = subject;
  }
  return *this;
}

Finding& Finding::exceptional() {
  diagnostic_.exceptional = true;
  return *this;
}

Finding& Finding::concerns(std::string_view id) {
  diagnostic_.details().concerns = id;
  return *this;
}

Finding Report::at(Span span, FaultName fault, std::string_view message) {
  return at(Place{file_, span, pointer_at(pointers_, span), {}, {}}, fault, message);
}

Finding Report::at(Place place, FaultName fault, std::string_view message) {
  Diagnostic& diagnostic = out_.emplace_back();
  diagnostic.rule = rule_;
  diagnostic.place = std::move(place);
  diagnostic.fault = fault.text();
  diagnostic.message = message;
  return Finding(diagnostic, pointers_);
}

}  // namespace kbc
