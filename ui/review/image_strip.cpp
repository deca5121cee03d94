// SPDX-License-Identifier: Apache-2.0
#include "ui/review/image_strip.h"

#include "ui/support/app_style.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/panes.h"

#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>

namespace assize::ui {
namespace {

constexpr int ThumbnailSize = 96;
constexpr int LargestSide = 4096;
constexpr std::size_t MostThumbnails = 48;

void showPicture(QWidget* parent, const QString& name, const QImage& image) {
    auto* area = new QScrollArea(parent);
    area->setObjectName(QStringLiteral("imageWindow"));
    area->setWindowFlags(Qt::Window);
    area->setAttribute(Qt::WA_DeleteOnClose);
    area->setWindowTitle(name);
    auto* picture = new QLabel(area);
    picture->setPixmap(QPixmap::fromImage(image));
    picture->setAccessibleName(name);
    area->setWidget(picture);
    QObject::connect(new QShortcut(Qt::Key_Escape, area), &QShortcut::activated, area, &QWidget::close);
    area->resize(image.size().boundedTo(QSize(1000, 800)) + QSize(4, 4));
    area->show();
}

} // namespace

QString ImageStrip::problemWords(Picture::Problem problem) {
    switch (problem) {
    case Picture::Problem::None:
        return {};
    case Picture::Problem::TooManyBytes:
        return tr("not shown, it has more than 32 MB");
    case Picture::Problem::TooManyPixels:
        return tr("not shown, it has more than 33 million pixels");
    case Picture::Problem::Unreadable:
        break;
    }
    return tr("not shown, it is no PNG, JPEG, GIF, WebP or BMP that can be read");
}

ImageStrip::ImageStrip(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this)) {
    m_flow->setContentsMargins(12, 4, 12, 8);
    hide();
}

void ImageStrip::setImages(std::vector<Image> images) {
    const quint64 token = ++m_token;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!images.empty());
    if (images.empty())
        return;
    const auto shared = std::make_shared<const std::vector<Image>>(std::move(images));
    const int bound = static_cast<int>(ThumbnailSize * devicePixelRatioF());
    m_background.run<std::vector<Picture>>(
        "thumbnails", this,
        [shared, bound] {
            std::vector<Picture> thumbnails(std::min(shared->size(), MostThumbnails));
            std::transform(shared->begin(), shared->begin() + static_cast<std::ptrdiff_t>(thumbnails.size()),
                thumbnails.begin(), [bound](const Image& image) { return decodePicture(image.bytes, bound); });
            return thumbnails;
        },
        [this, token, shared](const std::vector<Picture>& thumbnails) {
            if (token == m_token)
                adopt(shared, thumbnails);
        });
}

void ImageStrip::adopt(const Images& images, const std::vector<Picture>& thumbnails) {
    for (std::size_t i = 0; i < thumbnails.size(); ++i)
        addThumbnail(images, i, thumbnails[i]);
    if (images->size() > thumbnails.size())
        addRest(images->size() - thumbnails.size());
}

void ImageStrip::addThumbnail(const Images& images, std::size_t index, const Picture& thumbnail) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("imageThumbnail"));
    setLook(button, ButtonLook::Flat);
    const QString given = withVisibleControls(fromUtf8((*images)[index].name));
    const QString name = given.isEmpty() ? tr("Image %1").arg(index + 1) : given;
    const QString problem = problemWords(thumbnail.problem);
    button->setAccessibleName(problem.isEmpty() ? name : tr("%1: %2", "image, why it is not shown").arg(name, problem));
    button->setToolTip(plainToolTip(button->accessibleName()));
    button->setIconSize(QSize(ThumbnailSize, ThumbnailSize));
    button->setEnabled(problem.isEmpty());
    if (problem.isEmpty()) {
        QPixmap pixmap = QPixmap::fromImage(thumbnail.image);
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        button->setIcon(pixmap);
        connect(button, &QToolButton::clicked, this, [this, images, index, name] { open(images, index, name); });
    } else {
        button->setIcon(themedIcon(Icon::Image));
    }
    m_flow->addWidget(button);
    button->show();
}

void ImageStrip::addRest(std::size_t count) {
    QLabel* rest = plainLabel(this);
    rest->setObjectName(QStringLiteral("imagesLeftOut"));
    rest->setText(tr("%n more image(s) not shown", nullptr, static_cast<int>(count)));
    m_flow->addWidget(rest);
    rest->show();
}

void ImageStrip::open(const Images& images, std::size_t index, const QString& name) {
    m_background.run<Picture>(
        "image", this, [images, index] { return decodePicture((*images)[index].bytes, LargestSide); },
        [this, name](const Picture& picture) {
            if (!picture.image.isNull())
                showPicture(this, name, picture.image);
        });
}

} // namespace assize::ui
