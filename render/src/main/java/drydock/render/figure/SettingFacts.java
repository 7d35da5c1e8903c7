package drydock.render.figure;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What matters of settings: their keys. Of a Secret never a value.
final class SettingFacts {

    private SettingFacts() {}

    static void tell(ConfigMap map, FactList facts) {
        keys(keys(map.getData(), map.getBinaryData()), map.getImmutable(), facts);
    }

    static void tell(Secret secret, FactList facts) {
        String type = secret.getType();
        if (type != null && !type.equals("Opaque")) {
            facts.pair("fact.type", type.replaceFirst("^kubernetes\\.io/", ""));
        }
        keys(keys(secret.getData(), secret.getStringData()), secret.getImmutable(), facts);
    }

    private static void keys(List<String> keys, @Nullable Boolean immutable, FactList facts) {
        if (Boolean.TRUE.equals(immutable)) {
            facts.note("fact.immutable");
        }
        if (keys.isEmpty()) {
            facts.note("fact.noKeys");
        }
        facts.tags(keys);
    }

    private static List<String> keys(@Nullable Map<String, String> one, @Nullable Map<String, String> other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .flatMap(map -> map.keySet().stream())
                .distinct()
                .toList();
    }
}
