// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "ui/bridge/background.h"
#include <QWidget>
#include <vector>

namespace assize::ui {

class FlowLayout;

/// The images of an item as thumbnails of 96 px; a click shows one in a window of its own. Only bitmap formats are
/// read, never one that can name other files, on another thread and up to a size.
class ImageStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ImageStrip(QWidget* parent = nullptr);
    void setImages(const std::vector<Image>& images);

private:
    void addThumbnail(const QString& name, const QImage& picture);

    FlowLayout* m_flow;
    quint64 m_token = 0;
    Background m_background; ///< last: its jobs end before what they answer to
};

} // namespace assize::ui
