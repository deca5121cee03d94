// SPDX-License-Identifier: Apache-2.0
// What starting costs any program with a window: a QMainWindow that holds a line of text, gone once it is painted. The
// baseline of bench_window.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <cstdlib>

namespace {

class BareWindow final : public QMainWindow {
protected:
    void paintEvent(QPaintEvent* event) override {
        QMainWindow::paintEvent(event);
        std::_Exit(0);
    }
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    BareWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("A window")));
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
