// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace nutgraf {

TEST_CASE("each worker runs once") {
  std::atomic<unsigned> sum = 0;
  WorkerPool pool(
      5, [&](std::size_t worker) { sum += 1U << worker; }, [] {});
  pool.join();
  CHECK(sum == 31);
  CHECK(pool.wait_for(std::chrono::milliseconds(0)));
}

TEST_CASE("one that throws stops the others, and what it threw comes out") {
  std::atomic<bool> stopped = false;
  WorkerPool pool(
      3,
      [&](std::size_t worker) {
        if (worker == 1) {
          throw std::runtime_error("the first");
        }
        while (!stopped) {
          std::this_thread::yield();
        }
        throw std::runtime_error("a later one");
      },
      [&] { stopped = true; });
  CHECK_THROWS_WITH(pool.join(), "the first");
}

TEST_CASE("a pool that goes stops and joins its workers") {
  std::atomic<bool> stopped = false;
  std::atomic<int> returned = 0;
  {
    const WorkerPool pool(
        2,
        [&](std::size_t) {
          while (!stopped) {
            std::this_thread::yield();
          }
          ++returned;
        },
        [&] { stopped = true; });
  }
  CHECK(returned == 2);
}

}  // namespace nutgraf
