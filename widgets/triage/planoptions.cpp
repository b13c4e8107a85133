// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/planoptions.h"

#include "models/domain/operationtexts.h"
#include "widgets/common/inklabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

QList<int> wholeRamp()
{
    return {100};
}
constexpr double fastest = 10'000;
constexpr int never = 100; ///< per cent: more than all cannot be

QVariantList toVariants(const QList<int>& ramp)
{
    return {ramp.cbegin(), ramp.cend()};
}

} // namespace

PlanOptions::PlanOptions(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ramp(new QComboBox(this))
    , m_rate(new QDoubleSpinBox(this))
    , m_stop(new QSpinBox(this))
    , m_later(new QCheckBox(tr("Start later", "check box: a replay starts at a time"), this))
    , m_startAt(new QDateTimeEdit(this))
{
    build();
    connect(m_ramp, &QComboBox::currentIndexChanged, this, &PlanOptions::changed);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &PlanOptions::changed);
    connect(m_stop, &QSpinBox::valueChanged, this, &PlanOptions::changed);
    connect(m_startAt, &QDateTimeEdit::dateTimeChanged, this, &PlanOptions::changed);
    connect(m_later, &QCheckBox::toggled, this, [this](bool later) {
        m_startAt->setEnabled(later);
        Q_EMIT changed();
    });
}

void PlanOptions::build()
{
    m_ramp->setObjectName(u"replayRamp"_s);
    m_rate->setObjectName(u"replayRate"_s);
    m_rate->setDecimals(1);
    m_rate->setRange(0, fastest);
    m_rate->setSpecialValueText(tr("No limit", "rate of a replay"));
    //: After a number: messages a second
    m_rate->setSuffix(tr(" a second"));
    m_stop->setObjectName(u"replayStop"_s);
    m_stop->setRange(0, never);
    //: After a number: per cent
    m_stop->setSuffix(tr(" % of those that ended"));
    m_later->setObjectName(u"replayLater"_s);
    m_startAt->setObjectName(u"replayStartAt"_s);
    m_startAt->setCalendarPopup(true);
    m_startAt->setEnabled(false);
    m_startAt->setAccessibleName(m_later->text());
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const auto row = [&](int at, const QString& caption, QWidget* field, const QString& hint) {
        auto* label = new QLabel(caption, this);
        inkLabel(label, m_theme, ColorId::TextSecondary, FontRole::Body);
        label->setBuddy(field);
        field->setAccessibleName(caption);
        field->setToolTip(hint);
        grid->addWidget(label, at, 0);
        grid->addWidget(field, at, 1);
    };
    row(0, tr("Stages", "caption: parts of a replay that are sent one after the other"), m_ramp,
        tr("The next stage begins when all messages of the one before have come to their end."));
    row(1, tr("Rate", "caption: messages a second"), m_rate, tr("At most so many messages a second are sent."));
    row(2, tr("Stop at the same error in more than"), m_stop,
        tr("When the same error comes back this often, and three times at least, the rest is held back. Different errors do "
           "not count together. 100 % never stops."));
    grid->addWidget(m_later, 3, 0);
    grid->addWidget(m_startAt, 3, 1);
    grid->setColumnStretch(1, 1);
}

void PlanOptions::setPlan(const Operation& previewed)
{
    const QLocale locale;
    const QSignalBlocker quiet(this);
    m_ramp->clear();
    QList<QList<int>> offered{wholeRamp(), {10, 100}, {1, 5, 25, 100}};
    if (!offered.contains(previewed.ramp) && !previewed.ramp.isEmpty())
        offered.append(previewed.ramp);
    for (const QList<int>& ramp : std::as_const(offered))
        m_ramp->addItem(
            ramp == wholeRamp() ? tr("All at once", "a replay in one stage") : OperationTexts::ramp(ramp, locale),
            toVariants(ramp));
    m_ramp->setCurrentIndex(int(std::max<qsizetype>(offered.indexOf(previewed.ramp), 0)));
    m_rate->setValue(0);
    m_stop->setValue(previewed.stopShare);
    m_later->setChecked(false);
    m_startAt->setDateTime(QDateTime::currentDateTime().addSecs(3600));
    Q_EMIT changed();
}

ReplayOptions PlanOptions::options() const
{
    ReplayOptions options;
    for (const QVariant& share : m_ramp->currentData().toList())
        options.ramp.append(share.toInt());
    options.rate = m_rate->value();
    options.stopShare = m_stop->value();
    if (m_later->isChecked())
        options.startAt = m_startAt->dateTime().toUTC();
    return options;
}

QString PlanOptions::missing() const
{
    return m_later->isChecked() && m_startAt->dateTime() <= QDateTime::currentDateTime()
        ? tr("The time to start is over already.")
        : QString();
}
