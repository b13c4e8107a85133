// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <stdexcept>
#include <string_view>

/// An Error on its way up to the port, thrown below it by our own code.
class StoreException : public std::runtime_error
{
public:
    explicit StoreException(Error error);
    const Error& error() const noexcept { return m_error; }

private:
    Error m_error;
};

/// The Error for the exception that is being handled. Call it only inside a catch block.
Error currentError();

/// The Error for a statement or a connection that the server refused with this SQLSTATE and message.
Error serverError(std::string_view sqlstate, std::string_view message);
