package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A ConfigMap with its values, a Secret with how long its values are (`describe.go ConfigMapDescriber`,
/// `describeSecret`).
final class DataDescription {

    private static final String TOKEN = "kubernetes.io/service-account-token";

    private DataDescription() {}

    static void of(Lines lines, Cluster cluster, ConfigMap map) {
        Metadata.name(lines, map);
        Metadata.labelsAndAnnotations(lines, map.getMetadata());
        heading(lines, "Data");
        Metadata.sorted(map.getData()).forEach((key, value) -> {
            lines.line(0, key + ":").line(0, "----");
            lines.line(0, value).line(0);
        });
        heading(lines, "BinaryData");
        Metadata.sorted(map.getBinaryData())
                .forEach((key, value) -> lines.line(0, key + ": " + bytes(value).length + " bytes"));
        lines.line(0);
        EventLines.of(lines, cluster, map);
    }

    static void of(Lines lines, Secret secret) {
        Metadata.name(lines, secret);
        Metadata.labelsAndAnnotations(lines, secret.getMetadata());
        lines.line(0).field(0, "Type", secret.getType());
        heading(lines, "Data");
        Metadata.sorted(secret.getData()).forEach((key, value) -> {
            boolean shown = key.equals("token") && TOKEN.equals(secret.getType());
            lines.field(
                    0, key, shown ? new String(bytes(value), StandardCharsets.UTF_8) : bytes(value).length + " bytes");
        });
    }

    private static void heading(Lines lines, String title) {
        lines.line(0).line(0, title).line(0, "====");
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
