// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "core/index/contract.h"

namespace nutgraf::store {

/// Keeps a contract's counts true while passages come and go, from what each passage itself says.
class ContractCounts {
 public:
  explicit ContractCounts(Contract contract) : contract_(std::move(contract)) {}

  void add(const Xapian::Document& passage) { change(passage, 1); }
  void remove(const Xapian::Document& passage) { change(passage, -1); }
  /// Languages in order, those without articles left out.
  [[nodiscard]] Contract contract() const;

 private:
  void change(const Xapian::Document& passage, std::int64_t by);

  Contract contract_;
};

}  // namespace nutgraf::store
