// SPDX-License-Identifier: Apache-2.0
#include "ui/review/image_strip.h"

#include "ui/support/app_style.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/widgets/flow_layout.h"

#include <QBuffer>
#include <QImageReader>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace assize::ui {
namespace {

constexpr int ThumbnailSize = 96;
constexpr int LargestSide = 4096;

struct Picture {
    QString name;
    QImage image; ///< null if it cannot be read
};

QImage decoded(const std::string& bytes) {
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    // SVG and the like can name other files; these cannot.
    for (const char* format : {"png", "jpeg", "gif", "webp", "bmp"}) {
        buffer.seek(0);
        QImageReader reader(&buffer, format);
        reader.setAutoDetectImageFormat(false);
        reader.setAutoTransform(true);
        if (!reader.canRead())
            continue;
        const QSize size = reader.size();
        if (size.width() > LargestSide || size.height() > LargestSide)
            reader.setScaledSize(size.scaled(LargestSide, LargestSide, Qt::KeepAspectRatio));
        return reader.read();
    }
    return {};
}

void showPicture(QWidget* parent, const QString& name, const QImage& image) {
    auto* area = new QScrollArea(parent);
    area->setWindowFlags(Qt::Window);
    area->setAttribute(Qt::WA_DeleteOnClose);
    area->setWindowTitle(name);
    auto* picture = new QLabel(area);
    picture->setPixmap(QPixmap::fromImage(image));
    picture->setAccessibleName(name);
    area->setWidget(picture);
    area->resize(image.size().boundedTo(QSize(1000, 800)) + QSize(4, 4));
    area->show();
}

} // namespace

ImageStrip::ImageStrip(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this)) {
    m_flow->setContentsMargins(12, 4, 12, 8);
    hide();
}

void ImageStrip::setImages(const std::vector<Image>& images) {
    const quint64 token = ++m_token;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!images.empty());
    if (images.empty())
        return;
    m_background.run<std::vector<Picture>>(
        "images", this,
        [images] {
            std::vector<Picture> pictures;
            pictures.reserve(images.size());
            for (const Image& image : images)
                pictures.push_back({withVisibleControls(fromUtf8(image.name)), decoded(image.bytes)});
            return pictures;
        },
        [this, token](const std::vector<Picture>& pictures) {
            if (token != m_token)
                return;
            for (const Picture& picture : pictures)
                addThumbnail(picture.name, picture.image);
        });
}

void ImageStrip::addThumbnail(const QString& name, const QImage& picture) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("imageThumbnail"));
    setLook(button, ButtonLook::Flat);
    const QString shown = name.isEmpty() ? tr("Image") : name;
    button->setAccessibleName(picture.isNull() ? tr("%1, cannot be shown").arg(shown) : shown);
    button->setToolTip(plainToolTip(button->accessibleName()));
    button->setIconSize(QSize(ThumbnailSize, ThumbnailSize));
    if (picture.isNull()) {
        button->setIcon(themedIcon(Icon::Image));
        button->setEnabled(false);
    } else {
        button->setIcon(QPixmap::fromImage(
            picture.scaled(ThumbnailSize, ThumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        connect(button, &QToolButton::clicked, this, [this, shown, picture] { showPicture(this, shown, picture); });
    }
    m_flow->addWidget(button);
    button->show();
}

} // namespace assize::ui
