// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reporthtml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto pageStyle = R"(
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: #1c2330; background: #fff; max-width: 1100px; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 30px 0 2px; break-after: avoid; }
.environment { display: inline-block; padding: 1px 9px; border-radius: 4px; background: #33415c; color: #fff; font-weight: 600; }
.facts, .note, .more, .empty { color: #4a5568; margin: 2px 0; }
.note { margin-bottom: 6px; break-after: avoid; }
.more { font-weight: 600; }
.figures { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0; padding: 0; list-style: none; }
.figures li { border: 1px solid #cbd2dd; border-radius: 6px; padding: 6px 14px; min-width: 110px; }
.figures b { display: block; font-size: 21px; font-variant-numeric: tabular-nums; }
nav ul { columns: 2; padding-inline-start: 18px; margin: 8px 0; }
a { color: #1d4ed8; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid #dde2ea; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #8793a6; color: #4a5568; font-size: 12px; }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
svg { display: block; max-width: 100%; height: auto; }
@page { size: A4; margin: 16mm 14mm; }
@media print { body { font-size: 10.5px; padding: 0; max-width: none; } nav { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
)";

// what a text widget understands
constexpr auto previewStyle = R"(
h1 { font-size: 18px; margin-top: 0px; margin-bottom: 2px; } h2 { font-size: 14px; margin-top: 18px; margin-bottom: 2px; }
p { margin-top: 1px; margin-bottom: 3px; } th { text-align: left; }
)";

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(u"\n"_s, u"<br>"_s);
}

QString paragraph(const QString& text, const QString& kind)
{
    return text.isEmpty() ? QString() : u"<p class=\"%1\">%2</p>\n"_s.arg(kind, escaped(text));
}

/// Bars of a plain drawing; its words are in the summary as well.
QString chartSvg(const ReportChart& chart)
{
    constexpr int barWidth = 26;
    constexpr int gap = 6;
    constexpr int height = 90;
    const qint64 most = std::max<qint64>(1, *std::max_element(chart.values.cbegin(), chart.values.cend()));
    const int width = int(chart.values.size()) * (barWidth + gap);
    QString svg
        = u"<svg role=\"img\" aria-label=\"%1\" width=\"%2\" height=\"%3\" viewBox=\"0 0 %2 %3\" direction=\"ltr\">\n"_s
              .arg(escaped(chart.summary), QString::number(width), QString::number(height + 34));
    for (qsizetype at = 0; at < chart.values.size(); ++at) {
        const qint64 value = chart.values.at(at);
        const int x = int(at) * (barWidth + gap);
        const int bar = value == 0 ? 1 : std::max(2, int(value * height / most));
        svg += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>"_s.arg(x)
                   .arg(16 + height - bar)
                   .arg(barWidth)
                   .arg(bar)
                   .arg(value == 0 ? u"#cbd2dd"_s : u"#33608f"_s);
        const QString text
            = u"<text x=\"%1\" y=\"%2\" font-size=\"11\" text-anchor=\"middle\" fill=\"#4a5568\">%3</text>"_s;
        if (value > 0)
            svg += text.arg(x + barWidth / 2).arg(12 + height - bar).arg(value);
        if (at % 3 == 2)
            svg += text.arg(x + barWidth / 2).arg(height + 30).arg(escaped(chart.labels.value(at)));
        svg += u'\n';
    }
    return svg + u"</svg>\n"_s;
}

QString tableHtml(const ReportTable& table, ReportHtml kind)
{
    const bool page = kind == ReportHtml::Page;
    QString html
        = u"<h2 id=\"%1\">%2</h2>\n"_s.arg(table.name, escaped(table.title)) + paragraph(table.note, u"note"_s);
    if (table.rows.isEmpty())
        return html + paragraph(table.empty, u"empty"_s);
    html += page ? u"<table>\n"_s : u"<table width=\"98%\" cellspacing=\"0\" cellpadding=\"3\" border=\"0\">\n"_s;
    if (page)
        html += u"<caption>%1</caption>\n"_s.arg(escaped(table.title));
    const auto edge = [&](qsizetype column) {
        const bool number = table.columns.at(column).number;
        if (!number)
            return QString();
        return page ? u" class=\"number\""_s : u" align=\"right\""_s;
    };
    int all = 0;
    for (const ReportColumn& column : table.columns)
        all += column.weight;
    html += u"<thead><tr>"_s;
    for (qsizetype at = 0; at < table.columns.size(); ++at) {
        const int share = table.columns.at(at).weight * 100 / std::max(1, all);
        html += u"<th scope=\"col\"%1%2>%3</th>"_s.arg(
            edge(at), page ? QString() : u" width=\"%1%\""_s.arg(share), escaped(table.columns.at(at).title));
    }
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (const QStringList& row : table.rows) {
        html += u"<tr>"_s;
        for (qsizetype at = 0; at < table.columns.size(); ++at) {
            const QString cell = at == 0 && page ? u"<th scope=\"row\"%1>%2</th>"_s : u"<td%1>%2</td>"_s;
            html += cell.arg(edge(at), escaped(row.value(at)));
        }
        html += u"</tr>\n"_s;
    }
    html += u"</tbody></table>\n"_s;
    return html + paragraph(table.leftOut, u"more"_s);
}

QString figuresHtml(const Report& report, ReportHtml kind)
{
    const bool page = kind == ReportHtml::Page;
    QStringList figures;
    for (const ReportFigure& figure : report.figures)
        figures.append((page ? u"<li><b>%1</b> %2</li>"_s : u"<b>%1</b>&nbsp;%2"_s)
                           .arg(escaped(figure.value), escaped(figure.title)));
    return page ? QString(u"<ul class=\"figures\">\n"_s + figures.join(u'\n') + u"\n</ul>\n"_s)
                : QString(u"<p>"_s + figures.join(u" \u00b7 "_s) + u"</p>\n"_s);
}

QString contents(const Report& report)
{
    QString html = u"<nav><ul>\n"_s;
    for (const ReportTable& table : report.tables)
        html += u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(table.name, escaped(table.title));
    return html + u"</ul></nav>\n"_s;
}

} // namespace

QString reportHtml(const Report& report, ReportHtml kind)
{
    const bool page = kind == ReportHtml::Page;
    QString html
        = u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n<title>%3</title>\n<style>%4</style>\n</head>\n<body>\n"_s
              .arg(escaped(report.language), report.rightToLeft ? u"rtl"_s : u"ltr"_s,
                  escaped(report.title + u" \u2013 "_s + report.environment),
                  QString::fromLatin1(page ? pageStyle : previewStyle));
    html += u"<h1>%1</h1>\n<p class=\"facts\"><span class=\"environment\">%2</span> %3</p>\n"_s.arg(
        escaped(report.title), escaped(report.environment), escaped(report.asOf));
    for (const QString& fact : report.facts)
        html += paragraph(fact, u"facts"_s);
    html += figuresHtml(report, kind);
    if (page)
        html += contents(report);
    if (!report.chart.values.isEmpty()) {
        html += u"<h2>%1</h2>\n"_s.arg(escaped(report.chart.title)) + paragraph(report.chart.summary, u"note"_s);
        if (page)
            html += chartSvg(report.chart);
    }
    for (const ReportTable& table : report.tables)
        html += tableHtml(table, kind);
    return html + u"</body>\n</html>\n"_s;
}
