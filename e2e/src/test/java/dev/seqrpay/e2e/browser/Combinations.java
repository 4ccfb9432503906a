package dev.seqrpay.e2e.browser;

/** Of what can be looked at in every combination: pages, states, languages, devices. */
final class Combinations {
    /** With {@code -Dlong=}. Else a run looks at those in which each part is there, and each two that have words of their own. */
    static final boolean ARE_ALL = "".equals(System.getProperty("long"));

    private Combinations() {}
}
