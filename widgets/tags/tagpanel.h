// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordertags.h"
#include "widgets/shell/overlay.h"

#include <QMap>

class FlowLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class TagLine;

/// Puts tags on orders and takes them away: those they have, with how many of them have each, and a line for others.
/// Ctrl+Enter, or Enter on an empty line, does it; Esc leaves it.
class TagPanel : public Overlay
{
    Q_OBJECT
public:
    TagPanel(OrderTags& source, const Theme& theme, QWidget* window);

    /// `what` names the orders: "order 10412", "3 orders".
    void ask(const QList<qint64>& orders, const QString& what);
    bool isSettled() const { return m_asking == 0; }

Q_SIGNALS:
    void changed(const QList<TagResult>& results); ///< by this person, just now
    void notice(const QString& text);

protected:
    QRect panelRect(const QSize& area) const override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Plan { Keep, Add, Remove };

    void build();
    void read();
    void plan(const QString& typed);
    void turn(const QString& tag);
    void showTags();
    void showState();
    void say(const QString& problem);
    QStringList planned(Plan plan) const;
    void apply();
    void takeResults(const QList<TagResult>& results);
    QList<QWidget*> ring() const;

    OrderTags& m_source;
    QList<qint64> m_orders;
    QMap<QString, int> m_counts; ///< how many of the orders have it
    QMap<QString, Plan> m_plans;
    quint64 m_generation = 0;
    int m_asking = 0;
    QLabel* m_heading;
    QWidget* m_chips;
    TagLine* m_line;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_cancel;
    QPushButton* m_apply;
};
