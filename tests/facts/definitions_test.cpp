// Defined terms: the forms of definitions, uses, and what is at fault.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/definition.hpp"
#include "support/document_builder.hpp"

namespace clauselint {
namespace {

using Words = std::vector<std::string>;

Definitions definitions_of(std::string_view text) {
  const Document draft = document(text);
  return find_definitions(draft, segment(draft));
}

Words terms(std::string_view text) {
  Words found;
  for (const Definition& term : definitions_of(text).terms) found.push_back(term.term);
  return found;
}

Words faults(std::string_view text) {
  Words found;
  for (const TermProblem& problem : definitions_of(text).problems) {
    found.push_back(std::string(name_of(problem.fault)) + " " + problem.term);
  }
  return found;
}

}  // namespace

TEST_CASE("a term is defined by a verb behind it") {
  CHECK(terms("“Products” means the pumps.\n") == Words{"Products"});
  CHECK(terms("The term \"Defect\" shall mean a fault.\n") == Words{"Defect"});
  CHECK(terms("\"Fee\" or \"Fees\" means the price.\n") == Words{"Fee", "Fees"});
  CHECK(terms("1.1 Warranty Period means 12 months.\n") == Words{"Warranty Period"});
  CHECK(terms("'Spare Parts' refers to the parts of Annex B.\n") == Words{"Spare Parts"});
  CHECK(terms("This means that the Products are new.\n").empty());
  CHECK(terms("The sign \"No Entry\" hangs there.\n").empty());
  CHECK(terms("Supplier's duty is to act.\n").empty());
}

TEST_CASE("a term is defined in brackets or by naming it") {
  CHECK(terms("Supplier sells pumps (the “Products”).\n") == Words{"Products"});
  CHECK(terms("Supplier sells pumps (each a \"Product\" and collectively, the \"Products\").\n") ==
        Words{"Product", "Products"});
  CHECK(terms("Alpha Ltd, hereinafter referred to as \"Seller\", sells.\n") == Words{"Seller"});
  CHECK(terms("See the list (for example \"Blue\").\n").empty());
}

TEST_CASE("Chinese terms are defined by 指 and by 简称") {
  CHECK(terms("“产品”是指附件一所列水泵。\n") == Words{"产品"});
  CHECK(terms("“质保期”：指自验收起12个月。\n") == Words{"质保期"});
  CHECK(terms("供方向需方销售水泵（以下简称“产品”）。\n") == Words{"产品"});
  CHECK(terms("供方向需方销售水泵（下称“产品”或“货物”）。\n") == Words{"产品", "货物"});
  CHECK(terms("甲某有限公司（以下简称供方）与乙某签订。\n") == Words{"供方"});
  CHECK(terms("质保期是指自验收起12个月。\n") == Words{"质保期"});
  CHECK(terms("甲方应向乙方指定的账户付款。\n").empty());
}

TEST_CASE("a definition that points to another place gives no meaning of its own") {
  const Definitions found = definitions_of("\"Defect\" has the meaning given in Section 3.\n");
  REQUIRE(found.terms.size() == 1);
  CHECK(found.terms.front().by_reference);
}

TEST_CASE("uses are counted with their capitals, in either number, longest first") {
  const Definitions found = definitions_of(
      "\"Product\" means a pump. \"Product Line\" means all.\nProducts are new. The product is new. A Product Line is "
      "wide.\n");
  REQUIRE(found.terms.size() == 2);
  CHECK(found.terms[0].uses == 1);
  CHECK(found.terms[1].uses == 1);
  CHECK(definitions_of("“产品”是指水泵。\n产品质量应合格，产品应新。\n").terms.front().uses == 2);
}

TEST_CASE("a term that is not used, and one that is defined again, are faults") {
  CHECK(faults("\"Log\" means a list.\nNothing follows.\n") == Words{"unused Log"});
  CHECK(faults("\"Log\" means a list.\nThe log is kept.\n").empty());
  CHECK(faults("\"Log\" means a list.\n\"Log\" means a book.\nThe Log is kept.\n") == Words{"redefined Log"});
  CHECK(faults("\"Log\" means a list.\n\"Log\" has the meaning given in Section 1.\nThe Log is kept.\n").empty());
  CHECK(faults("“日志”是指清单。\n“日志”是指簿册。\n日志应保存。\n") == Words{"redefined 日志"});
}

TEST_CASE("a word used like a term and defined nowhere is a fault where the draft defines its terms") {
  const std::string defined =
      "\"Product\" means a pump. \"Site\" means the place of a Product. \"Fault\" means a stop of a Product at a Site "
      "after a Fault.\n";
  const std::string uses =
      "Supplier keeps the Service Log. The entry in the Service Log counts. Supplier shows the Service Log and closes "
      "the Service Log.\n";
  CHECK(faults(defined + uses) == Words{"undefined Service Log"});
  CHECK(faults(defined + uses + "A service log is a list.\n" +
               "The service log, a service log, the service log, every service log.\n")
            .empty());
  CHECK(faults(uses).empty());
  CHECK(faults(defined + "Capitalised terms not defined here have the meaning given in the Main Agreement.\n" + uses)
            .empty());
  CHECK(faults(defined + "The Pump Card (as defined in Section 3) is kept.\n") == Words{"undefined Pump Card"});
  CHECK(faults(defined + "The Pump Card (as defined in Section 3 of the Supply Agreement) is kept.\n").empty());
}

TEST_CASE("names, offices and laws are no forgotten terms") {
  const std::string defined =
      "\"Product\" means a pump. \"Site\" means the place of a Product. \"Fault\" means a stop of a Product at a Site "
      "after a Fault.\n";
  for (const std::string name :
       {"Board of Directors", "Civil Code", "Chief Executive Officer", "United Kingdom", "HTTP"}) {
    INFO(name);
    CHECK(faults(defined + "See the " + name + ". We ask the " + name + " and the " + name + " or the " + name +
                 " about it, the " + name + ".\n")
              .empty());
  }
}

}  // namespace clauselint
