// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/handoverpanel.h"

#include "models/domain/reporthtml.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPauseMs = 500;
constexpr qint64 usualSeconds = qint64{3600} * HandoverRequest::usualHours;
} // namespace

HandoverPanel::HandoverPanel(
    HandoverSource& source, HandoverWriter& writer, const Clock& clock, const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_source(source)
    , m_writer(writer)
    , m_clock(clock)
    , m_title(new QLabel(tr("Handover report"), panel()))
    , m_since(new QDateTimeEdit(panel()))
    , m_hours(makeButton(u"handoverHours"_s, tr("Last %n hour(s)", nullptr, HandoverRequest::usualHours)))
    , m_lastTime(makeButton(u"handoverLast"_s, {}))
    , m_preview(new QTextBrowser(panel()))
    , m_folder(new QLineEdit(panel()))
    , m_choose(makeButton(u"handoverChoose"_s, tr("Choose …", "button: a folder")))
    , m_told(new QLabel(panel()))
    , m_open(makeButton(u"handoverOpen"_s, tr("Open", "button: the file that was written")))
    , m_close(makeButton(u"handoverClose"_s, tr("Close", "button: this panel")))
    , m_write(makeButton(u"handoverWrite"_s, tr("Write the report")))
{
    setObjectName(u"handover"_s);
    setAccessibleName(m_title->text());
    m_title->setObjectName(u"handoverTitle"_s);
    m_preview->setObjectName(u"handoverPreview"_s);
    m_preview->setAccessibleName(tr("Preview of the report"));
    m_preview->setOpenLinks(false);
    m_preview->document()->setDocumentMargin(14);
    m_told->setObjectName(u"handoverTold"_s);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_write->setDefault(true);
    m_write->setToolTip(tr("%1 (Ctrl+Enter)", "tool tip of a button: its key").arg(m_write->text()));
    m_close->setToolTip(tr("Close (Esc)"));
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(24, 18, 24, 18);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(makeSince());
    layout->addWidget(m_preview, 1);
    layout->addLayout(makeFiles());
    layout->addLayout(makeFoot());
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &HandoverPanel::read);
    connect(m_since, &QDateTimeEdit::dateTimeChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_hours, &QPushButton::clicked, this, [this] { startFrom(m_clock.now().addSecs(-usualSeconds)); });
    connect(m_lastTime, &QPushButton::clicked, this, [this] { startFrom(m_last); });
    connect(m_choose, &QPushButton::clicked, this, &HandoverPanel::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &HandoverPanel::enable);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!m_paths.isEmpty())
            Q_EMIT openRequested(m_paths.constFirst());
    });
    connect(m_close, &QPushButton::clicked, this, &Overlay::close);
    connect(m_write, &QPushButton::clicked, this, &HandoverPanel::write);
    connect(&theme, &Theme::changed, this, &HandoverPanel::dress);
    setLast({});
    dress();
}

QPushButton* HandoverPanel::makeButton(const QString& name, const QString& text)
{
    auto* button = new QPushButton(text, panel());
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

QLabel* HandoverPanel::makeCaption(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, panel());
    label->setBuddy(buddy);
    if (buddy)
        buddy->setAccessibleName(text);
    m_captions.append(label);
    return label;
}

QLayout* HandoverPanel::makeSince()
{
    m_since->setObjectName(u"handoverSince"_s);
    m_since->setCalendarPopup(true);
    m_since->setFixedHeight(m_hours->sizeHint().height());
    QString format = locale().dateTimeFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    format.remove(u":ss"_s);
    m_since->setDisplayFormat(format);
    m_since->setMinimumWidth(m_since->sizeHint().width() + 2 * Theme::space); // its arrow takes more than it reckons
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::space);
    row->addWidget(makeCaption(tr("What has changed since"), m_since));
    row->addWidget(m_since);
    row->addWidget(m_hours);
    row->addWidget(m_lastTime);
    row->addStretch(1);
    return row;
}

QLayout* HandoverPanel::makeFiles()
{
    m_folder->setObjectName(u"handoverFolder"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::space);
    row->addWidget(makeCaption(tr("As", "caption: kinds of file")));
    for (const auto& [name, text, tip, format] :
        {std::tuple{u"handoverPdf"_s, u"PDF"_s, tr("For printing and mail"), HandoverFormat::Pdf},
            std::tuple{u"handoverHtml"_s, u"HTML"_s, tr("For a browser, in one file"), HandoverFormat::Html},
            std::tuple{u"handoverCsv"_s, u"CSV"_s, tr("For a spreadsheet"), HandoverFormat::Csv}}) {
        auto* box = new QCheckBox(text, panel());
        box->setObjectName(name);
        box->setAccessibleName(text);
        box->setToolTip(tip);
        box->setChecked(format == HandoverFormat::Pdf);
        connect(box, &QCheckBox::toggled, this, &HandoverPanel::enable);
        m_formats.append({box, format});
        row->addWidget(box);
    }
    row->addSpacing(Theme::space);
    row->addWidget(makeCaption(tr("into", "caption: a folder"), m_folder));
    m_folder->setAccessibleName(tr("Folder"));
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    return row;
}

QLayout* HandoverPanel::makeFoot()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::space);
    row->addWidget(m_told, 1);
    row->addWidget(m_open);
    row->addWidget(m_close);
    row->addWidget(m_write);
    return row;
}

void HandoverPanel::setLast(const QDateTime& last)
{
    m_last = last;
    m_lastTime->setVisible(last.isValid());
    //: Button; a time
    m_lastTime->setText(tr("My last handover, %1").arg(minuteText(last, locale())));
    m_lastTime->setAccessibleName(m_lastTime->text());
}

void HandoverPanel::setFolder(const QString& folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
}

QString HandoverPanel::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void HandoverPanel::open()
{
    const bool fresh = !isVisible();
    Overlay::open();
    if (!fresh)
        return;
    m_paths.clear();
    tell({});
    startFrom(m_last.isValid() ? m_last : m_clock.now().addSecs(-usualSeconds));
    m_since->setFocus(Qt::ShortcutFocusReason);
}

void HandoverPanel::startFrom(const QDateTime& since)
{
    m_since->setDateTime(since.toLocalTime());
    read();
}

void HandoverPanel::read()
{
    m_pause.stop();
    m_reading = true;
    m_handover.reset();
    m_preview->setPlainText(tr("The report is being made …"));
    enable();
    HandoverRequest request;
    request.since = m_since->dateTime().toUTC();
    whenFinished(
        m_source.handover(request), this, [this, generation = ++m_generation](const Outcome<Handover>& outcome) {
            if (generation == m_generation)
                take(outcome);
        });
}

void HandoverPanel::take(const Outcome<Handover>& outcome)
{
    m_reading = false;
    if (outcome) {
        m_handover = outcome.value();
        m_preview->setHtml(reportHtml(handoverReport(*m_handover, {locale()}), ReportHtml::Preview));
    } else {
        m_preview->setPlainText(outcome.error().text + u'\n' + outcome.error().hint);
    }
    enable();
}

void HandoverPanel::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the report"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &HandoverPanel::setFolder);
    dialog->open();
}

QList<HandoverFormat> HandoverPanel::formats() const
{
    QList<HandoverFormat> chosen;
    for (const auto& [box, format] : m_formats) {
        if (box->isChecked())
            chosen.append(format);
    }
    return chosen;
}

void HandoverPanel::write()
{
    if (!m_write->isEnabled() || !isVisible())
        return;
    m_writing = true;
    m_paths.clear();
    tell(tr("Writing …"));
    enable();
    whenFinished(m_writer.write(*m_handover, formats(), folder()), this,
        [this, asOf = m_handover->asOf](const Outcome<QStringList>& outcome) {
            m_writing = false;
            if (outcome) {
                m_paths = outcome.value();
                QStringList shown;
                for (const QString& path : std::as_const(m_paths))
                    shown.append(QDir::toNativeSeparators(path));
                tell(shown.join(u'\n'));
                Q_EMIT written(asOf);
            } else {
                tell(outcome.error().text, true);
            }
            enable();
            (outcome ? m_open : m_write)->setFocus(Qt::OtherFocusReason);
        });
}

void HandoverPanel::tell(const QString& text, bool bad)
{
    m_bad = bad;
    m_told->setText(text);
    m_told->setAccessibleName(text.isEmpty() ? tr("How it goes") : text);
    dress();
}

void HandoverPanel::enable()
{
    m_write->setEnabled(m_handover && !m_writing && !formats().isEmpty() && !folder().isEmpty());
    m_open->setVisible(!m_paths.isEmpty());
}

QRect HandoverPanel::panelRect(const QSize& area) const
{
    const QSize wanted = QSize(920, 700).boundedTo(area - QSize(40, 40));
    return {QPoint((area.width() - wanted.width()) / 2, (area.height() - wanted.height()) / 2), wanted};
}

bool HandoverPanel::focusNextPrevChild(bool next)
{
    QWidget* from = focusWidget() ? focusWidget() : m_write;
    for (QWidget* at = next ? from->nextInFocusChain() : from->previousInFocusChain(); at && at != from;
         at = next ? at->nextInFocusChain() : at->previousInFocusChain()) {
        // a field's inner parts pass the focus on to it: it would come back
        if (panel()->isAncestorOf(at) && !at->focusProxy() && (at->focusPolicy() & Qt::TabFocus) && at->isVisible()
            && at->isEnabled()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
}

void HandoverPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier)
        write();
    Overlay::keyPressEvent(event);
}

void HandoverPanel::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    for (QLabel* caption : std::as_const(m_captions))
        inkLabel(caption, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_told, m_theme, m_bad ? ColorId::BadText : ColorId::GoodText, FontRole::Body);
}
