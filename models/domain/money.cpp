// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include <QCoreApplication>
#include <QHash>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

// ISO 4217, list one; of the withdrawn codes those that data from the last decades still carries. Codes without a minor
// unit (metals, XXX, XTS) are left out on purpose: no amount can be counted in them.
constexpr QStringView noDigits = u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF "
                                 u"ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE TRL";
constexpr QStringView threeDigits = u"BHD IQD JOD KWD LYD OMR TND";
constexpr QStringView fourDigits = u"CLF UYW";
constexpr QStringView twoDigits
    = u"AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY "
      u"COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS "
      u"INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR "
      u"MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP "
      u"STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG "
      u"AFA ANG ATS AZM BGL BGN CSD CUC CYP DEM EEK FIM FRF GHC GWP HRK IEP LTL LVL MRO MTL MXP MZM NLG PLZ ROL RUR SDD "
      u"SIT SKK SLL SRG STD TMM USS VEB VEF YUM ZMK ZWD ZWL ZWN ZWR";

QHash<QString, int> digitsByCode()
{
    QHash<QString, int> digits;
    const auto add = [&digits](QStringView codes, int count) {
        for (const auto code : codes.split(u' '))
            digits.insert(code.toString(), count);
    };
    add(noDigits, 0);
    add(twoDigits, 2);
    add(threeDigits, 3);
    add(fourDigits, 4);
    return digits;
}

Error invalid(const QString& text, const QString& hint = {})
{
    return {Failure::Invalid, text, hint, {}};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isPlainDecimal(QStringView text)
{
    const auto digits
        = [](QStringView part) { return !part.isEmpty() && std::all_of(part.begin(), part.end(), isDigit); };
    if (text.startsWith(u'-'))
        text = text.sliced(1);
    const auto point = text.indexOf(u'.');
    return point < 0 ? digits(text) : digits(text.first(point)) && digits(text.sliced(point + 1));
}

quint64 magnitude(qint64 minor)
{
    return minor < 0 ? quint64{0} - static_cast<quint64>(minor) : static_cast<quint64>(minor);
}

quint64 powerOfTen(int digits)
{
    quint64 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

/// The symbol that names the currency without doubt: "$" alone only where the locale's own currency is meant.
QString symbolOf(const QString& currency, const QLocale& locale)
{
    static const QHash<QString, QString> known{{u"EUR"_s, u"€"_s}, {u"GBP"_s, u"£"_s}, {u"USD"_s, u"US$"_s},
        {u"JPY"_s, u"¥"_s}, {u"BRL"_s, u"R$"_s}, {u"INR"_s, u"₹"_s}, {u"KRW"_s, u"₩"_s}, {u"ILS"_s, u"₪"_s},
        {u"VND"_s, u"₫"_s}, {u"UAH"_s, u"₴"_s}, {u"TRY"_s, u"₺"_s}};
    if (locale != QLocale::c() && locale.currencySymbol(QLocale::CurrencyIsoCode) == currency) {
        QString own = locale.currencySymbol(QLocale::CurrencySymbol);
        if (!own.isEmpty())
            return own;
    }
    return known.value(currency, currency);
}

/// Whole and fraction in the locale's digits; exact, unlike the detour over double.
QString localNumber(quint64 value, int digits, const QLocale& locale)
{
    const quint64 power = powerOfTen(digits);
    QString text = locale.toString(value / power);
    if (digits == 0)
        return text;
    QLocale ungrouped = locale;
    ungrouped.setNumberOptions(QLocale::OmitGroupSeparator);
    // the leading 1 keeps the zeros of the fraction
    return text + locale.decimalPoint() + ungrouped.toString(power + value % power).sliced(locale.zeroDigit().size());
}

} // namespace

int minorUnitDigits(const QString& currency)
{
    static const QHash<QString, int> digits = digitsByCode();
    return digits.value(currency, -1);
}

QStringList currenciesWithDigits(int digits)
{
    QStringList codes = digitsByCode().keys(digits);
    codes.sort();
    return codes;
}

Outcome<Money> parseMoney(const QString& decimal, const QString& currency)
{
    const int digits = minorUnitDigits(currency);
    if (digits < 0)
        return invalid(QCoreApplication::translate("Money", "\"%1\" is no currency of ISO 4217.").arg(currency));
    if (!isPlainDecimal(decimal))
        return invalid(
            QCoreApplication::translate("Money", "\"%1\" is no plain decimal such as 1234.50.").arg(decimal));

    const bool negative = decimal.startsWith(u'-');
    const QStringView number = QStringView(decimal).sliced(negative ? 1 : 0);
    const auto point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.first(point);
    QStringView fraction = point < 0 ? QStringView() : number.sliced(point + 1);
    while (fraction.size() > digits && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > digits)
        return invalid(QCoreApplication::translate("Money", "%1 has more decimals than %2 allows (%3).")
                           .arg(decimal, currency)
                           .arg(digits));

    const quint64 limit = static_cast<quint64>(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
    quint64 value = 0;
    const auto append = [&value, limit](quint64 digit) {
        if (value > (limit - digit) / 10)
            return false;
        value = value * 10 + digit;
        return true;
    };
    bool fits = true;
    for (const QChar c : whole)
        fits = fits && append(c.unicode() - u'0');
    for (int i = 0; i < digits; ++i)
        fits = fits && append(i < fraction.size() ? fraction[i].unicode() - u'0' : 0);
    if (!fits)
        return invalid(QCoreApplication::translate("Money", "%1 is too large an amount.").arg(decimal));
    return Money{negative ? static_cast<qint64>(quint64{0} - value) : static_cast<qint64>(value), currency};
}

QString formatMoney(const Money& money, const QLocale& locale)
{
    const int digits = minorUnitDigits(money.currency);
    if (digits < 0)
        return {};
    // Qt gives the locale's order of symbol and number, but takes amounts as double only: format a 1, put ours in its
    // place.
    QString text = locale.toCurrencyString(qlonglong{1}, u"\u00a4"_s);
    const QString one = locale.toString(1);
    const auto place = text.indexOf(one);
    if (place < 0)
        text = u"\u00a4"_s + one;
    const QString symbol = symbolOf(money.currency, locale);
    // "KWD1" would be hard to read: letters keep a distance
    const bool letters = symbol.back().isLetter() && text.startsWith(u"\u00a4"_s + one);
    text.replace(one, localNumber(magnitude(money.minor), digits, locale));
    text.replace(u"\u00a4"_s, letters ? symbol + QChar(QChar::Nbsp) : symbol);
    return money.minor < 0 ? locale.negativeSign() + text : text;
}

QString plainDecimal(const Money& money)
{
    const int digits = minorUnitDigits(money.currency);
    if (digits < 0)
        return {};
    const quint64 power = powerOfTen(digits);
    const quint64 value = magnitude(money.minor);
    QString text = (money.minor < 0 ? u"-"_s : QString()) + QString::number(value / power);
    if (digits > 0)
        text += u'.' + QString::number(value % power).rightJustified(digits, u'0');
    return text;
}
