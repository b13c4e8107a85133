// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledgerjson.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>

/// The file that outlives the program: one JSON object per line, {"effect": {...}} or {"request": {...}}, appended and
/// handed to the system before an answer goes out. Any thread may append.
class Journal
{
public:
    struct Reader
    {
        std::function<bool(const LedgerEntry&)> effect; ///< false = it does not fit
        std::function<void(const RequestLine&)> request;
    };

    /// Opens or creates a file, gives all that it holds to the reader, and locks it against a second program. A last
    /// line that was cut off is taken away.
    static Outcome<std::unique_ptr<Journal>> open(const QString& file, const Estate& estate, const Reader& reader);
    /// The effects of a file, read only.
    static Outcome<std::vector<LedgerEntry>> effects(const QString& file);

    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// False when it could not be written; then nothing of it is in the file.
    bool append(const LedgerEntry& entry);
    bool append(const RequestLine& line);

private:
    Journal(int descriptor, const Estate& estate);
    bool appendLine(const nlohmann::ordered_json& json);

    const int m_descriptor;
    const Estate& m_estate;
    std::mutex m_mutex;
};
