package drydock.sim.kubectl.kustomize;

import drydock.sim.kubectl.text.KeyValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The ConfigMaps and Secrets that a kustomization makes of values and files
/// (`kustomize/api/internal/generators`, `kustomize/api/types/generatorargs.go`).
final class Generating {

    private final Origins origins;
    private final Kustomization.Reader files;

    /// @param files reads what generators name, from their folder
    Generating(Origins origins, Kustomization.Reader files) {
        this.origins = origins;
        this.files = files;
    }

    /// Adds what is generated to `objects`, or changes what is there, as the generators want it.
    void apply(Map<String, Object> fields, List<Map<String, Object>> objects) throws BadKustomizationException {
        for (String kind : List.of("ConfigMap", "Secret")) {
            String field = kind.equals("Secret") ? "secretGenerator" : "configMapGenerator";
            for (Object entry : Kustomization.list(fields.get(field))) {
                Map<String, Object> generator = Trees.map(entry);
                generate(kind, generator, options(fields, generator), objects);
            }
        }
    }

    /// The generator's own options over those of all.
    private static Map<String, Object> options(Map<String, Object> fields, Map<String, Object> generator) {
        Map<String, Object> options = Trees.map(fields.get("generatorOptions"));
        Trees.map(generator.get("options")).forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && options.get(key) instanceof Map<?, ?>) {
                Trees.made(options, key).putAll(Trees.changeable(map));
            } else {
                options.put(key, value);
            }
        });
        return options;
    }

    private void generate(
            String kind, Map<String, Object> generator, Map<String, Object> options, List<Map<String, Object>> objects)
            throws BadKustomizationException {
        Map<String, Object> made = made(kind, generator, options);
        String name = Trees.name(made);
        String behaviour = Trees.text(generator, "behavior");
        Map<String, Object> there = objects.stream()
                .filter(object -> Trees.text(object, "kind").equals(kind) && origins.isCalled(object, name))
                .findFirst()
                .orElse(null);
        if (behaviour.isEmpty() || behaviour.equals("create")) {
            if (there != null) {
                throw new BadKustomizationException("may not add resource with an already registered id: " + kind
                        + ".v1.[noGrp]/" + name + ".[noNs]");
            }
            objects.add(made);
            origins.remember(List.of(made));
            hash(made, options);
            return;
        }
        if (there == null) {
            throw new BadKustomizationException(
                    "id resid.ResId for " + kind + " " + name + " does not exist; cannot merge or replace");
        }
        if (behaviour.equals("replace")) {
            there.remove("data");
        }
        Trees.made(there, "data").putAll(Trees.map(made.get("data")));
        hash(there, options);
    }

    private void hash(Map<String, Object> object, Map<String, Object> options) {
        if (!Boolean.TRUE.equals(options.get("disableNameSuffixHash"))) {
            origins.hash(object);
        }
    }

    private Map<String, Object> made(String kind, Map<String, Object> generator, Map<String, Object> options)
            throws BadKustomizationException {
        boolean secret = kind.equals("Secret");
        Map<String, Object> made = new TreeMap<>();
        made.put("apiVersion", "v1");
        made.put("kind", kind);
        Map<String, Object> metadata = Trees.made(made, "metadata");
        metadata.put("name", Trees.text(generator, "name"));
        if (generator.get("namespace") instanceof String namespace) {
            metadata.put("namespace", namespace);
        }
        for (String more : List.of("labels", "annotations")) {
            if (options.get(more) instanceof Map<?, ?> map) {
                metadata.put(more, Trees.changeable(map));
            }
        }
        if (secret) {
            made.put("type", generator.getOrDefault("type", "Opaque"));
        }
        if (Boolean.TRUE.equals(options.get("immutable"))) {
            made.put("immutable", true);
        }
        Map<String, String> data = data(generator);
        if (!data.isEmpty()) {
            Map<String, Object> held = Trees.made(made, "data");
            data.forEach((key, value) -> held.put(key, secret ? encoded(value) : value));
        }
        return made;
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> data(Map<String, Object> generator) throws BadKustomizationException {
        Map<String, String> data = new TreeMap<>();
        List<Object> environments = new ArrayList<>(Kustomization.list(generator.get("envs")));
        if (generator.get("env") instanceof String one) {
            environments.add(one);
        }
        try {
            for (Object literal : Kustomization.list(generator.get("literals"))) {
                KeyValue pair = KeyValue.literal(String.valueOf(literal));
                data.put(pair.key(), unquoted(pair.value()));
            }
            for (Object source : Kustomization.list(generator.get("files"))) {
                KeyValue file = KeyValue.file(String.valueOf(source));
                data.put(file.key(), read(file.value()));
            }
            for (Object file : environments) {
                KeyValue.environment(read(String.valueOf(file))).forEach(pair -> data.put(pair.key(), pair.value()));
            }
        } catch (IllegalArgumentException wrong) {
            throw new BadKustomizationException(String.valueOf(wrong.getMessage()));
        }
        return data;
    }

    /// Quotation marks around the value of a literal are not the value's (`kustomize/api/kv/kv.go removeQuotes`).
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private String read(String path) throws BadKustomizationException {
        try {
            return files.read(path);
        } catch (IOException missing) {
            throw new BadKustomizationException(
                    "loading KV pairs: file sources: [" + path + "]: no such file or directory");
        }
    }
}
