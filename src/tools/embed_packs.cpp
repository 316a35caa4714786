// embed_packs OUT.cpp PACK.yaml...: checks the default packs and writes them as a C++ source.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "rules/pack_image.hpp"

namespace {

bool read(const std::string& path, std::string& text) {
  std::ifstream file(path, std::ios::binary);
  text.assign(std::istreambuf_iterator<char>(file), {});
  return file.good() || file.eof();
}

// FNV-1a, which is enough to tell builds apart.
std::uint64_t stamp_of(const std::string& bytes) {
  std::uint64_t stamp = 14695981039346656037u;
  for (const char c : bytes) stamp = (stamp ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return stamp;
}

void write_source(std::ofstream& out, const std::string& bytes) {
  out << "// Made from rules/*.yaml by embed_packs.\n#include \"rules/default_packs.hpp\"\n\nnamespace clauselint {\n"
         "namespace {\n\n"
         "constexpr unsigned char kImage[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 32 == 0) out << "\n";
    out << static_cast<int>(static_cast<unsigned char>(bytes[i])) << ',';
  }
  out << "};\n\n}  // namespace\n\nstd::string_view default_pack_image() {\n"
         "  return {reinterpret_cast<const char*>(kImage), sizeof kImage};\n}\n\nstd::uint64_t default_pack_stamp() { "
         "return "
      << stamp_of(bytes) << "u; }\n\n}  // namespace clauselint\n";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace clauselint;
  if (argc < 3) {
    std::fputs("usage: embed_packs OUT.cpp PACK.yaml...\n", stderr);
    return 2;
  }
  std::vector<std::string> paths(argv + 2, argv + argc);
  std::sort(paths.begin(), paths.end());
  PackImage image;
  std::vector<Error> errors;
  for (const std::string& path : paths) {
    std::string text;
    if (!read(path, text)) {
      std::fprintf(stderr, "embed_packs: cannot read %s\n", path.c_str());
      return 2;
    }
    const std::string name = std::filesystem::path(path).filename().string();
    if (name == "law.yaml") {
      image.provisions = parse_provisions(path, text, errors);
      continue;
    }
    image.packs.push_back(parse_pack(path, text, errors));
    image.packs.back().path = "rules/" + name;  // the machine's path is nobody's business later
  }
  if (errors.empty()) {
    const std::optional<RuleSet> rules = RuleSet::compile(image.packs, image.provisions, errors);
    if (rules) image.translations = rules->compiled().translations;
  }
  for (const Error& error : errors) std::fprintf(stderr, "%s\n", describe(error).c_str());
  if (!errors.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  write_source(out, write_image(image));
  out.close();
  return out.good() ? 0 : 2;
}
