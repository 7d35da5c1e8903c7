package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ConfigMaps and Secrets: their keys, their size and what a type of Secret needs
/// (`pkg/apis/core/validation/validation.go ValidateConfigMap`, `ValidateSecret`).
final class DataRules {

    private static final int LARGEST = 1024 * 1024;
    private static final String DOCKER_CFG = ".dockercfg";
    private static final String DOCKER_JSON = ".dockerconfigjson";

    static final List<Rule> RULES = List.of(
            Rule.of("ConfigMap", visit -> keys(visit, List.of("data", "binaryData"))),
            Rule.of("ConfigMap", DataRules::keysOnce),
            Rule.of("ConfigMap", visit -> size(visit, "")),
            Rule.of("Secret", visit -> keys(visit, List.of("data", "stringData"))),
            Rule.of("Secret", visit -> size(visit, "data")),
            Rule.of("Secret", DataRules::type));

    private DataRules() {}

    private static void keys(Visit visit, List<String> fields) {
        for (String field : fields) {
            boolean merged = field.equals("stringData");
            visit.in(field)
                    .names()
                    .forEach(key -> Names.configKeyProblems(key).stream()
                            .findFirst()
                            .ifPresent(problem -> {
                                FieldPath at = visit.path().key(field).key(key);
                                String called = (merged ? "data" : field) + "[" + key + "]";
                                visit.errorCalled(called, "config-key", at, "config-key", Checks.shown(key), problem)
                                        .words(ServerWords.invalid(key, problem));
                            }));
        }
    }

    private static void keysOnce(Visit map) {
        Set<String> text = map.texts("data").keySet();
        map.in("binaryData").names().stream()
                .filter(text::contains)
                .forEach(key -> map.errorCalled(
                                "data[" + key + "]",
                                "config-key",
                                map.path().key("data").key(key),
                                "config-key-twice",
                                key)
                        .words(ServerWords.invalid(key, "duplicate of key present in binaryData")));
    }

    /// @param called the field that the API server names; empty for the whole object
    private static void size(Visit visit, String called) {
        long size = visit.texts("data").values().stream()
                        .mapToLong(
                                v -> called.isEmpty() ? v.getBytes(StandardCharsets.UTF_8).length : decoded(v).length)
                        .sum()
                + visit.texts("stringData").values().stream()
                        .mapToLong(v -> v.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                + visit.texts("binaryData").values().stream()
                        .mapToLong(v -> decoded(v).length)
                        .sum();
        if (size > LARGEST) {
            visit.errorCalled(called, "too-large", visit.path().key("data"), "too-large", size, LARGEST)
                    .words(ServerWords.tooLong(LARGEST));
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /// What is kept under the keys, as text.
    private static Map<String, String> values(Visit secret) {
        Map<String, String> values = new LinkedHashMap<>();
        secret.texts("data").forEach((k, v) -> values.put(k, new String(decoded(v), StandardCharsets.UTF_8)));
        values.putAll(secret.texts("stringData"));
        return values;
    }

    private static void type(Visit secret) {
        Map<String, String> values = values(secret);
        switch (secret.text("type").orElse("Opaque")) {
            case "kubernetes.io/service-account-token" -> account(secret);
            case "kubernetes.io/dockercfg" -> json(secret, values, DOCKER_CFG);
            case "kubernetes.io/dockerconfigjson" -> json(secret, values, DOCKER_JSON);
            case "kubernetes.io/ssh-auth" -> key(secret, values, "ssh-privatekey");
            case "kubernetes.io/tls" -> {
                key(secret, values, "tls.crt");
                key(secret, values, "tls.key");
            }
            case "kubernetes.io/basic-auth" -> {
                if (!values.containsKey("username") && !values.containsKey("password")) {
                    missing(secret, "username");
                    missing(secret, "password");
                }
            }
            default -> {
                // other types need nothing
            }
        }
    }

    private static void account(Visit secret) {
        String name = secret.in("metadata").texts("annotations").getOrDefault("kubernetes.io/service-account.name", "");
        if (name.isEmpty()) {
            FieldPath at = FieldPath.of("metadata", "annotations", "kubernetes.io/service-account.name");
            secret.error(Checks.REQUIRED, at, "required-field", at).words(ServerWords.required());
        }
    }

    private static void key(Visit secret, Map<String, String> values, String key) {
        boolean empty = key.equals("ssh-privatekey")
                && values.getOrDefault(key, "").isEmpty()
                && secret.in("data").textOrEmpty(key).isEmpty();
        if (!values.containsKey(key) || empty) {
            missing(secret, key);
        }
    }

    private static void missing(Visit secret, String key) {
        secret.errorCalled(
                        "data[" + key + "]",
                        Checks.REQUIRED,
                        secret.path().key("data").key(key),
                        "secret-key",
                        key)
                .words(ServerWords.required());
    }

    private static boolean isJsonObject(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            return json.isObject() || json.isNull();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static void json(Visit secret, Map<String, String> values, String key) {
        if (!values.containsKey(key)) {
            missing(secret, key);
            return;
        }
        if (!isJsonObject(values.get(key))) {
            secret.errorCalled(
                            "data[" + key + "]",
                            "secret-json",
                            secret.path().key("data").key(key),
                            "secret-json",
                            key)
                    .words(ServerWords.invalid("<secret contents redacted>", "is not valid JSON"));
        }
    }
}
