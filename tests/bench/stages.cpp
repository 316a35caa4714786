// What each stage costs over a folder of drafts: bench_stages FOLDER [--benchmark_...]. Rates are bytes of the files.
#include <benchmark/benchmark.h>
#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "clauselint/report.hpp"

namespace {

using namespace clauselint;
namespace fs = std::filesystem;

struct Draft {
  std::string path;
  std::string bytes;
  Document document = {};
  ClauseTree tree = {};
};

bool is_draft(const fs::path& path) {
  constexpr std::array kExtensions = {".docx", ".md", ".txt"};
  return std::ranges::find(kExtensions, path.extension()) != kExtensions.end();
}

// The drafts that can be read, in order of path; the rest are named on stderr.
std::vector<Draft> drafts_in(const fs::path& folder) {
  std::vector<Draft> drafts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || !is_draft(entry.path())) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    Draft draft{.path = entry.path().string(), .bytes = {std::istreambuf_iterator<char>(in), {}}};
    Result<Document> document = read_document(draft.path, draft.bytes);
    if (!document) {
      std::fprintf(stderr, "left out: %s\n", describe(document.error()).c_str());
      continue;
    }
    draft.document = std::move(*document);
    draft.tree = segment(draft.document);
    drafts.push_back(std::move(draft));
  }
  std::ranges::sort(drafts, {}, &Draft::path);
  return drafts;
}

std::size_t touched(const unsigned char* bytes, std::size_t size) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += bytes[i];
  return sum;
}

// The least that any reader has to do: inflate the parts that hold text, and look at each byte.
std::size_t inflate_and_touch(const Draft& draft) {
  if (draft.document.format != SourceFormat::Docx) {
    return touched(reinterpret_cast<const unsigned char*>(draft.bytes.data()), draft.bytes.size());
  }
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(draft.bytes.data(), draft.bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  libdeflate_decompressor* inflater = libdeflate_alloc_decompressor();
  std::size_t sum = 0;
  std::vector<unsigned char> packed, plain;
  for (const std::string& part : draft.document.parts) {
    zip_stat_t entry;
    if (zip_stat(archive, part.c_str(), 0, &entry) != 0) continue;
    packed.resize(entry.comp_size);
    plain.resize(entry.size);
    zip_file_t* file = zip_fopen_index(archive, entry.index, ZIP_FL_COMPRESSED);
    zip_fread(file, packed.data(), packed.size());
    zip_fclose(file);
    if (entry.comp_method == ZIP_CM_STORE) plain = packed;
    if (entry.comp_method == ZIP_CM_DEFLATE) {
      libdeflate_deflate_decompress(inflater, packed.data(), packed.size(), plain.data(), plain.size(), nullptr);
    }
    sum += touched(plain.data(), plain.size());
  }
  libdeflate_free_decompressor(inflater);
  zip_discard(archive);
  return sum;
}

// Runs `deed` on every draft in each round, and reports drafts and bytes a second.
template <class Deed>
void measure(const char* name, const std::vector<Draft>& drafts, Deed deed) {
  const auto round = [&drafts, deed](benchmark::State& state) {
    std::size_t bytes = 0;
    for (const Draft& draft : drafts) bytes += draft.bytes.size();
    for (auto _ : state) {
      for (const Draft& draft : drafts) deed(draft);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(drafts.size()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  };
  benchmark::RegisterBenchmark(name, round)->Unit(benchmark::kMillisecond);
}

void register_all(const std::vector<Draft>& drafts) {
  const RuleSet& rules = default_rules();
  measure("inflate_and_touch", drafts, [](const Draft& draft) { benchmark::DoNotOptimize(inflate_and_touch(draft)); });
  measure("read", drafts, [](const Draft& draft) { benchmark::DoNotOptimize(read_document(draft.path, draft.bytes)); });
  measure("segment", drafts, [](const Draft& draft) { benchmark::DoNotOptimize(segment(draft.document)); });
  measure("find_values", drafts,
          [](const Draft& draft) { benchmark::DoNotOptimize(find_values(draft.document, draft.tree)); });
  measure("evaluate", drafts, [&rules](const Draft& draft) {
    benchmark::DoNotOptimize(evaluate(draft.document, draft.tree, rules, Matter{}));
  });
  measure("review", drafts, [&rules](const Draft& draft) {
    Result<Document> document = read_document(draft.path, draft.bytes);
    if (document) benchmark::DoNotOptimize(review_document(std::move(*document), rules, Matter{}, LintOptions{}));
  });
  measure("review_and_report", drafts, [&rules](const Draft& draft) {
    Result<Document> document = read_document(draft.path, draft.bytes);
    if (!document) return;
    const Review review = review_document(std::move(*document), rules, Matter{}, LintOptions{});
    benchmark::DoNotOptimize(json_report({&review, 1}, ReportOptions{}));
  });
  measure("review_and_mark_up", drafts, [&rules](const Draft& draft) {
    Result<Document> document = read_document(draft.path, draft.bytes);
    if (!document) return;
    const Review review = review_document(std::move(*document), rules, Matter{}, LintOptions{});
    const bool word = review.document.format == SourceFormat::Docx;
    benchmark::DoNotOptimize((word ? mark_up_docx : mark_up_text)(draft.bytes, review.document, review.plan, {}));
  });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_stages FOLDER [--benchmark_filter=NAME ...]\n");
    return 2;
  }
  const std::vector<Draft> drafts = drafts_in(argv[1]);
  std::fprintf(stderr, "%zu drafts\n", drafts.size());
  register_all(drafts);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
