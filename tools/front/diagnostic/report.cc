#include "diagnostic/report.h"

namespace kbc {
namespace {

std::string pointer_at(const Document* document, Span span) {
  if (document == nullptr || document->empty()) return {};
  return document->pointer(document->node_at(span.begin));
}

}  // namespace

Finding& Finding::help(std::string text) {
  diagnostic_.help = std::move(text);
  return *this;
}

Finding& Finding::note(Span span, std::string message) {
  return note(Place{file(), span, pointer_at(document_, span), {}, {}}, std::move(message));
}

Finding& Finding::note(Place place, std::string message) {
  diagnostic_.notes.push_back({std::move(place), std::move(message)});
  return *this;
}

Finding& Finding::fix(std::string message, Span span, std::string replacement) {
  return fix(std::move(message), Safety::kSafe, {{file(), span, std::move(replacement)}});
}

Finding& Finding::fix(std::string message, Safety safety, std::vector<Edit> edits) {
  diagnostic_.fixes = {{std::move(message), safety, std::move(edits)}};
  return *this;
}

Finding& Finding::about(std::string_view subject) {
  diagnostic_.subject = subject;
  return *this;
}

Finding& Finding::exceptional() {
  diagnostic_.exceptional = true;
  return *this;
}

Finding& Finding::concerns(std::string_view id) {
  diagnostic_.concerns = id;
  return *this;
}

Finding Report::at(Span span, FaultName fault, std::string message) {
  return at(Place{file_, span, pointer_at(document_, span), {}, {}}, fault, std::move(message));
}

Finding Report::at(Place place, FaultName fault, std::string message) {
  Diagnostic& diagnostic = out_.emplace_back();
  diagnostic.rule = rule_;
  diagnostic.place = std::move(place);
  diagnostic.fault = fault.text();
  diagnostic.message = std::move(message);
  return Finding(diagnostic, document_);
}

}  // namespace kbc
