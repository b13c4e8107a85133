// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filterbar.h"

#include "models/domain/statetitles.h"
#include "widgets/common/countbutton.h"
#include "widgets/common/filteredit.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int quickSpace = 6;

/// The conditions of a text that stand alone, split at spaces outside of quotes and parentheses.
QStringList topLevelTerms(const QString& text)
{
    QStringList terms;
    QString term;
    bool quoted = false;
    int depth = 0;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'(')
            ++depth;
        else if (!quoted && c == u')')
            --depth;
        if (c.isSpace() && !quoted && depth <= 0) {
            if (!term.isEmpty())
                terms.append(std::exchange(term, {}));
        } else {
            term += c;
        }
    }
    if (!term.isEmpty())
        terms.append(term);
    return terms;
}

} // namespace

FilterBar::FilterBar(const Theme& theme, const Clock& clock, QWidget* parent, FilterSubject subject)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_subject(subject)
    , m_line(new FilterEdit(theme, subject, this))
    , m_words(new QLabel(this))
    , m_suggestion(new QPushButton(this))
    , m_lineRow(new QWidget(this))
    , m_quickRow(new QWidget(this))
{
    m_line->setObjectName(u"filter"_s);
    const bool problems = subject == FilterSubject::Problems;
    m_line->setPlaceholderText(problems ? tr("Filter: an order number, words of the error, owner:me, due<1h …")
                                        : tr("Filter: an order number, channel:pos, state:failed, age>2h …"));
    m_line->setAccessibleName(problems ? tr("Filter of the problems") : tr("Filter of the orders"));
    m_line->setToolTip(
        tr("Type to filter (/). Tab completes, Enter goes to the list, Down shows what you looked for last."));
    m_words->setObjectName(u"filterWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_suggestion->setObjectName(u"filterSuggestion"_s);
    m_suggestion->setFlat(true);
    m_suggestion->setAutoDefault(false);
    m_suggestion->hide();

    auto* line = new QHBoxLayout(m_lineRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space);
    line->addWidget(m_line, 1);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(2, 0, 0, 0);
    words->addWidget(m_words, 1);
    words->addWidget(m_suggestion);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_lineRow);
    layout->addLayout(words);
    layout->addWidget(m_quickRow);
    if (problems)
        m_quickRow->hide();
    else
        buildQuickFilters();

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::settle);
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::edited);
    connect(m_line, &FilterEdit::accepted, this, [this] {
        settle();
        remember();
        if (!m_mistake)
            Q_EMIT left();
    });
    connect(m_line, &FilterEdit::left, this, &FilterBar::left);
    connect(m_line, &QLineEdit::editingFinished, this, &FilterBar::remember); // the focus went elsewhere
    connect(m_suggestion, &QPushButton::clicked, this, &FilterBar::takeSuggestion);
    connect(&theme, &Theme::changed, this, &FilterBar::dress);
    dress();
    showState(parsed());
}

FilterBar::~FilterBar()
{
    m_line->disconnect(this); // it loses the focus when it goes, which is after us
}

void FilterBar::buildQuickFilters()
{
    auto* layout = new FlowLayout(m_quickRow, quickSpace, quickSpace);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [this](const QString& name, const QString& term, Tone tone, const QString& icon,
                         const QString& text, const QString& tip) {
        addQuick(name, term, new CountButton(m_theme, tone, icon, text, m_quickRow), tip);
    };
    add(u"quickBreached"_s, u"target:breached"_s, Tone::Bad, u"alert"_s, tr("Overdue", "quick filter: targets missed"),
        tr("Orders with a step that is open and past its due time"));
    add(u"quickDueSoon"_s, u"target:due_soon"_s, Tone::Warning, u"clock"_s, tr("Due soon", "quick filter"),
        tr("Orders with an open step whose warning time has passed, none past due"));
    add(u"quickFailed"_s, u"state:failed"_s, Tone::Bad, u"failed"_s, tr("Failed", "quick filter: a step failed"),
        tr("Orders with a step that a system reported as failed"));
    const auto addBacklog = [&](Backlog backlog, const QString& name, const QString& term, const QString& icon,
                                const QString& text) { add(name, term, Tone::Neutral, icon, text, title(backlog)); };
    addBacklog(Backlog::ErpPosting, u"quickErp"_s, u"backlog:erp"_s, u"database"_s,
        tr("Awaiting ERP", "quick filter: orders not yet posted in the ERP"));
    addBacklog(Backlog::Reservation, u"quickReservation"_s, u"backlog:reservation"_s, u"reserved"_s,
        tr("Awaiting reservation", "quick filter: stock reservation not confirmed"));
    addBacklog(Backlog::Shipment, u"quickShipment"_s, u"backlog:shipment"_s, u"shipped"_s,
        tr("Shipment not reconciled", "quick filter"));
    addBacklog(
        Backlog::Refund, u"quickRefund"_s, u"backlog:refund"_s, u"undo"_s, tr("Refund not in finance", "quick filter"));
}

void FilterBar::addQuick(const QString& name, const QString& term, CountButton* button, const QString& tip)
{
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    m_quickRow->layout()->addWidget(button);
    m_quick.append({term, button});
    connect(button, &QAbstractButton::clicked, this, [this, at = m_quick.size() - 1] { toggleQuick(m_quick.at(at)); });
}

QString FilterBar::text() const
{
    return m_line->text();
}

void FilterBar::setText(const QString& text)
{
    m_line->setText(text);
    settle();
    remember();
}

void FilterBar::setLineName(const QString& name)
{
    m_line->setObjectName(name);
}

void FilterBar::setRecent(const QStringList& filters)
{
    m_line->setRecent(filters.mid(0, mostRecent));
}

QStringList FilterBar::recent() const
{
    return m_line->recent();
}

void FilterBar::remember()
{
    const QString filter = text().trimmed();
    QStringList filters = recent();
    if (filter.isEmpty() || filters.value(0) == filter || parsed().mistake)
        return;
    filters.removeAll(filter);
    filters.prepend(filter);
    setRecent(filters);
    Q_EMIT recentChanged(recent());
}

void FilterBar::toggleQuick(const Quick& quick)
{
    // one quick filter at a time, beside whatever was typed; more of them at once are typed or taken with F
    QStringList terms = topLevelTerms(text());
    const bool wasOn = terms.contains(quick.term);
    for (const Quick& each : m_quick)
        terms.removeAll(each.term);
    if (!wasOn) {
        if (terms.contains(u"OR"_s))
            terms = {u'(' + terms.join(u' ') + u')'};
        terms.append(quick.term);
    }
    setText(terms.join(u' '));
}

void FilterBar::toggleTerm(const QString& term)
{
    QStringList terms = topLevelTerms(text());
    if (terms.removeAll(term) == 0) {
        if (terms.contains(u"OR"_s))
            terms = {u'(' + terms.join(u' ') + u')'};
        terms.append(term);
    }
    setText(terms.join(u' '));
}

ParsedFilter FilterBar::parsed() const
{
    return parseFilter(m_line->text(), m_clock.now(), QTimeZone::systemTimeZone(), m_subject);
}

void FilterBar::setLiveValues(const QHash<QString, QStringList>& values)
{
    m_line->setLiveValues(values);
}

void FilterBar::setCounts(const HealthSnapshot& health)
{
    const std::array<qint64, 7> counts = {health.breachedOrders, health.dueSoonOrders, health.failedOrders,
        health.backlogs[std::size_t(Backlog::ErpPosting)].orders,
        health.backlogs[std::size_t(Backlog::Reservation)].orders,
        health.backlogs[std::size_t(Backlog::Shipment)].orders, health.backlogs[std::size_t(Backlog::Refund)].orders};
    for (qsizetype at = 0; at < m_quick.size(); ++at)
        m_quick.at(at).button->setCount(counts.at(std::size_t(at)));
    fitQuickFilters();
}

void FilterBar::fitQuickFilters()
{
    // a second line costs the list a row: where there is little room the words stay and the drawings go
    int wanted = -quickSpace;
    for (const Quick& quick : std::as_const(m_quick))
        wanted += quick.button->wholeWidth() + quickSpace;
    for (const Quick& quick : std::as_const(m_quick))
        quick.button->setCompact(wanted > width());
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitQuickFilters();
}

void FilterBar::addAtEnd(QWidget* widget)
{
    m_lineRow->layout()->addWidget(widget);
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::edited()
{
    const QStringList terms = topLevelTerms(text());
    for (const Quick& quick : m_quick)
        quick.button->setChecked(terms.contains(quick.term));
    m_line->setMistake(std::nullopt); // while typing, nothing is wrong yet
    m_pause.start();
}

void FilterBar::settle()
{
    m_pause.stop();
    const ParsedFilter filter = parsed();
    showState(filter);
    if (filter.mistake || m_said == filter.expression)
        return;
    m_said = filter.expression;
    Q_EMIT filterChanged(filter.expression);
}

void FilterBar::showState(const ParsedFilter& parsed)
{
    m_mistake = parsed.mistake;
    m_line->setMistake(m_mistake);
    const bool hasSuggestion = m_mistake && !m_mistake->suggestion.isEmpty();
    m_suggestion->setVisible(hasSuggestion);
    if (m_mistake) {
        m_words->setText(m_mistake->text);
        if (hasSuggestion) {
            m_suggestion->setText(tr("Use “%1”").arg(m_mistake->suggestion));
            m_suggestion->setAccessibleName(m_suggestion->text());
        }
    } else {
        m_words->setText(wordsFor(parsed.expression));
    }
    m_words->setToolTip(m_words->text());
    m_line->setAccessibleDescription(m_words->text());
    dress();
}

QString FilterBar::wordsFor(const FilterExpression& filter) const
{
    if (m_subject == FilterSubject::Problems)
        //: %1 is the filter in words: "owner is me, and due in less than 1 hour"
        return filter.isEverything() ? tr("All problems of the list")
                                     : tr("Problems: %1").arg(filterInWords(filter, locale(), m_subject));
    //: %1 is the filter in words: "channel is pos, and waiting for more than 2 hours"
    return filter.isEverything() ? tr("All orders") : tr("Orders: %1").arg(filterInWords(filter, locale(), m_subject));
}

void FilterBar::takeSuggestion()
{
    if (!m_mistake)
        return;
    QString whole = text();
    whole.replace(m_mistake->position, m_mistake->length, m_mistake->suggestion);
    setText(whole);
    m_line->setFocus();
}

void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        showState(parsed());
}

void FilterBar::dress()
{
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(m_mistake ? ColorId::BadText : ColorId::TextMuted));
    m_words->setPalette(palette);
    m_words->setFont(m_theme.font(FontRole::Small));
    m_suggestion->setFont(m_theme.font(FontRole::Small));
    if (m_line->actions().isEmpty())
        m_line->addAction(m_theme.icon(u"filter"_s, ColorId::TextMuted), QLineEdit::LeadingPosition);
    else
        m_line->actions().constFirst()->setIcon(m_theme.icon(u"filter"_s, ColorId::TextMuted));
}
