// Reading and writing whole files.
#include "io/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace clauselint {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, removed at its end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "clauselint-test-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  std::string operator/(const std::string& name) const { return (folder_ / name).string(); }
  std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

 private:
  fs::path folder_;
};

constexpr std::size_t kLimit = 1u << 20;

}  // namespace

TEST_CASE("a missing file is said to be missing") {
  const auto read = read_file("no-such-folder/draft.txt", kLimit);
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::Unreadable);
  CHECK(describe(read.error()) == "no-such-folder/draft.txt: cannot be opened: there is no such file or folder");
}

TEST_CASE("a folder in place of a file is named as such") {
  const auto read = read_file(fs::temp_directory_path().string(), kLimit);
  REQUIRE_FALSE(read);
  CHECK(read.error().message == "it is a folder, name a file in it");
}

TEST_CASE("a file above the limit is refused, one at the limit is read") {
  const Scratch scratch;
  REQUIRE(write_file_atomically(scratch / "a.txt", "12345"));
  CHECK_FALSE(read_file(scratch / "a.txt", 4));
  const auto read = read_file(scratch / "a.txt", 5);
  REQUIRE(read);
  CHECK(*read == "12345");
}

TEST_CASE("what is written is read back, zero bytes included") {
  const Scratch scratch;
  const std::string bytes("a\0b\r\n", 5);
  REQUIRE(write_file_atomically(scratch / "a.bin", bytes));
  CHECK(*read_file(scratch / "a.bin", kLimit) == bytes);
}

TEST_CASE("writing leaves no temporary file behind") {
  const Scratch scratch;
  REQUIRE(write_file_atomically(scratch / "a.txt", "one"));
  REQUIRE(write_file_atomically(scratch / "a.txt", "two"));
  CHECK(scratch.file_count() == 1);
  CHECK(*read_file(scratch / "a.txt", kLimit) == "two");
}

TEST_CASE("writing keeps the permissions of the file it replaces") {
  const Scratch scratch;
  const std::string path = scratch / "a.txt";
  REQUIRE(write_file_atomically(path, "one"));
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(write_file_atomically(path, "two"));
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("writing through a link replaces the file it points to") {
  const Scratch scratch;
  REQUIRE(write_file_atomically(scratch / "real.txt", "one"));
  fs::create_symlink(scratch / "real.txt", scratch / "link.txt");
  REQUIRE(write_file_atomically(scratch / "link.txt", "two"));
  CHECK(fs::is_symlink(scratch / "link.txt"));
  CHECK(*read_file(scratch / "real.txt", kLimit) == "two");
}

TEST_CASE("a file in a missing folder cannot be written, and the error says why") {
  const Scratch scratch;
  const auto written = write_file_atomically(scratch / "missing/a.txt", "x");
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::Unwritable);
  CHECK(written.error().message == "cannot be written: there is no such file or folder");
}

TEST_CASE("a folder is not overwritten by a file") {
  const Scratch scratch;
  REQUIRE(make_folders(scratch / "out"));
  CHECK_FALSE(write_file_atomically(scratch / "out", "x"));
}

TEST_CASE("folders are made with those above them, and made twice without complaint") {
  const Scratch scratch;
  REQUIRE(make_folders(scratch / "a/b/c"));
  REQUIRE(make_folders(scratch / "a/b/c"));
  CHECK(fs::is_directory(scratch / "a/b/c"));
}

TEST_CASE("a folder is not made where a file stands") {
  const Scratch scratch;
  REQUIRE(write_file_atomically(scratch / "a", "x"));
  CHECK_FALSE(make_folders(scratch / "a"));
  CHECK_FALSE(make_folders(scratch / "a/b"));
}

}  // namespace clauselint
