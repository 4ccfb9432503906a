package dev.seqrpay.payment;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies that one can pay with: those of ISO 4217's list one of 2026 that have two decimal places, as SEQR writes amounts.
 * The JDK also knows those that are gone (its list has no dates) and units that are no money. Since 2022 went SLL, HRK, CUC, ZWL,
 * ANG and, with 2026, BGN.
 */
final class Currencies {
    private static final String IN_USE =
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD"
                    + " CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL"
                    + " HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR"
                    + " MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD"
                    + " SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER"
                    + " ZAR ZMW ZWG";

    /** An older JDK does not know the newest of them. */
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() == 2)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CURRENCIES =
            Stream.of(IN_USE.split(" ")).filter(KNOWN::contains).collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    static boolean has(String code) {
        return CURRENCIES.contains(code);
    }
}
