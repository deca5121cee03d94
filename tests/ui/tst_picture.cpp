// SPDX-License-Identifier: Apache-2.0
#include "ui/review/image_strip.h"
#include "ui/review/picture.h"

#include <QBuffer>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace assize;
using namespace assize::ui;

namespace {

std::string encoded(QSize size, const char* format = "png", QImage::Format pixels = QImage::Format_RGB32) {
    QImage image(size, pixels);
    image.fill(Qt::color1);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes.toStdString();
}

/// 64 million pixels in a few KB.
std::string bombOfPixels() {
    return encoded(QSize(8000, 8000), "png", QImage::Format_Mono);
}

Image imageOf(const std::string& name, const std::string& bytes) {
    return {name, "image/png", {}, bytes};
}

} // namespace

/// Images of strangers: what is shown, what is not, and why.
class TestPicture final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesSayWhatAnImageIs();
    void imagesAreScaledToTheBound();
    void whatMayDoHarmIsNotRead_data();
    void whatMayDoHarmIsNotRead();
    void stripShowsThumbnailsAndOpensOne();
    void stripSaysWhyAnImageIsMissing();
    void stripStopsAtFortyEight();
};

void TestPicture::bytesSayWhatAnImageIs() {
    QCOMPARE(decodePicture(encoded(QSize(30, 20)), 96).image.size(), QSize(30, 20));
    QCOMPARE(decodePicture(encoded(QSize(30, 20), "bmp"), 96).image.size(), QSize(30, 20));
    QCOMPARE(decodePicture(encoded(QSize(30, 20), "jpg"), 96).image.size(), QSize(30, 20));
}

void TestPicture::imagesAreScaledToTheBound() {
    QCOMPARE(decodePicture(encoded(QSize(400, 200)), 96).image.size(), QSize(96, 48));
    QCOMPARE(decodePicture(encoded(QSize(3000, 2)), 96).image.size(), QSize(96, 1));
}

void TestPicture::whatMayDoHarmIsNotRead_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* name, std::string bytes, Picture::Problem problem) {
        QTest::newRow(name) << std::move(bytes) << static_cast<int>(problem);
    };
    row("nothing", "", Picture::Problem::Unreadable);
    row("text", "data:image/png", Picture::Problem::Unreadable);
    row("an SVG that names a file",
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hostname"/></svg>)",
        Picture::Problem::Unreadable);
    row("cut off", encoded(QSize(60, 60)).substr(0, 40), Picture::Problem::Unreadable);
    row("a bomb of pixels", bombOfPixels(), Picture::Problem::TooManyPixels);
    row("bytes without end", std::string((std::size_t{32} << 20) + 1, 'x'), Picture::Problem::TooManyBytes);
}

void TestPicture::whatMayDoHarmIsNotRead() {
    QFETCH(const std::string, bytes);
    QFETCH(const int, problem);
    const Picture picture = decodePicture(bytes, 96);
    QVERIFY(picture.image.isNull());
    QCOMPARE(static_cast<int>(picture.problem), problem);
}

void TestPicture::stripShowsThumbnailsAndOpensOne() {
    ImageStrip strip;
    strip.setImages({imageOf("ticket.png", encoded(QSize(400, 200))), imageOf("", encoded(QSize(20, 20)))});
    QTRY_COMPARE(strip.findChildren<QToolButton*>().size(), 2);
    const auto buttons = strip.findChildren<QToolButton*>();
    QCOMPARE(buttons[0]->accessibleName(), QStringLiteral("ticket.png"));
    QCOMPARE(buttons[1]->accessibleName(), QStringLiteral("Image 2"));
    QCOMPARE(buttons[0]->icon().actualSize(QSize(96, 96)), QSize(96, 48));
    buttons[0]->click();
    QTRY_VERIFY(strip.findChild<QWidget*>(QStringLiteral("imageWindow")) != nullptr);
    const auto* window = strip.findChild<QWidget*>(QStringLiteral("imageWindow"));
    QCOMPARE(window->findChild<QLabel*>()->pixmap(Qt::ReturnByValue).size(), QSize(400, 200));
    strip.setImages({});
    QVERIFY(strip.findChildren<QToolButton*>().isEmpty());
    QVERIFY(strip.isHidden());
}

void TestPicture::stripSaysWhyAnImageIsMissing() {
    ImageStrip strip;
    strip.setImages({imageOf("big.png", bombOfPixels())});
    QTRY_COMPARE(strip.findChildren<QToolButton*>().size(), 1);
    const auto* button = strip.findChild<QToolButton*>();
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->accessibleName(), QStringLiteral("big.png: not shown, it has more than 33 million pixels"));
}

void TestPicture::stripStopsAtFortyEight() {
    ImageStrip strip;
    strip.setImages(std::vector<Image>(50, imageOf("tile.png", encoded(QSize(2, 2)))));
    QTRY_COMPARE(strip.findChildren<QToolButton*>().size(), 48);
    QCOMPARE(strip.findChild<QLabel*>(QStringLiteral("imagesLeftOut"))->text(),
        QStringLiteral("2 more image(s) not shown")); // plural forms are the catalogue's
}

Q_DECLARE_METATYPE(std::string)

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
