// SPDX-License-Identifier: Apache-2.0
#include "core/reply/quotations.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

Item sample() {
    Item item;
    item.turns = {{"user", "When does the ferry leave?"}};
    item.responses = {{"The ferry leaves at 07:52 from pier two.", ""}, {"It  leaves\nat “noon”, so they say.", ""}};
    item.reference = "The first ferry of the day leaves at 07:52.";
    return item;
}

struct QuoteCase {
    std::string_view justification;
    QuotationMatch match;
    QuotationSource source;
    std::string_view found; ///< the text it was found as
};

class Quotes : public testing::TestWithParam<QuoteCase> {};

TEST_P(Quotes, AreFound) {
    const Item item = sample();
    const auto quotations = findQuotations(GetParam().justification, item);
    ASSERT_EQ(quotations.size(), 1U);
    EXPECT_EQ(quotations[0].match, GetParam().match);
    if (GetParam().match == QuotationMatch::None)
        return;
    EXPECT_EQ(quotations[0].source, GetParam().source);
    const std::string_view text = GetParam().source == QuotationSource::Reference ? std::string_view(*item.reference)
                                  : GetParam().source == QuotationSource::Turn
                                      ? item.turns[0].content
                                      : item.responses[quotations[0].sourceIndex].text;
    EXPECT_EQ(text.substr(quotations[0].sourceOffset, quotations[0].sourceLength), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(Quotations, Quotes,
    testing::Values(
        QuoteCase{"It says \"leaves at 07:52\".", QuotationMatch::Exact, QuotationSource::Response, "leaves at 07:52"},
        QuoteCase{
            "It says “LEAVES AT 07:52”.", QuotationMatch::Normalised, QuotationSource::Response, "leaves at 07:52"},
        QuoteCase{"Only 'it leaves at noon' is there.", QuotationMatch::Normalised, QuotationSource::Response,
            "It  leaves\nat “noon"},
        QuoteCase{"As in 「first ferry of the day」", QuotationMatch::Exact, QuotationSource::Reference,
            "first ferry of the day"},
        QuoteCase{"asked \"When does the ferry leave?\"", QuotationMatch::Exact, QuotationSource::Turn,
            "When does the ferry leave"},
        QuoteCase{"\"the ferry leaves promptly at 07:52 from pier two\"", QuotationMatch::Near,
            QuotationSource::Response, "The ferry leaves at 07:52 from pier two"},
        QuoteCase{"\"costs nine pounds a head\"", QuotationMatch::None, QuotationSource::Response, ""}));

TEST(Quotations, OffsetsPointIntoTheJustification) {
    const std::string justification = "First \"pier two\", then \"so they ... say\"; it isn't, they're not.";
    const auto quotations = findQuotations(justification, sample());
    ASSERT_EQ(quotations.size(), 3U);
    EXPECT_EQ(justification.substr(quotations[0].offset, quotations[0].length), "pier two");
    EXPECT_FALSE(quotations[0].isLong);
    EXPECT_EQ(justification.substr(quotations[1].offset, quotations[1].length), "so they");
    EXPECT_EQ(justification.substr(quotations[2].offset, quotations[2].length), "say");
}

TEST(Quotations, ThePreferredResponseIsLookedAtFirst) {
    Item item = sample();
    item.responses[1].text = item.responses[0].text;
    EXPECT_EQ(findQuotations("\"pier two\"", item, 1)[0].sourceIndex, 1U);
    EXPECT_EQ(findQuotations("\"pier two\"", item, 0)[0].sourceIndex, 0U);
}

TEST(Quotations, ChineseIsLongBySixCharacters) {
    EXPECT_TRUE(findQuotations("它说「需要支付一笔押金」", sample())[0].isLong);
    EXPECT_FALSE(findQuotations("它说「押金」", sample())[0].isLong);
}

} // namespace
} // namespace assize
