// Many pieces of work on many threads, their results handed on in order.
#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "clauselint/lint.hpp"

namespace clauselint {

void for_each_in_order(std::size_t count, unsigned threads, const std::function<std::string(std::size_t)>& work,
                       const std::function<void(std::size_t, std::string)>& done) {
  const std::size_t workers = std::min<std::size_t>(std::max(1u, threads), count);
  if (workers <= 1) {
    for (std::size_t i = 0; i < count; ++i) done(i, work(i));
    return;
  }
  // Results wait here until all before them are handed on; a window keeps a slow first file from filling memory.
  const std::size_t window = workers * 16;
  std::mutex mutex;
  std::condition_variable room;
  std::map<std::size_t, std::string> waiting;
  std::size_t next_to_do = 0;
  std::size_t next_to_tell = 0;

  const auto run = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        room.wait(lock, [&] { return next_to_do >= count || next_to_do < next_to_tell + window; });
        if (next_to_do >= count) return;
        mine = next_to_do++;
      }
      std::string result = work(mine);
      const std::lock_guard lock(mutex);
      waiting.emplace(mine, std::move(result));
      while (!waiting.empty() && waiting.begin()->first == next_to_tell) {
        done(next_to_tell, std::move(waiting.begin()->second));
        waiting.erase(waiting.begin());
        ++next_to_tell;
      }
      room.notify_all();
    }
  };
  std::vector<std::jthread> crew;
  for (std::size_t i = 0; i < workers; ++i) crew.emplace_back(run);
}

}  // namespace clauselint
