// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/limits.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>

// The shadow memory of sanitizers is larger than any limit. GCC defines macros for them, clang has features.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NUTGRAF_SHADOW_MEMORY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define NUTGRAF_SHADOW_MEMORY
#endif
#endif

namespace nutgraf::read::sandbox {
namespace {

void limit(__rlimit_resource resource, std::uint64_t most) {
  rlimit limits{};
  ::getrlimit(resource, &limits);
  limits.rlim_cur = limits.rlim_max < most ? limits.rlim_max : most;
  ::setrlimit(resource, &limits);
}

constexpr sock_filter statement(unsigned code, std::uint32_t operand) {
  return {static_cast<std::uint16_t>(code), 0, 0, operand};
}

/// Skips the next statement unless the call loaded is `number`.
constexpr sock_filter unless(std::uint32_t number) {
  return {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, number};
}

/// Calls that open sockets or start programs fail with EPERM.
void refuse_calls() {
#if defined(__x86_64__) || defined(__aarch64__)
#if defined(__x86_64__)
  constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
  constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif
  constexpr sock_filter kRefuse = statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  constexpr sock_filter kAllow = statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  std::array filter = {
      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 1, 0, kArchitecture},
      kRefuse,
      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      unless(__NR_socket),
      kRefuse,
      unless(__NR_execve),
      kRefuse,
      unless(__NR_execveat),
      kRefuse,
      kAllow,
  };
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#endif
}

}  // namespace

void give_up_privileges() {
#ifndef NUTGRAF_SHADOW_MEMORY
  constexpr std::uint64_t kProgram = 512UL * 1024 * 1024;  // code, tables and stack
  limit(RLIMIT_AS, kMemory + kProgram);
#endif
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  refuse_calls();
}

void limit_processor_time() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  limit(RLIMIT_CPU, seconds + 1 + kProcessorSeconds);
}

}  // namespace nutgraf::read::sandbox
