// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>
#include <string>

namespace nutgraf::test {

/// An environment variable that is set while this lives, and not set where the value is empty.
class Variable {
 public:
  Variable(std::string name, const std::string& value) : name_(std::move(name)) {
    (void)::unsetenv(name_.c_str());
    if (!value.empty()) {
      (void)::setenv(name_.c_str(), value.c_str(), 1);
    }
  }
  ~Variable() { (void)::unsetenv(name_.c_str()); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  Variable(Variable&&) = delete;
  Variable& operator=(Variable&&) = delete;

 private:
  std::string name_;
};

}  // namespace nutgraf::test
