package drydock.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Projects of any size to measure with.
public final class ManyObjects {

    private static final String[] KINDS = {
        "apps/v1 Deployment\n"
                + "spec: {replicas: 3, selector: {matchLabels: {app: a%d}}, template: {metadata: {labels: {app: a%d}},"
                + " spec: {containers: [{name: c, image: nginx, envFrom: [{configMapRef: {name: o%d}}]}]}}}",
        "v1 Service\nspec: {selector: {app: a%d}, ports: [{port: 80}]}",
        "v1 ConfigMap\ndata: {a: b}",
        "v1 Secret\ndata: {}",
        "v1 Pod\nspec: {containers: [{name: c, image: nginx}]}"
    };

    private ManyObjects() {}

    /// Writes a project of Deployments, each with a Service, a ConfigMap, a Secret and a Pod that stands
    /// alone, in a file for five objects; all are named `o` and the file's number.
    ///
    /// @param folder made anew
    /// @param objects how many; a multiple of five
    public static Path write(Path folder, int objects) {
        try {
            Files.createDirectory(folder);
            for (int i = 0; i < objects / KINDS.length; i++) {
                StringBuilder text = new StringBuilder();
                for (String kind : KINDS) {
                    String[] parts = kind.replace("%d", String.valueOf(i)).split("[ \n]", 3);
                    text.append("---\napiVersion: %s\nkind: %s\nmetadata: {name: o%d}\n%s\n"
                            .formatted(parts[0], parts[1], i, parts[2]));
                }
                Files.writeString(folder.resolve("f" + i + ".yaml"), text);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
