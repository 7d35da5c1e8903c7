package drydock.sim.store;

import java.util.SplittableRandom;
import java.util.UUID;

/// Names and uids that the API server makes up, from the seeded stream of chance.
final class Names {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LONGEST_BASE = 58;
    private static final int SUFFIX = 5;

    private final SplittableRandom random;

    Names(SplittableRandom random) {
        this.random = random;
    }

    /// `base` cut to 58 characters, and five more (`apiserver/pkg/storage/names/generate.go`).
    String generate(String base) {
        StringBuilder name = new StringBuilder(base.length() > LONGEST_BASE ? base.substring(0, LONGEST_BASE) : base);
        for (int i = 0; i < SUFFIX; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }

    /// A uid in the form of a random one (RFC 9562, version 4).
    String uid() {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
