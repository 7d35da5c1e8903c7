package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Quantities;
import drydock.model.validation.ServerWords;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// That a claim may ask for more, never for less than it has
/// (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimUpdate`).
final class ClaimSizes {

    private static final String[] WANTED = {"spec", "resources", "requests", "storage"};
    private static final String[] GIVEN = {"status", "capacity", "storage"};

    private ClaimSizes() {}

    static List<Refused> refused(Map<?, ?> wanted, Map<?, ?> live) {
        Optional<Quantity> asked = amount(wanted, WANTED);
        Optional<Quantity> before = amount(live, WANTED);
        Optional<Quantity> given = amount(live, GIVEN);
        boolean less = asked.isPresent() && before.isPresent() && Quantities.compare(asked.get(), before.get()) < 0;
        boolean tooFew =
                given.map(g -> Quantities.compare(asked.orElse(g), g) < 0).orElse(true);
        return less && tooFew
                ? List.of(new Refused(
                        FieldPath.of((Object[]) WANTED),
                        "spec.resources.requests.storage",
                        ServerWords.forbidden("field can not be less than status.capacity"),
                        Refused.Way.GROWS))
                : List.of();
    }

    private static Optional<Quantity> amount(Map<?, ?> object, String... path) {
        Object value = Values.at(object, path);
        return value == null ? Optional.empty() : Quantities.parse(String.valueOf(value));
    }
}
