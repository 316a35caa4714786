// A condition of a rule told in a line, for those who read rules.
#pragma once

#include <string>

#include "clauselint/rule.hpp"

namespace clauselint {

/// `mentions a phrase, negated or not`, `without a duration in the sentence`, `all of`: what it asks, without its phrases
/// and parts. Facts and topics have the titles of `rules` beside their names.
std::string condition_words(const Condition& condition, const RuleSet* rules, Language language);

/// `Warranty period (warranty.period)`; the name alone where `rules` does not know it.
std::string fact_words(const std::string& name, const RuleSet* rules, Language language);
/// The kinds of sentences and the stories of the rule's `where`; empty where it asks for none.
std::string place_words(const Rule& rule, Language language);
std::string topic_words(const std::string& name, const RuleSet* rules, Language language);

}  // namespace clauselint
