package dev.seqrpay.e2e.browser;

/** On what people buy. */
enum Shoppers {
    DESKTOP(Device.DESKTOP),
    ANDROID(Device.ANDROID),
    IPHONE(Device.IPHONE);

    final Device device;

    Shoppers(Device device) {
        this.device = device;
    }
}
