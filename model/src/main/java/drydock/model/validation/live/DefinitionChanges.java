package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ServerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What stays as it is of a custom kind, once there may be objects of it
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// validateCustomResourceDefinitionSpecUpdate`, `ValidateCustomResourceDefinitionStoredVersions`).
final class DefinitionChanges {

    private DefinitionChanges() {}

    /// The fields that are fixed from the beginning, and those that are once the kind is served.
    static List<List<String>> fixed(Map<?, ?> live) {
        List<List<String>> fixed =
                new ArrayList<>(List.of(List.of("spec", "group"), List.of("spec", "names", "plural")));
        if (isEstablished(live)) {
            fixed.add(List.of("spec", "scope"));
            fixed.add(List.of("spec", "names", "kind"));
        }
        return fixed;
    }

    private static boolean isEstablished(Map<?, ?> live) {
        return Values.each(Values.at(live, "status", "conditions")).stream()
                .anyMatch(c -> Objects.equals(c.get("type"), "Established") && Objects.equals(c.get("status"), "True"));
    }

    /// A version in which objects may still be kept stays in the list.
    static List<Refused> versions(Map<?, ?> wanted, Map<?, ?> live) {
        if (!(Values.at(wanted, "spec", "versions") instanceof List<?> versions)
                || !(Values.at(live, "status", "storedVersions") instanceof List<?> stored)) {
            return List.of();
        }
        List<Object> there = new ArrayList<>();
        Values.each(versions).forEach(version -> there.add(version.get("name")));
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Object name = stored.get(i);
            if (!there.contains(name)) {
                refused.add(new Refused(
                        FieldPath.of("spec", "versions"),
                        "status.storedVersions[" + i + "]",
                        ServerWords.invalid(
                                name,
                                ("missing from spec.versions; %s was previously a storage version, and must remain in"
                                                + " spec.versions until a storage migration ensures no data remains"
                                                + " persisted in %s and removes %s from status.storedVersions")
                                        .formatted(name, name, name)),
                        Refused.Way.STORED));
            }
        }
        return refused;
    }
}
