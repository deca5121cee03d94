// SPDX-License-Identifier: Apache-2.0
#include "core/report/report_texts.h"

#include "core/base/files.h"
#include "core/chart/phrase.h"
#include "core/metrics/cell.h"
#include "core/report/report.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace assize::test {
namespace {

const ReportTexts& tableInEnglish() {
    return ReportTexts::in("en");
}

const ReportTexts& tableInChinese() {
    return ReportTexts::in("zh_CN");
}

std::set<std::string> placesOf(const std::string& text) {
    std::set<std::string> places;
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9')
            places.insert(text.substr(at, 2));
    }
    return places;
}

TEST(ReportTexts, SayEverythingInBothLanguages) {
    for (const auto& [key, text] : tableInEnglish().all()) {
        EXPECT_NE(text, "") << key;
        if (key.ends_with("_one")) {
            EXPECT_TRUE(tableInEnglish().has(key.substr(0, key.size() - 4))) << key;
            continue;
        }
        ASSERT_TRUE(tableInChinese().has(key)) << key << " has no Chinese text";
        EXPECT_EQ(placesOf(text), placesOf(tableInChinese().text(key))) << key;
    }
    for (const auto& [key, text] : tableInChinese().all())
        EXPECT_TRUE(tableInEnglish().has(key)) << key << " has no English text";
}

TEST(ReportTexts, FillPlacesOnce) {
    EXPECT_EQ(tableInEnglish().fill("summary.part", {"%2", "5"}), "This report is about %2 of the session's 5 runs.");
    EXPECT_EQ(tableInEnglish().counted("head.items", 1), "1 item");
    EXPECT_EQ(tableInEnglish().counted("head.items", 1200), "1,200 items");
    EXPECT_EQ(tableInChinese().counted("head.items", 1), "1 个条目");
    EXPECT_EQ(tableInEnglish().text("no.such.key"), "no.such.key");
    EXPECT_EQ(tableInEnglish().code("never-heard-of"), "never-heard-of");
}

TEST(ReportTexts, HaveAWordForEveryReasonAnItemIsLeftOut) {
    for (int cell = static_cast<int>(Cell::NotPlanned); cell <= static_cast<int>(Cell::AnnotatorsSplit); ++cell) {
        const std::string key = "code.left-" + std::string(cellName(static_cast<Cell>(cell)));
        EXPECT_TRUE(tableInEnglish().has(key)) << key;
    }
}

TEST(ReportTexts, HaveEveryTextThatAPageAsksFor) {
    const std::regex asked("\\{\\{t\\.([a-z0-9_.]+)\\}\\}");
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ASSIZE_REPORT_PAGES)) {
        if (entry.path().extension() != ".html")
            continue;
        const auto page = readFile(entry.path());
        ASSERT_TRUE(page.has_value());
        for (std::sregex_iterator match(page->begin(), page->end(), asked), end; match != end; ++match, ++found)
            EXPECT_TRUE(tableInEnglish().has((*match)[1].str()))
                << entry.path().filename() << ": " << (*match)[1].str();
    }
    EXPECT_GT(found, 100);
}

} // namespace
} // namespace assize::test
