#pragma once

#ifndef KBC_NO_THREADS
#include <mutex>
#endif

namespace kbc {

// What one thread holds at a time. With KBC_NO_THREADS, for platforms that have only one thread, it
// is nothing.
#ifdef KBC_NO_THREADS
class Mutex {
 public:
  void lock() {}
  void unlock() {}
};
#else
using Mutex = std::mutex;
#endif

// Holds a mutex as long as it lives.
class Lock {
 public:
  explicit Lock(Mutex& mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Lock() { mutex_.unlock(); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace kbc
