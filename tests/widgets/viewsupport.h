// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QSet>
#include <QTest>
#include <QWidget>

/// The child of that name, or a failure that says which was missing.
template<typename T>
T* child(const QWidget& parent, const QString& name)
{
    auto* found = parent.findChild<T*>(name);
    if (!found)
        QTest::qFail(qPrintable(QStringLiteral("no child ") + name), __FILE__, __LINE__);
    return found;
}

/// The one of that name that can be seen; pages that are not shown may have others.
template<typename T>
T* visibleChild(const QWidget& parent, const QString& name)
{
    const auto all = parent.findChildren<T*>(name);
    for (T* each : all) {
        if (each->isVisible())
            return each;
    }
    QTest::qFail(qPrintable(QStringLiteral("no visible child ") + name), __FILE__, __LINE__);
    return nullptr;
}

/// With plain spaces, where a text has those that do not break.
inline QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

/// Every widget that takes the focus and can be seen tells a screen reader what it is; returns the first that does not.
inline QString widgetWithoutName(const QWidget& view)
{
    const auto widgets = view.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&view))
            continue;
        if (widget->objectName().startsWith(QStringLiteral("qt_")) || !QAccessible::queryAccessibleInterface(widget))
            continue;
        if (QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
            return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "
                + widget->parentWidget()->objectName() + u' '
                + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return {};
}
