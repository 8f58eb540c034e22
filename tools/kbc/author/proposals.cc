#include "author/proposals.h"

#include <string_view>

#include "author/account.h"
#include "diagnostic/rule.h"

namespace kbc {
namespace {

void write_error(const ErrorLine& error, JsonWriter& json) {
  json.start_object();
  json.member("line", error.number);
  json.member("message", error.message.text);
  json.key("program");
  error.message.program.empty() ? json.null() : json.string(error.message.program);
  json.member("text", error.line);
  json.end_object();
}

std::string_view match_name(KnownEntry::Match match) {
  if (match == KnownEntry::Match::kMessage) return "message";
  return match == KnownEntry::Match::kNearby ? "nearby" : "words";
}

void write_nearest(const std::vector<KnownEntry>& nearest, JsonWriter& json) {
  json.start_array("nearest");
  for (const KnownEntry& entry : nearest) {
    json.start_object();
    json.member("id", entry.id);
    json.member("signature", entry.signature);
    json.member("match", match_name(entry.match));
    json.end_object();
  }
  json.end_array();
}

void write_missing(const Proposals& proposals, JsonWriter& json) {
  json.start_array("missing");
  for (const DraftField& field : draft_fields()) {
    if (!is_unsaid(proposals.draft, field, proposals.judgements)) continue;
    json.start_object();
    json.member("pointer", field.pointer);
    json.member("option", std::string("--") + field.option);
    json.member("description", field.description);
    json.end_object();
  }
  json.end_array();
}

void write_findings(const Proposals& proposals, JsonWriter& json) {
  json.start_array("findings");
  for (const Judgement& judgement : beside_unsaid(proposals.draft, proposals.judgements)) {
    json.start_object();
    json.member("rule", judgement.rule);
    json.member("severity", name_of(judgement.severity));
    json.member("pointer", judgement.pointer);
    json.member("message", judgement.message);
    json.key("help");
    judgement.help.empty() ? json.null() : json.string(judgement.help);
    json.end_object();
  }
  json.end_array();
}

void write_proof(const Proof& proof, JsonWriter& json) {
  json.start_object();
  json.key("bare");
  json.boolean(proof.is_bare);
  json.member("layouts", proof.layouts);
  json.key("failed");
  proof.failed.empty() ? json.null() : json.string(proof.failed);
  json.end_object();
}

}  // namespace

void write_json(const Proposals& proposals, JsonWriter& json) {
  json.start_object();
  json.tool();
  json.key("error");
  proposals.error ? write_error(*proposals.error, json) : json.null();
  json.key("path");
  proposals.path.empty() ? json.null() : json.string(proposals.path);
  json.key("entry");
  json.json(proposals.text);
  json.key("generic");
  json.boolean(proposals.is_generic);
  json.key("proof");
  proposals.proof ? write_proof(*proposals.proof, json) : json.null();
  write_nearest(proposals.nearest, json);
  write_missing(proposals, json);
  write_findings(proposals, json);
  json.end_object();
}

}  // namespace kbc
