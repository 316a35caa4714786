// Where the signatures begin: names and blanks behind it are no clauses.
#include "segment/signature.hpp"

#include "segment/scan.hpp"

namespace clauselint {

bool begins_signatures(std::string_view words) {
  if (continues_with_any(words, 0,
                         {"in witness whereof",
                          "[signature page",
                          "(signature page",
                          "signature page",
                          "by:",
                          "signed by",
                          "signed for",
                          "authorized signature",
                          "authorised signature",
                          "signature:",
                          "/s/",
                          "executed by",
                          "（以下无正文",
                          "(以下无正文",
                          "以下无正文",
                          "（本页无正文",
                          "(本页无正文",
                          "（此页无正文",
                          "签字页",
                          "（签字页",
                          "（签署页",
                          "签署页"})) {
    return true;
  }
  if (is_word_among(words, {"signature", "signatures", "execution"})) return true;
  const bool short_line = words.size() < 200;
  const bool party = continues_with_any(words, 0,
                                        {"甲方", "乙方", "买方", "卖方", "供方", "需方", "委托方", "受托方", "出租方",
                                         "承租方", "发包人", "承包人", "出卖人", "买受人"});
  const bool sentence = is_any_of(decode_before(words, words.size()).value, U"。；，");
  if (!short_line || !party || sentence) return false;
  for (const std::string_view stamp : {"盖章", "签章", "签字", "签名", "公章"}) {
    if (words.substr(0, 60).find(stamp) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace clauselint
