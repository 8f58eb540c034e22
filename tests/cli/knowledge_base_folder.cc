#include "cli/knowledge_base_folder.h"

#include "catch.h"

namespace kbc {

std::string clean_entry() {
  return R"json({
  "id": "git/push-rejected",
  "signature": "failed to push some refs to the remote",
  "signature_zh": null,
  "regex": "failed to push some refs",
  "domain": "git",
  "category": "sync_error",
  "subcategory": null,
  "root_cause": "The remote branch holds commits that the local branch lacks, so the push would lose them.",
  "root_cause_type": "generic",
  "root_cause_zh": null,
  "versions": [
    {
      "version": "git >=2.0",
      "introduced": null,
      "deprecated": null,
      "removed": null,
      "behavior_change": null,
      "status": "active"
    }
  ],
  "os_specific": {},
  "dead_ends": [
    {
      "action": "Push again without fetching",
      "why_fails": "The remote still holds the commits that are missing here.",
      "fail_rate": 0.95,
      "condition": "",
      "sources": []
    }
  ],
  "workarounds": [
    {
      "action": "Rebase onto the remote branch, then push",
      "success_rate": 0.9,
      "how": "Run `git pull --rebase`, solve the conflicts, and run `git push` again.",
      "condition": "",
      "sources": [
        "https://git-scm.com/docs/git-push"
      ]
    }
  ],
  "workarounds_zh": [],
  "transition_graph": {
    "leads_to": [],
    "preceded_by": [],
    "frequently_confused_with": []
  },
  "official_doc_url": "https://git-scm.com/docs/git-push",
  "official_doc_section": null,
  "error_code": null,
  "verification_tier": "ai_generated",
  "confidence": 0.8,
  "fix_success_rate": 0.9,
  "resolvable": "true",
  "first_seen": "2014-05-28",
  "last_confirmed": "2026-01-10",
  "last_updated": "2026-01-10",
  "evidence_count": 3,
  "tags": [],
  "locale": "en",
  "aliases": []
}
)json";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string linked(const std::string& slug, const std::string& target) {
  std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + slug);
  text = replaced(std::move(text), "failed to push some refs to the remote", "failure of " + slug);
  text = replaced(std::move(text), "failed to push some refs", "failure of " + slug);
  return replaced(std::move(text), "\"leads_to\": []",
                  "\"leads_to\": [{\"error_id\": \"" + target + "\", \"probability\": 0.5}]");
}

void KnowledgeBaseFolder::clean(std::string_view slug) const {
  const std::string name(slug);
  std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + name);
  // Nothing of two clean entries is the same.
  text = replaced(std::move(text), "failed to push some refs to the remote", "failure of " + name);
  text = replaced(std::move(text), "failed to push some refs", "failure of " + name);
  entry("git/" + name, text);
}

Outcome KnowledgeBaseFolder::validate(const std::vector<std::string>& arguments,
                                      std::string_view input) const {
  std::vector<std::string> all = {"validate", "--today", "2026-01-15", "--color", "never"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all, path(), input);
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace kbc
