// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "ui/bridge/background.h"
#include "ui/review/picture.h"
#include <QWidget>
#include <memory>
#include <vector>

namespace assize::ui {

class FlowLayout;

/// The images of an item as thumbnails of 96 px; a click shows one in a window of its own. They are decoded on another
/// thread, thumbnails at their size and a whole image when it is asked for, so that many large ones cost little.
class ImageStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ImageStrip(QWidget* parent = nullptr);
    void setImages(std::vector<Image> images);

private:
    using Images = std::shared_ptr<const std::vector<Image>>;

    [[nodiscard]] static QString problemWords(Picture::Problem problem);
    void adopt(const Images& images, const std::vector<Picture>& thumbnails);
    void addThumbnail(const Images& images, std::size_t index, const Picture& thumbnail);
    void addRest(std::size_t count);
    void open(const Images& images, std::size_t index, const QString& name);

    FlowLayout* m_flow;
    quint64 m_token = 0;
    Background m_background; ///< last: its jobs end before what they answer to
};

} // namespace assize::ui
