package drydock.sim.kubelet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The addresses of a node's Pods: those of its range in turn, so that one is not used again soon.
final class PodAddresses {

    private final long base;
    private final long size;
    private final Set<String> used = new HashSet<>();
    private long next = 2;

    /// @param cidr the node's range, as `10.244.3.0/24`
    PodAddresses(String cidr) {
        int slash = cidr.indexOf('/');
        long address = 0;
        for (String part : cidr.substring(0, slash).split("\\.", -1)) {
            address = address * 256 + Integer.parseInt(part);
        }
        base = address;
        size = 1L << (32 - Integer.parseInt(cidr.substring(slash + 1)));
    }

    /// A free address, or empty if all are used.
    Optional<String> take() {
        for (long tried = 2; tried < size - 1; tried++) {
            String address = text(base + next);
            next = next + 1 < size - 1 ? next + 1 : 2;
            if (used.add(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /// Takes an address that a Pod has already.
    void hold(String address) {
        used.add(address);
    }

    void release(String address) {
        used.remove(address);
    }

    private static String text(long address) {
        return ((address >> 24) & 255) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "."
                + (address & 255);
    }
}
