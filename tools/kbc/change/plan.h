#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "os/border.h"

namespace kbc {

// What a command is going to do to the files of a knowledge base, all of it or nothing, in the
// order in which it was said. `told` is what a person is told of it, if
// anything.
class Plan {
 public:
  explicit Plan(Border border) : border_(std::move(border)) {}

  // A link at the end of the path stays, and what it leads to is written.
  void replace(const std::string& path, Border::By by, std::string before, std::string after,
               std::string told);
  // These two and rename() are about entries.
  void create(const std::string& path, std::string text, std::string told);
  void remove(const std::string& path, std::string before, std::string told);
  void rename(const std::string& from, const std::string& to, std::string told);

  // Says something more of what is done.
  void tell(std::string told);

  struct Step {
    std::string path;
    Border::By by = Border::By::kEntry;
    // The text that is there and the one that is to be: without the first a new file, without the
    // second one that goes.
    std::optional<std::string> before = {}, after = {};
    std::string renamed = {};  // the new path
  };
  const std::vector<Step>& steps() const { return steps_; }

  // What is told once the plan was carried out.
  const std::vector<std::string>& told() const { return told_; }

  Status carry_out() const;

 private:
  void add(Step step, std::string told);

  Border border_;
  std::vector<Step> steps_;
  std::vector<std::string> told_;
};

// Carries the plan out, unless `is_dry`, and tells of it on standard output; gives an ExitCode.
int carry_out(const Plan& plan, bool is_dry);

}  // namespace kbc
