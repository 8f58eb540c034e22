#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "os/descriptor.h"

namespace kbc {

// A program that is asked and answers as long as it runs. Its end is waited for.
class Coprocess {
 public:
  Coprocess() = default;
  ~Coprocess();
  Coprocess(const Coprocess&) = delete;
  Coprocess& operator=(const Coprocess&) = delete;

  // Starts a program as spawn does it.
  Status start(const std::vector<std::string>& command,
               const std::vector<std::string>& settings = {});
  bool is_started() const { return process_ >= 0; }

  // False when the program has ended.
  bool send(std::string_view bytes);

  // Puts the next bytes in the place of what the buffer holds; false when the program has ended.
  bool receive(std::string& buffer);

 private:
  Descriptor socket_;
  int process_ = -1;
};

}  // namespace kbc
