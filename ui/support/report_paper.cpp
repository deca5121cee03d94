// SPDX-License-Identifier: Apache-2.0
#include "ui/support/report_paper.h"

#include "core/report/report.h"
#include "ui/support/text.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextImageFormat>
#include <QTextObjectInterface>

namespace assize::ui {
namespace {

constexpr int Resolution = 300;
constexpr qreal ScreenResolution = 96; // what the sizes of pictures count in
constexpr qreal SideMargin = 14;       // mm
constexpr qreal EndMargin = 16;
constexpr qreal FooterHeight = 8;
constexpr qreal FooterPoints = 7.5;

/// The words of a report. Its markup is ours, and still nothing is fetched on its behalf.
class PaperText final : public QTextDocument {
protected:
    QVariant loadResource(int, const QUrl&) override { return QImage(); }
};

/// Draws "picture:N" as the drawing it is, in place of a bitmap.
class PictureDrawer final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit PictureDrawer(const std::vector<std::string>& pictures)
        : m_pictures(pictures) {}

    QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override {
        const QTextImageFormat image = format.toImageFormat();
        return QSizeF(image.width(), image.height()) * (Resolution / ScreenResolution);
    }

    void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat& format) override {
        constexpr QLatin1String Scheme("picture:");
        const QString name = format.toImageFormat().name();
        const std::size_t index = name.startsWith(Scheme) ? name.mid(Scheme.size()).toULong() : m_pictures.size();
        if (index >= m_pictures.size())
            return;
        QSvgRenderer renderer(QByteArray::fromStdString(m_pictures[index]));
        renderer.render(painter, place);
    }

private:
    const std::vector<std::string>& m_pictures;
};

qreal paperPixels(qreal millimetres) {
    constexpr qreal MillimetresPerInch = 25.4;
    return millimetres / MillimetresPerInch * Resolution;
}

QFont paperFont(const QString& language) {
    constexpr qreal Points = 9;
    QFont font;
    QStringList families = {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC")};
    if (language == QLatin1String("zh_CN"))
        families.prepend(QStringLiteral("Noto Sans CJK SC"));
    font.setFamilies(families);
    font.setPointSizeF(Points);
    return font;
}

void drawFooter(QPainter& painter, const QTextDocument& text, const QSizeF& page, int number) {
    painter.save();
    QFont font = text.defaultFont();
    font.setPointSizeF(FooterPoints);
    painter.setFont(font);
    painter.setPen(Qt::darkGray);
    const QRectF line(0, page.height() - paperPixels(FooterHeight), page.width(), paperPixels(FooterHeight));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, text.metaInformation(QTextDocument::DocumentTitle));
    painter.drawText(
        line, Qt::AlignRight | Qt::AlignBottom, QStringLiteral("%1 / %2").arg(number).arg(text.pageCount()));
    painter.restore();
}

void drawPage(QPainter& painter, const QTextDocument& text, int index) {
    const QSizeF size = text.pageSize();
    const QRectF part(0, index * size.height(), size.width(), size.height());
    painter.save();
    painter.translate(0, -part.top());
    painter.setClipRect(part);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, Qt::black);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
}

bool isPicture(const QTextBlock& block) {
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        if (part.fragment().charFormat().isImageFormat())
            return true;
    }
    return false;
}

/// Sets the words for this paper; gives the size of a page with its footer.
QSizeF layOutText(QTextDocument& text, QPdfWriter& writer, const std::string& html, const QString& language) {
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(SideMargin, EndMargin, SideMargin, EndMargin), QPageLayout::Millimeter);
    const QSizeF page(writer.width(), writer.height());
    text.documentLayout()->setPaintDevice(&writer);
    text.setDefaultFont(paperFont(language));
    text.setDocumentMargin(0);
    text.setHtml(fromUtf8(html));
    text.setPageSize(QSizeF(page.width(), page.height() - paperPixels(FooterHeight)));
    keepPicturesWhole(text);
    writer.setTitle(text.metaInformation(QTextDocument::DocumentTitle));
    return page;
}

} // namespace

void keepPicturesWhole(QTextDocument& text) {
    const QAbstractTextDocumentLayout& layout = *text.documentLayout();
    const qreal height = text.pageSize().height();
    const auto pageOf = [height](qreal y) { return static_cast<int>(y / height); };
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        if (!isPicture(block))
            continue;
        QTextBlock first = block;
        while (first.previous().isValid() && first.previous().blockFormat().headingLevel() > 0)
            first = first.previous();
        const qreal bottom = layout.blockBoundingRect(block).bottom();
        if (pageOf(layout.blockBoundingRect(first).top()) == pageOf(bottom - 1))
            continue;
        QTextBlockFormat onNewPage;
        onNewPage.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(first).mergeBlockFormat(onNewPage);
        // By itself the layout moves what is next to the change, and loses what that pushes over the last page.
        text.markContentsDirty(first.position(), text.characterCount() - first.position());
    }
}

Result<void> printReport(
    const ReportDocument& report, const QString& language, const QString& path, const std::stop_token& stop) {
    QSaveFile file(path);
    const auto notWritable = [&] {
        return fail(ErrorCode::NotWritable, toUtf8(path), quoted(toUtf8(file.errorString())));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritable();
    PaperText text;
    PictureDrawer pictures(report.pictures);
    text.documentLayout()->registerHandler(QTextFormat::ImageObject, &pictures);
    QPdfWriter writer(&file);
    writer.setCreator(QStringLiteral("Assize " ASSIZE_VERSION));
    const QSizeF page = layOutText(text, writer, report.html, language);
    QPainter painter(&writer);
    const int pages = text.pageCount();
    for (int index = 0; index < pages; ++index) {
        if (stop.stop_requested()) {
            painter.end();
            file.cancelWriting();
            return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
        }
        if (index > 0)
            writer.newPage();
        drawPage(painter, text, index);
        drawFooter(painter, text, page, index + 1);
    }
    painter.end();
    if (!file.commit())
        return notWritable();
    return {};
}

} // namespace assize::ui

#include "report_paper.moc"
