#include "mcp/prompts.h"

#include "mcp/log_end.h"
#include "mcp/shown_json.h"

namespace kbc {
namespace {

// A log as one line of JSON in a fence, which nothing in it can close.
std::string log_text(std::string_view log) {
  ShownJson json;
  json.string(log_end(log).text);
  return "\n```json\n" + std::move(json).take() + "\n```";
}

std::string diagnose(const JsonObject& arguments) {
  return "Find out what this error is and what helps. Give match_error the text; then tell the "
         "cause, do not try what is under `dead_ends`, and propose the workaround that fits best. "
         "Ask before you run a command of an entry. The text, as a JSON string:" +
         log_text(arguments.text("text"));
}

std::string write_entry(const JsonObject& arguments) {
  const std::string_view domain = arguments.text("domain");
  return "Write an entry for the knowledge base about this error" +
         (domain.empty() ? std::string() : ", in the domain `" + shown(domain) + "`") +
         ". Let draft_entry begin it; if an entry in `nearest` describes the error already, say so "
         "and stop. Fill in what is `missing` with what you know for certain, with sources, and "
         "let "
         "check_entry check the result until it has no finding. Show it; a person saves it. The "
         "log, as a JSON string:" +
         log_text(arguments.text("log"));
}

}  // namespace

const std::vector<Prompt>& all_prompts() {
  static const std::vector<Prompt> prompts = {
      {"diagnose",
       "Diagnose an error",
       "What an error is, what does not help and what does.",
       {{"text", "the message or the log", true}},
       diagnose},
      {"write_entry",
       "Write an entry",
       "A new entry from the log of an error (needs --kb).",
       {{"log", "the log", true}, {"domain", "where the entry belongs"}},
       write_entry}};
  return prompts;
}

}  // namespace kbc
