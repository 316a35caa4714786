// Readers note in English nouns; a Chinese report has them from a table.
#include "report/note_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "report/excerpt.hpp"

namespace clauselint {
namespace {

using Noun = std::pair<std::string_view, std::string_view>;

constexpr std::array<Noun, 42> kNouns{{
    {"charts", "图表"},
    {"comments", "批注"},
    {"control characters, read as spaces", "控制字符（按空格处理）"},
    {"diagrams", "示意图"},
    {"drawings", "绘图"},
    {"embedded documents", "嵌入的文件"},
    {"embedded objects", "嵌入的对象"},
    {"embedded pages", "嵌入的网页"},
    {"endnotes", "尾注"},
    {"equations", "公式"},
    {"fields without a stored result", "未保存结果的域"},
    {"figures of charts", "图表数据"},
    {"footers", "页脚"},
    {"footnotes", "脚注"},
    {"form fields", "表单域"},
    {"CDATA sections", "CDATA段"},
    {"headers", "页眉"},
    {"headers of filings", "申报文件头"},
    {"passages within the quotes of a tag", "标签引号内的文字"},
    {"HTML comments", "HTML注释"},
    {"images", "图片"},
    {"line numbers in the margin", "页边行号"},
    {"lines for clauselint", "给clauselint的备注行"},
    {"lines of a table of contents", "目录行"},
    {"lines of front matter", "文件头设置行"},
    {"link addresses", "链接地址"},
    {"links back to the table of contents", "返回目录的链接"},
    {"page numbers", "页码"},
    {"passages of hidden text", "隐藏文字"},
    {"phonetic guides", "注音"},
    {"recordings and films", "音频和视频"},
    {"running heads and footers", "重复的页眉页脚"},
    {"scripts", "脚本"},
    {"symbols without a known character", "无法识别的符号"},
    {"tags of template logic", "模板逻辑标签"},
    {"text boxes in text boxes", "文本框中的文本框"},
    {"texts for browsers without frames", "供不支持框架的浏览器显示的文字"},
    {"texts for browsers without scripts", "供不支持脚本的浏览器显示的文字"},
    {"tracked deletions", "修订中删除的内容"},
    {"tracked insertions", "修订中插入的内容"},
    {"words in angle brackets that a browser does not show", "浏览器不显示的尖括号文字"},
    {"wrong declarations of the encoding, corrected", "已更正的编码声明"},
}};

// `characters read as GB18030, though nothing in the file says so`: what stands around a name.
struct NounFrame {
  std::string_view before, after, chinese_before, chinese_after;
};
constexpr std::array<NounFrame, 2> kFrames{{
    {"bytes that are not ", "", "不符合", "编码的字节"},
    {"characters read as ", ", though nothing in the file says so", "按", "编码读取的字符（文件未注明编码）"},
}};

std::string in_chinese(std::string_view noun) {
  const auto found = std::ranges::find(kNouns, noun, &Noun::first);
  if (found != kNouns.end()) return std::string(found->second);
  for (const NounFrame& frame : kFrames) {
    if (!noun.starts_with(frame.before) || !noun.ends_with(frame.after)) continue;
    noun.remove_prefix(frame.before.size());
    noun.remove_suffix(frame.after.size());
    return fmt::format("{}{}{}", frame.chinese_before, noun, frame.chinese_after);
  }
  return std::string(noun);
}

}  // namespace

std::string note_words(const Note& note, const Words& words) {
  const auto shown = [&](const std::string& noun) { return printable(words.chinese ? in_chinese(noun) : noun); };
  std::string line = shown(note.what);
  if (note.count > 1) line += fmt::format("{}{}{}", words.open_bracket, note.count, words.close_bracket);
  if (!note.where.empty()) line += fmt::format(fmt::runtime(words.not_read_in), shown(note.where));
  return line;
}

}  // namespace clauselint
