// SPDX-License-Identifier: Apache-2.0
#include "ui/support/report_paper.h"

#include "core/report/report.h"
#include "ui/support/paper_pages.h"
#include "ui/support/text.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
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

void drawFooter(QPainter& painter, const QTextDocument& text, const QSizeF& page, const QString& number) {
    painter.save();
    QFont font = text.defaultFont();
    font.setPointSizeF(FooterPoints);
    painter.setFont(font);
    painter.setPen(Qt::darkGray);
    const QRectF line(0, page.height() - paperPixels(FooterHeight), page.width(), paperPixels(FooterHeight));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, text.metaInformation(QTextDocument::DocumentTitle));
    painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, number);
    painter.restore();
}

/// A part of the text, with its top at this height of the page.
void drawSlice(QPainter& painter, const QTextDocument& text, const PaperSlice& slice, qreal top) {
    if (slice.height() <= 0)
        return;
    constexpr qreal Hairline = 2; // lines between rows are drawn whole on both pages
    const QRectF part(0, slice.top - Hairline, text.textWidth(), slice.height() + 2 * Hairline);
    painter.save();
    painter.translate(0, top - slice.top);
    painter.setClipRect(part);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, Qt::black);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
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
    text.setTextWidth(page.width());
    writer.setTitle(text.metaInformation(QTextDocument::DocumentTitle));
    return page;
}

} // namespace

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
    const std::vector<PaperPage> pages = cutIntoPages(text, page.height() - paperPixels(FooterHeight));
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (stop.stop_requested()) {
            painter.end();
            file.cancelWriting();
            return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
        }
        if (index > 0)
            writer.newPage();
        drawSlice(painter, text, pages[index].heading, 0);
        drawSlice(painter, text, pages[index].text, pages[index].heading.height());
        drawFooter(painter, text, page, QStringLiteral("%1 / %2").arg(index + 1).arg(pages.size()));
    }
    painter.end();
    if (!file.commit())
        return notWritable();
    return {};
}

} // namespace assize::ui

#include "report_paper.moc"
