package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a controller has asked for and not yet seen in its cache; until it has, it asks for no more
/// (`pkg/controller/controller_utils.go UIDTrackingControllerExpectations`).
public final class Expectations {

    private static final Duration EXPIRY = Duration.ofMinutes(5);

    private static final class Expected {
        private int creations;
        private final Set<ResourceId> deletions = new HashSet<>();
        private final Instant since;

        Expected(Instant since) {
            this.since = since;
        }
    }

    private final Map<ResourceId, Expected> byOwner = new HashMap<>();

    /// Whether all that was asked for `owner` was seen, or was asked so long ago that it is not waited for any more.
    public boolean satisfied(ResourceId owner, Instant now) {
        Expected expected = byOwner.get(owner);
        return expected == null
                || (expected.creations <= 0 && expected.deletions.isEmpty())
                || now.isAfter(expected.since.plus(EXPIRY));
    }

    public void expectCreations(ResourceId owner, int count, Instant now) {
        Expected expected = new Expected(now);
        expected.creations = count;
        byOwner.put(owner, expected);
    }

    public void expectDeletions(ResourceId owner, Set<ResourceId> objects, Instant now) {
        Expected expected = new Expected(now);
        expected.deletions.addAll(objects);
        byOwner.put(owner, expected);
    }

    /// `count` creations for `owner` were seen, or will not come.
    public void creationsSeen(ResourceId owner, int count) {
        Expected expected = byOwner.get(owner);
        if (expected != null) {
            expected.creations -= count;
        }
    }

    /// The deletion of `object` was seen, or will not come.
    public void deletionSeen(ResourceId owner, ResourceId object) {
        Expected expected = byOwner.get(owner);
        if (expected != null) {
            expected.deletions.remove(object);
        }
    }

    public void forget(ResourceId owner) {
        byOwner.remove(owner);
    }
}
