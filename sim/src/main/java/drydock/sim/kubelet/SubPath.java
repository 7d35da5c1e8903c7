package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/// The folder of a volume that a mount shows, with the container's variables in it
/// (`pkg/kubelet/container/helpers.go ExpandContainerVolumeMounts`).
final class SubPath {

    private SubPath() {}

    /// Empty for the whole volume.
    ///
    /// @throws Environment.MissingException if a variable is not there or empty, or the path
    /// leads out of the volume
    static String of(VolumeMount mount, Map<String, String> variables) throws Environment.MissingException {
        String plain = Objects.requireNonNullElse(mount.getSubPath(), "");
        String given = Objects.requireNonNullElse(mount.getSubPathExpr(), "");
        String path = given.isEmpty() ? plain : expanded(given, variables);
        if (path.startsWith("/")) {
            throw new Environment.MissingException("error SubPath `" + path + "` must not be an absolute path");
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new Environment.MissingException("unable to provision SubPath `" + path + "`: must not contain '..'");
        }
        return path;
    }

    private static String expanded(String given, Map<String, String> variables) throws Environment.MissingException {
        Set<String> missing = new TreeSet<>();
        Matcher references = Environment.REFERENCE.matcher(given);
        while (references.find()) {
            String name = references.group(2);
            if (name != null && variables.getOrDefault(name, "").isEmpty()) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new Environment.MissingException("missing value for " + String.join(", ", missing));
        }
        return Environment.expand(given, variables);
    }
}
