package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a container for debugging may do (`kubectl/pkg/cmd/debug/profiles.go`).
enum DebugProfile {
    LEGACY,
    GENERAL,
    BASELINE,
    RESTRICTED,
    NETADMIN,
    SYSADMIN;

    /// @throws CommandFailure if there is no such profile
    static DebugProfile of(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("error: unknown profile: " + name));
    }

    /// Whether on a node the container has the node's network, processes and memory.
    boolean isOnHost() {
        return this != BASELINE && this != RESTRICTED;
    }

    /// Whether on a node the container has the node's files at `/host`.
    boolean mountsHost() {
        return this == LEGACY || this == GENERAL || this == SYSADMIN;
    }

    /// What an ephemeral container may do.
    @Nullable
    SecurityContext inPod() {
        return inCopy(null);
    }

    /// What the container in the copy of a Pod may do that may `now` do this.
    @Nullable
    SecurityContext inCopy(@Nullable SecurityContext now) {
        return this == GENERAL
                ? with(now)
                        .editOrNewCapabilities()
                        .addToAdd("SYS_PTRACE")
                        .endCapabilities()
                        .build()
                : inAny(now);
    }

    /// What the container on a node may do.
    @Nullable
    SecurityContext onNode() {
        return inAny(null);
    }

    private @Nullable SecurityContext inAny(@Nullable SecurityContext now) {
        return switch (this) {
            case LEGACY -> now;
            case GENERAL, BASELINE -> null;
            case RESTRICTED ->
                new SecurityContextBuilder()
                        .withRunAsNonRoot(true)
                        .withNewCapabilities()
                        .addToDrop("ALL")
                        .endCapabilities()
                        .withAllowPrivilegeEscalation(false)
                        .withNewSeccompProfile()
                        .withType("RuntimeDefault")
                        .endSeccompProfile()
                        .build();
            case NETADMIN ->
                with(now)
                        .editOrNewCapabilities()
                        .addToAdd("NET_ADMIN", "NET_RAW")
                        .endCapabilities()
                        .build();
            case SYSADMIN -> with(now).withPrivileged(true).build();
        };
    }

    private static SecurityContextBuilder with(@Nullable SecurityContext now) {
        return now == null ? new SecurityContextBuilder() : new SecurityContextBuilder(now);
    }
}
