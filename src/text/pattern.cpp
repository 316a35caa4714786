// A compiled expression: the one place that knows PCRE2.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/pattern.hpp"

#include <pcre2.h>

#include <array>
#include <utility>

namespace clauselint {
namespace {

// A phrase on a sentence needs some hundred steps; a million means that the pattern is at fault, not the draft.
constexpr std::uint32_t kMatchLimit = 1'000'000;
constexpr std::uint64_t kSteps = 100'000'000;    // of a scratch that nobody gave a number
constexpr std::uint32_t kHeapLimit = 16 * 1024;  // KiB

std::pair<pcre2_code*, std::string> compile(const std::string& regex, bool raw) {
  int code = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* compiled =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(regex.data()), regex.size(),
                    PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (raw ? PCRE2_AUTO_CALLOUT : 0u), &code, &offset, nullptr);
  if (compiled != nullptr) return {compiled, {}};
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(code, text.data(), text.size());
  return {nullptr, std::string(reinterpret_cast<const char*>(text.data())) + " at byte " + std::to_string(offset)};
}

int count_step(pcre2_callout_block*, void* left) {
  auto& steps = *static_cast<std::uint64_t*>(left);
  if (steps == 0) return PCRE2_ERROR_CALLOUT;
  --steps;
  return 0;
}

}  // namespace

struct MatchScratch::Engine {
  pcre2_match_data* data = pcre2_match_data_create(64, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  std::uint64_t steps = kSteps;

  Engine() {
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_set_heap_limit(context, kHeapLimit);
    pcre2_set_callout(context, count_step, &steps);
  }
  ~Engine() {
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
  }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
};

MatchScratch::MatchScratch() : engine_(std::make_unique<Engine>()) {}
MatchScratch::~MatchScratch() = default;

void MatchScratch::allow(std::uint64_t steps) { engine_->steps = steps; }
std::uint64_t MatchScratch::steps_left() const { return engine_->steps; }

Pattern::Pattern(std::string regex, bool raw) : regex_(std::move(regex)), raw_(raw) {}

Pattern::~Pattern() { pcre2_code_free(static_cast<pcre2_code*>(code_)); }

std::string Pattern::error() const {
  auto [code, message] = compile(regex_, raw_);
  pcre2_code_free(code);
  return message;
}

void* Pattern::compiled() const {
  std::call_once(once_, [this] { code_ = compile(regex_, raw_).first; });
  return code_;
}

MatchStatus Pattern::find(std::string_view text, ByteSpan within, std::uint32_t from, MatchScratch& scratch) const {
  const auto* code = static_cast<const pcre2_code*>(compiled());
  if (code == nullptr) return MatchStatus::LimitReached;
  const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data()) + within.begin;
  const int found = pcre2_match(code, subject, within.size(), from - within.begin, PCRE2_NO_UTF_CHECK,
                                scratch.engine_->data, scratch.engine_->context);
  if (found == PCRE2_ERROR_NOMATCH) return MatchStatus::NotFound;
  if (found < 0) return MatchStatus::LimitReached;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(scratch.engine_->data);
  const std::uint32_t count = found == 0 ? 64 : static_cast<std::uint32_t>(found);
  scratch.groups_.clear();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (offsets[2 * i] == PCRE2_UNSET) {
      scratch.groups_.push_back({.begin = 0xFFFFFFFF, .end = 0xFFFFFFFF});
      continue;
    }
    scratch.groups_.push_back({.begin = within.begin + static_cast<std::uint32_t>(offsets[2 * i]),
                               .end = within.begin + static_cast<std::uint32_t>(offsets[2 * i + 1])});
  }
  return MatchStatus::Found;
}

std::uint32_t Pattern::min_length() const {
  const auto* code = static_cast<const pcre2_code*>(compiled());
  std::uint32_t characters = 0;  // and no character is shorter than a byte
  if (code != nullptr) pcre2_pattern_info(code, PCRE2_INFO_MINLENGTH, &characters);
  return characters;
}

}  // namespace clauselint
