// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/saveviewpanel.h"

#include "models/domain/savedview.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int savePanelWidth = 460;
constexpr int longestName = 80; // as the database has it
constexpr int saveFromTop = 96;
} // namespace

SaveViewPanel::SaveViewPanel(const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_what(new QLabel(panel()))
    , m_name(new QLineEdit(panel()))
    , m_shared(new QCheckBox(tr("Share it with everybody"), panel()))
    , m_save(new QPushButton(tr("Save", "button: a view"), panel()))
{
    setObjectName(u"saveViewPanel"_s);
    setAccessibleName(tr("Save as a view"));
    auto* title = new QLabel(tr("Save as a view"), panel());
    title->setFont(theme.font(FontRole::Title));
    m_what->setWordWrap(true);
    m_what->setForegroundRole(QPalette::PlaceholderText);
    m_what->setTextFormat(Qt::PlainText);
    m_name->setObjectName(u"viewName"_s);
    m_name->setPlaceholderText(tr("Name", "of a view"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(longestName);
    m_shared->setObjectName(u"viewShared"_s);
    m_save->setObjectName(u"viewSave"_s);
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel", "button"), panel());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_shared);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_what);
    layout->addWidget(m_name);
    layout->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString& name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &SaveViewPanel::save);
    connect(m_save, &QPushButton::clicked, this, &SaveViewPanel::save);
    connect(cancel, &QPushButton::clicked, this, &Overlay::close);
}

void SaveViewPanel::ask(const QString& name, const SavedView& shown)
{
    m_what->setText(shown.filter.isEmpty() ? tr("Everything, with the columns and the sorting as they are")
                                           : tr("%1, with the columns and the sorting as they are").arg(shown.filter));
    m_name->setText(name);
    m_save->setEnabled(!name.trimmed().isEmpty());
    m_shared->setChecked(false);
    open();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void SaveViewPanel::save()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    close();
    Q_EMIT saved(name, m_shared->isChecked());
}

QRect SaveViewPanel::panelRect(const QSize& area) const
{
    const int width = std::min(savePanelWidth, area.width() - 40);
    const int height = panel()->layout()->totalHeightForWidth(width);
    return {(area.width() - width) / 2, saveFromTop, width, std::max(height, panel()->sizeHint().height())};
}

bool SaveViewPanel::focusNextPrevChild(bool next)
{
    const QList<QWidget*> ring{m_name, m_shared, m_save};
    const auto at = ring.indexOf(focusWidget());
    ring.at((at + (next ? 1 : ring.size() - 1)) % ring.size())->setFocus(Qt::TabFocusReason);
    return true;
}
