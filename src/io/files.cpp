// Whole files in and out: read with a limit, written so that no reader ever sees half of one.
#include "io/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace clauselint {
namespace {

namespace fs = std::filesystem;

/// An open file descriptor, closed at the end of its scope. One scope, one thread.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

  /// False if the system reports on closing that something was not written.
  bool close() {
    if (number_ < 0) return true;
    const int number = number_;
    number_ = -1;
    return number <= STDERR_FILENO || ::close(number) == 0;
  }

 private:
  int number_;
};

Error unreadable(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unreadable, .where = path, .message = std::move(message)};
}

Error unwritable(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unwritable, .where = path, .message = std::move(message)};
}

// The system's reason in words a user can act on.
std::string reason(int code) {
  switch (code) {
    case ENOENT: return "there is no such file or folder";
    case EACCES:
    case EPERM: return "permission denied";
    case EISDIR: return "it is a folder, name a file in it";
    case ENOTDIR: return "a file stands where a folder should be";
    case ENOSPC: return "the disk is full";
    case EROFS: return "the disk is read-only";
    case ENAMETOOLONG: return "the name is too long";
    default: return std::generic_category().message(code);
  }
}

std::string too_large(std::size_t limit) {
  return fmt::format("larger than the limit of {} MiB, split it or raise the limit",
                     std::max<std::size_t>(limit >> 20, 1));
}

// Reads to the end; -1 on an error, 0 when the file was read whole, 1 when it is larger than the limit.
int read_all(int file, std::size_t expected, std::size_t limit, std::string& bytes) {
  constexpr std::size_t kStep = 1u << 16;
  std::size_t held = 0;
  bytes.resize(std::min(expected, limit) + 1);
  while (true) {
    if (held == bytes.size()) bytes.resize(std::min(bytes.size() + std::max(bytes.size(), kStep), limit + 1));
    const ssize_t count = ::read(file, bytes.data() + held, bytes.size() - held);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    held += static_cast<std::size_t>(count);
    if (held > limit) return 1;
    if (count == 0) break;
  }
  bytes.resize(held);
  return 0;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// The permissions for a new file: those of the file it replaces, else what the user's mask leaves.
mode_t permissions_for(const fs::path& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) return old.st_mode & 07777u;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666u & ~mask;
}

// Makes the new name last through a power cut; a file system that cannot is no reason to fail.
void sync_folder(const fs::path& folder) {
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (handle.is_open()) ::fsync(handle.number());
}

// Writes the temporary file; the error code, or 0.
int fill(Descriptor& file, std::string_view bytes, mode_t permissions) {
  errno = 0;
  const bool written = write_all(file.number(), bytes) && ::fchmod(file.number(), permissions) == 0 &&
                       ::fsync(file.number()) == 0 && file.close();
  return written ? 0 : std::max(errno, 1);
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  const bool standard_input = path == "-";
  const Descriptor file(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return unreadable(path, "cannot be opened: " + reason(errno));
  struct stat state {};
  if (::fstat(file.number(), &state) != 0) return unreadable(path, "cannot be read: " + reason(errno));
  if (S_ISDIR(state.st_mode)) return unreadable(path, reason(EISDIR));
  const std::size_t expected = S_ISREG(state.st_mode) ? static_cast<std::size_t>(state.st_size) : 0;
  if (expected > limit) return unreadable(path, too_large(limit));
  std::string bytes;
  const int outcome = read_all(file.number(), expected, limit, bytes);
  if (outcome < 0) return unreadable(path, "cannot be read: " + reason(errno));
  if (outcome > 0) return unreadable(path, too_large(limit));
  return bytes;
}

Outcome write_file_atomically(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  const fs::path given(path);
  const bool is_link = fs::is_symlink(given, ignored);
  const fs::path resolved = is_link ? fs::canonical(given, ignored) : given;
  const fs::path target = resolved.empty() ? given : resolved;
  if (fs::is_directory(target, ignored)) return unwritable(path, "cannot be written: " + reason(EISDIR));
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");

  const mode_t permissions = permissions_for(target);
  std::string temporary = (folder / ".clauselint-XXXXXX").string();
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.is_open()) return unwritable(path, "cannot be written: " + reason(errno));
  int failure = fill(file, bytes, permissions);
  if (failure == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) failure = std::max(errno, 1);
  if (failure != 0) {
    ::unlink(temporary.c_str());
    return unwritable(path, "cannot be written: " + reason(failure));
  }
  sync_folder(folder);
  return std::monostate{};
}

Outcome make_folders(const std::string& path) {
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) return unwritable(path, "the folder cannot be made: " + reason(failure.value()));
  if (!fs::is_directory(path, failure)) return unwritable(path, "a file stands where a folder should be");
  return std::monostate{};
}

}  // namespace clauselint
