package dev.seqrpay.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which addresses belong to the public internet, by IANA's registries of special-purpose addresses (RFC 6890 and its updates). Of
 * IPv6 only what is handed out counts (2000::/3), without what carries an IPv4 address in it: Teredo, 6to4, NAT64.
 */
final class PublicAddress {
    private static final List<Block> SPECIAL_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Block::read)
            .toList();
    private static final Block GLOBAL_6 = Block.read("2000::/3");
    private static final List<Block> SPECIAL_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Block::read)
            .toList();

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) return SPECIAL_4.stream().noneMatch(block -> block.contains(bytes));
        return GLOBAL_6.contains(bytes) && SPECIAL_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private record Block(InetAddress start, int bits) {
        static Block read(String text) {
            String[] parts = text.split("/");
            return new Block(literal(parts[0]), Integer.parseInt(parts[1]));
        }

        /** A literal is not looked up. */
        private static InetAddress literal(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean contains(byte[] address) {
            byte[] block = start.getAddress();
            if (block.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++)
                if (((block[bit / 8] ^ address[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
            return true;
        }
    }
}
