// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/reportpdf.h"

#include "app/print/paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal point = Paper::point;
constexpr qreal margin = 42 * point;
constexpr qreal headHeight = 24 * point;
constexpr qreal footHeight = 20 * point;
constexpr qreal gap = 10 * point; // between columns
constexpr qreal padding = 3 * point; // above and below the text of a row
constexpr int resolution = 1200;

/// Puts a report on paper, piece by piece; what belongs together stays on one page.
class PdfReport
{
    Q_DECLARE_TR_FUNCTIONS(ReportPdf)

public:
    PdfReport(const Report& report, QSizeF page)
        : m_report(report)
        , m_page(page)
        , m_paper({page.width() - 2 * margin, page.height() - 2 * margin - headHeight - footHeight}, report.rightToLeft)
    {
        addTop();
        addChart();
        for (const ReportTable& table : report.tables)
            addTable(table);
    }

    int pages() const { return m_paper.pages(); }
    void draw(QPainter& painter, int page) const;

private:
    using Cells = QList<Paper::Text>;

    void addText(const QString& text, const QFont& font, Paper::Ink ink, qreal after = 0);
    void addTop();
    void addFigures();
    void addChart();
    void addTable(const ReportTable& table);
    void addRow(const Cells& cells, const QList<qreal>& edges, Paper::Ink ink, Paper::Ink line);
    Cells cellsOf(
        const ReportTable& table, const QStringList& texts, const QFont& font, const QList<qreal>& edges) const;
    QList<qreal> edgesOf(const ReportTable& table) const;
    static qreal heightOf(const Cells& cells);
    void drawLine(QPainter& painter, const QString& start, const QString& end, qreal y) const;

    const Report& m_report;
    QSizeF m_page;
    Paper m_paper;
};

void PdfReport::addText(const QString& text, const QFont& font, Paper::Ink ink, qreal after)
{
    if (text.isEmpty())
        return;
    const Paper::Text shaped(m_paper, text, font, m_paper.width());
    m_paper.put(shaped, 0, 0, ink);
    m_paper.move(shaped.height() + after);
}

void PdfReport::addTop()
{
    addText(m_report.title, Paper::font(19, true), Paper::Ink::Text, 2 * point);
    addText(m_report.environment + u", "_s + m_report.asOf, Paper::font(9.5, true), Paper::Ink::Text, 2 * point);
    for (const QString& fact : m_report.facts)
        addText(fact, Paper::font(8), Paper::Ink::Muted);
    m_paper.move(8 * point);
    addFigures();
}

void PdfReport::addFigures()
{
    constexpr int inARow = 4;
    const qreal width = (m_paper.width() - (inARow - 1) * gap) / inARow;
    for (qsizetype first = 0; first < m_report.figures.size(); first += inARow) {
        qreal height = 0;
        for (qsizetype at = first; at < std::min<qsizetype>(first + inARow, m_report.figures.size()); ++at) {
            const ReportFigure& figure = m_report.figures.at(at);
            const qreal x = qreal(at - first) * (width + gap);
            const Paper::Text value(m_paper, figure.value, Paper::font(15, true), width - 2 * gap);
            const Paper::Text title(m_paper, figure.title, Paper::font(7.5), width - 2 * gap);
            m_paper.fill({x, 0, width, 46 * point}, Paper::Ink::Fill);
            m_paper.put(value, x + gap, 4 * point);
            m_paper.put(title, x + gap, 4 * point + value.height(), Paper::Ink::Muted);
            height = 46 * point;
        }
        m_paper.move(height + gap);
    }
}

void PdfReport::addChart()
{
    const ReportChart& chart = m_report.chart;
    if (chart.values.isEmpty())
        return;
    constexpr qreal height = 56 * point;
    m_paper.move(6 * point);
    addText(chart.title, Paper::font(11.5, true), Paper::Ink::Text, point);
    addText(chart.summary, Paper::font(8), Paper::Ink::Muted, 4 * point);
    const qint64 most = std::max<qint64>(1, *std::max_element(chart.values.cbegin(), chart.values.cend()));
    const qreal step = m_paper.width() / qreal(chart.values.size());
    constexpr qreal above = 11 * point;
    for (qsizetype at = 0; at < chart.values.size(); ++at) {
        const qint64 value = chart.values.at(at);
        const qreal bar = value == 0 ? point / 2 : std::max(point, height * qreal(value) / qreal(most));
        const qreal x = step * qreal(at);
        m_paper.fill({x + step * 0.12, above + height - bar, step * 0.76, bar},
            value == 0 ? Paper::Ink::StrongLine : Paper::Ink::Bar);
        const auto label = [&](const QString& text, qreal below) {
            const Paper::Text probe(m_paper, text, Paper::font(6.5), step * 3);
            const qreal width = QFontMetricsF(Paper::font(6.5)).horizontalAdvance(text);
            m_paper.put(
                probe, std::clamp(x + (step - width) / 2, 0.0, m_paper.width() - width), below, Paper::Ink::Muted);
        };
        if (value > 0)
            label(QString::number(value), above + height - bar - 10 * point);
        if (at % 3 == 2)
            label(chart.labels.value(at), above + height + 2 * point);
    }
    m_paper.move(above + height + 14 * point);
}

QList<qreal> PdfReport::edgesOf(const ReportTable& table) const
{
    const qreal all = std::accumulate(table.columns.cbegin(), table.columns.cend(), 0.0,
        [](qreal sum, const ReportColumn& column) { return sum + column.weight; });
    QList<qreal> edges{0};
    for (const ReportColumn& column : table.columns)
        edges.append(edges.last() + m_paper.width() * column.weight / all);
    return edges;
}

PdfReport::Cells PdfReport::cellsOf(
    const ReportTable& table, const QStringList& texts, const QFont& font, const QList<qreal>& edges) const
{
    Cells cells;
    for (qsizetype at = 0; at < table.columns.size(); ++at)
        cells.append(Paper::Text(
            m_paper, texts.value(at), font, edges.at(at + 1) - edges.at(at) - gap, table.columns.at(at).number));
    return cells;
}

qreal PdfReport::heightOf(const Cells& cells)
{
    qreal height = 0;
    for (const Paper::Text& cell : cells)
        height = std::max(height, cell.height());
    return height + 2 * padding;
}

void PdfReport::addRow(const Cells& cells, const QList<qreal>& edges, Paper::Ink ink, Paper::Ink line)
{
    for (qsizetype at = 0; at < cells.size(); ++at)
        m_paper.put(cells.at(at), edges.at(at), padding, ink);
    const qreal height = heightOf(cells);
    m_paper.fill({0, height - point / 2, m_paper.width(), point / 2}, line);
    m_paper.move(height);
}

void PdfReport::addTable(const ReportTable& table)
{
    const QFont title = Paper::font(11.5, true);
    const QFont small = Paper::font(8);
    const QFont headFont = Paper::font(7, true);
    const QList<qreal> edges = edgesOf(table);
    QStringList titles;
    for (const ReportColumn& column : table.columns)
        titles.append(column.title);
    const Cells head = cellsOf(table, titles, headFont, edges);
    // the heading stands with what it is about, a table's head with a row
    qreal together = 30 * point + Paper::Text(m_paper, table.note, small, m_paper.width()).height();
    QList<Cells> rows;
    for (const QStringList& row : table.rows)
        rows.append(cellsOf(table, row, small, edges));
    together += rows.isEmpty() ? 12 * point : heightOf(head) + heightOf(rows.constFirst());
    if (together > m_paper.room() && m_paper.at() > 0)
        m_paper.breakPage();
    if (m_paper.at() > 0)
        m_paper.move(12 * point);
    addText(table.title, title, Paper::Ink::Text, point);
    addText(table.note, small, Paper::Ink::Muted, 2 * point);
    if (rows.isEmpty()) {
        addText(table.empty, small, Paper::Ink::Muted);
        return;
    }
    addRow(head, edges, Paper::Ink::Muted, Paper::Ink::StrongLine);
    const Paper::Text more(m_paper, table.leftOut, Paper::font(8, true), m_paper.width());
    for (qsizetype at = 0; at < rows.size(); ++at) {
        // what is left out is said below the last row, not on a page by itself
        const bool last = at + 1 == rows.size() && !table.leftOut.isEmpty();
        if (heightOf(rows.at(at)) + (last ? more.height() + 2 * padding : 0) > m_paper.room()) {
            m_paper.breakPage();
            addRow(head, edges, Paper::Ink::Muted, Paper::Ink::StrongLine);
        }
        addRow(rows.at(at), edges, Paper::Ink::Text, Paper::Ink::Line);
    }
    if (!table.leftOut.isEmpty()) {
        m_paper.put(more, 0, padding);
        m_paper.move(more.height() + 2 * padding);
    }
}

void PdfReport::drawLine(QPainter& painter, const QString& start, const QString& end, qreal y) const
{
    const QRectF place(margin, y, m_page.width() - 2 * margin, 12 * point);
    painter.setFont(Paper::font(7.5));
    painter.setPen(Paper::color(Paper::Ink::Muted));
    const bool mirrored = m_report.rightToLeft;
    painter.drawText(
        place, int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute), start);
    painter.drawText(
        place, int((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute), end);
}

void PdfReport::draw(QPainter& painter, int page) const
{
    drawLine(painter, m_report.environment + u"  \u00b7  "_s + m_report.title, m_report.asOf, margin - 6 * point);
    painter.fillRect(QRectF(margin, margin + 9 * point, m_page.width() - 2 * margin, point / 2),
        Paper::color(Paper::Ink::StrongLine));
    drawLine(painter, u"Signalbox"_s,
        //: Foot of a printed page: its number, and how many there are
        tr("page %1 of %2").arg(QString::number(page + 1), QString::number(pages())),
        m_page.height() - margin - 8 * point);
    painter.save();
    painter.translate(margin, margin + headHeight);
    m_paper.draw(painter, page);
    painter.restore();
}

} // namespace

Outcome<QByteArray> reportPdf(const Report& report)
{
    const bool draws = qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
    if (!draws || QFontDatabase::families().isEmpty())
        return Error{Failure::Other,
            QCoreApplication::translate("ReportPdf", "There is no font on this machine to write a PDF with."),
            QCoreApplication::translate("ReportPdf", "Install one, such as fonts-dejavu-core, or write HTML or CSV."),
            {}};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(report.title + u" \u2013 "_s + report.environment);
        writer.setCreator(u"Signalbox " SIGNALBOX_VERSION ""_s);
        const qreal scale = resolution / (72.0 * point);
        const PdfReport pdf(report, QSizeF(writer.width(), writer.height()) / scale);
        QPainter painter(&writer);
        for (int page = 0; page < pdf.pages(); ++page) {
            if (page > 0)
                writer.newPage();
            painter.save();
            painter.scale(scale, scale);
            pdf.draw(painter, page);
            painter.restore();
        }
        if (!painter.end())
            return Error{
                Failure::Other, QCoreApplication::translate("ReportPdf", "The PDF could not be written."), {}, {}};
    }
    return bytes;
}
