package drydock.app.act;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.FieldPath;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cluster says against a change, in its own words, each at the field that it names.
///
/// @param code the HTTP status, 0 where no answer came
/// @param words all that it says
/// @param causes what it says of fields; empty where it names none
record Refusal(int code, String words, List<Cause> causes) {

    /// `json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`
    private static final Pattern GO_FIELD = Pattern.compile("Go struct field \\w+\\.([\\w.]+)");
    /// `strict decoding error: unknown field "spec.foo"`
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("(?:unknown|duplicate) field \"([^\"]+)\"");
    /// `v1.Deployment.Spec: v1.DeploymentSpec.Replicas: readUint32: …`, as servers before v1.23 say
    private static final Pattern GO_TYPES = Pattern.compile("\\bv\\d\\w*\\.\\w+\\.(\\w+):");

    /// What is wrong with one field; the root where it is none that can be found.
    record Cause(FieldPath field, String words) {}

    Refusal {
        causes = List.copyOf(causes);
    }

    static Refusal of(Exception failure) {
        if (!(failure instanceof ClusterException refused)) {
            return new Refusal(0, String.valueOf(failure.getMessage()), List.of());
        }
        String words = refused.code() == 0
                ? String.valueOf(refused.getMessage())
                : refused.code() + " " + refused.reason() + ": " + refused.getMessage();
        List<Cause> causes = causes(refused.status().getDetails());
        return new Refusal(refused.code(), words, causes.isEmpty() ? guessed(words) : causes);
    }

    private static List<Cause> causes(StatusDetails details) {
        if (details == null || details.getCauses() == null) {
            return List.of();
        }
        return details.getCauses().stream()
                .filter(cause -> cause.getField() != null || cause.getMessage() != null)
                .map(Refusal::cause)
                .toList();
    }

    private static Cause cause(StatusCause cause) {
        String field = Objects.requireNonNullElse(cause.getField(), "");
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        return new Cause(path(field).orElse(FieldPath.ROOT), field.isEmpty() ? message : field + ": " + message);
    }

    /// What could not be read at all has no causes; the words name the field.
    private static List<Cause> guessed(String words) {
        List<Cause> causes = new ArrayList<>();
        for (Pattern pattern : List.of(GO_FIELD, UNKNOWN_FIELD)) {
            Matcher named = pattern.matcher(words);
            while (named.find()) {
                path(named.group(1)).ifPresent(path -> causes.add(new Cause(path, words)));
            }
        }
        if (causes.isEmpty()) {
            FieldPath path = FieldPath.ROOT;
            Matcher types = GO_TYPES.matcher(words);
            while (types.find()) {
                path = path.key(types.group(1).substring(0, 1).toLowerCase(Locale.ROOT)
                        + types.group(1).substring(1));
            }
            if (!path.isRoot()) {
                causes.add(new Cause(path, words));
            }
        }
        return causes;
    }

    private static Optional<FieldPath> path(String field) {
        try {
            return Optional.of(FieldPath.parse(field)).filter(path -> !path.isRoot());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether nobody knows if the change was made.
    boolean isLost() {
        return code == 0;
    }

    /// What is said of none of `fields`, or all where no field is named.
    String elsewhere(List<FieldPath> fields) {
        List<String> other = causes.stream()
                .filter(cause ->
                        fields.stream().noneMatch(field -> cause.field().isWithin(field)))
                .map(Cause::words)
                .distinct()
                .toList();
        return causes.isEmpty() ? words : String.join("\n", other);
    }

    /// What is said of `field`; empty for nothing.
    String at(FieldPath field) {
        return String.join(
                "\n",
                causes.stream()
                        .filter(cause -> cause.field().isWithin(field))
                        .map(Cause::words)
                        .distinct()
                        .toList());
    }
}
