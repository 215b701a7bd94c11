package dev.orrery.tool;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Tells the public internet from what is behind it: this machine, its networks, and the services of its cloud. */
final class Addresses {
    /**
     * What is not public, by the IANA registries of special-purpose addresses (RFC 6890 and its updates); and
     * 168.63.129.16, which is public in form and leads to the host of an Azure machine.
     */
    private static final List<Block> CLOSED = List.of(
            new Block("0.0.0.0", 8),
            new Block("10.0.0.0", 8),
            new Block("100.64.0.0", 10),
            new Block("127.0.0.0", 8),
            new Block("168.63.129.16", 32),
            new Block("169.254.0.0", 16),
            new Block("172.16.0.0", 12),
            new Block("192.0.0.0", 24),
            new Block("192.0.2.0", 24),
            new Block("192.88.99.0", 24),
            new Block("192.168.0.0", 16),
            new Block("198.18.0.0", 15),
            new Block("198.51.100.0", 24),
            new Block("203.0.113.0", 24),
            new Block("224.0.0.0", 3));

    /** Only 2000::/3 is given out at all; within it these lead elsewhere: Teredo and ORCHID, documentation, 6to4. */
    private static final Block GLOBAL = new Block("2000::", 3);

    private static final List<Block> CLOSED_SIX = List.of(
            new Block("2001::", 23), new Block("2001:db8::", 32), new Block("2002::", 16), new Block("3fff::", 20));

    private Addresses() {}

    /** Returns why {@code address} must not be reached; nothing when it is on the public internet. */
    static Optional<String> fault(InetAddress address) {
        boolean open = switch (address) {
            case Inet4Address four -> CLOSED.stream().noneMatch(block -> block.holds(four));
            case Inet6Address six -> GLOBAL.holds(six) && CLOSED_SIX.stream().noneMatch(block -> block.holds(six));
            default -> false;
        };
        return open ? Optional.empty() : Optional.of(address.getHostAddress() + " is not on the public internet");
    }

    /** A range of addresses. */
    private record Block(InetAddress first, int bits) {
        Block(String first, int bits) {
            this(InetAddress.ofLiteral(first), bits);
        }

        boolean holds(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
            }
            return true;
        }
    }
}
