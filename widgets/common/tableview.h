// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTableView>

class QMenu;
class Theme;

/// The table of every list here: even rows, keyboard first (J K Enter Esc Y F /), columns that a person hides, moves
/// and widens, copying as text. The model answers the roles of ItemRoles.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(const Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

    int hoveredRow() const { return m_hoveredRow; }
    /// Whether the current cell has its own frame: on by default, since F filters by it.
    bool showsCurrentCell() const { return m_showsCurrentCell; }
    void setShowsCurrentCell(bool shows) { m_showsCurrentCell = shows; }

    /// Lets Space mark rows here and there: while there are marks, J and K move without touching them, and Esc takes
    /// them back. Off by default.
    void setCanMark(bool can) { m_canMark = can; }
    bool isMarking() const { return m_marking; }
    void clearMarks();

    /// Widths in pixels and which columns start hidden; `version` grows when the set of columns changes.
    void setDefaultColumns(const QList<int>& widths, const QList<int>& hidden, int version);
    /// Gives this column the room that the others leave, never less than `minimumWidth`, until a person drags it.
    void setElasticColumn(int column, int minimumWidth);
    void resetColumns();
    QByteArray saveColumns() const;
    /// False (and nothing changed) when the bytes are of another set of columns.
    bool restoreColumns(const QByteArray& state);
    /// A menu to show and hide columns.
    QMenu* columnsMenu(QWidget* parent);

    /// The selected rows as text, one line a row, visible columns by tab.
    QString selectedText() const;
    QVariant currentId() const;
    /// What is selected and where the cursor is, by the rows' ids: it outlives that the rows come in another order.
    struct Choice
    {
        QList<QVariant> selected = {};
        QVariant current = {};
        int column = 0;
    };
    Choice choice() const;
    /// As far as these rows are there; false: the current one is not.
    bool restoreChoice(const Choice& choice);
    /// Selects the row; nothing happens below 0 or when it is the current one already.
    void makeCurrent(int row);
    /// First and last row in sight, or {-1, -1}.
    std::pair<int, int> visibleRows() const;

Q_SIGNALS:
    void rowActivated(const QModelIndex& index);
    void backRequested();
    void filterFocusRequested();
    void filterRequested(const QString& filter); ///< "F": show rows with the same value as this cell
    void copied(const QString& text);
    void columnsChanged();
    void visibleRowsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    bool takeLetter(const QKeyEvent& event);
    void moveBy(int rows, bool extend);
    void toggleMark();
    void activateCurrent();
    void copyId();
    void filterByCell();
    void copyRows();
    void hover(int row);
    void fitElasticColumn();

    const Theme& m_theme;
    int m_hoveredRow = -1;
    bool m_showsCurrentCell = true;
    bool m_canMark = false;
    bool m_marking = false;
    QList<int> m_defaultWidths;
    QList<int> m_defaultHidden;
    int m_columnsVersion = 1;
    int m_elasticColumn = -1;
    int m_elasticMinimum = 0;
    bool m_fitting = false;
};
