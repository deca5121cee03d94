// SPDX-License-Identifier: Apache-2.0
#include "ui/review/picture.h"

#include <QBuffer>
#include <QImageReader>

namespace assize::ui {
namespace {

constexpr std::size_t MostBytes = std::size_t{32} << 20;
constexpr qint64 MostPixels = qint64{32} << 20; // 128 MiB while it is read

} // namespace

Picture decodePicture(const std::string& bytes, int bound) {
    if (bytes.size() > MostBytes)
        return {{}, Picture::Problem::TooManyBytes};
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    for (const char* format : {"png", "jpeg", "gif", "webp", "bmp"}) {
        buffer.seek(0);
        QImageReader reader(&buffer, format);
        reader.setAutoDetectImageFormat(false);
        reader.setAutoTransform(true);
        if (!reader.canRead())
            continue;
        const QSize size = reader.size();
        if (size.isEmpty())
            return {{}, Picture::Problem::Unreadable};
        if (qint64{size.width()} * size.height() > MostPixels)
            return {{}, Picture::Problem::TooManyPixels};
        if (size.width() > bound || size.height() > bound)
            reader.setScaledSize(size.scaled(bound, bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
        QImage image = reader.read();
        const auto problem = image.isNull() ? Picture::Problem::Unreadable : Picture::Problem::None;
        return {std::move(image), problem};
    }
    return {{}, Picture::Problem::Unreadable};
}

} // namespace assize::ui
