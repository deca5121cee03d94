// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QTableWidget>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize::ui {

/// Which place in a record holds which field of ours; an empty line leaves the format's own choice.
class FieldMapEdit final : public QTableWidget {
    Q_OBJECT

public:
    explicit FieldMapEdit(QWidget* parent = nullptr);

    /// The fields of a format. What was typed for fields that stay is kept.
    void setFields(const std::vector<std::string_view>& fields);
    [[nodiscard]] std::map<std::string, std::string> fieldMap() const;

Q_SIGNALS:
    void fieldMapEdited();

private:
    void retranslate();
};

} // namespace assize::ui
