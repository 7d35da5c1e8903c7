package drydock.sim.kubectl.describe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names, labels, annotations, owners and dates, as every description has them.
final class Metadata {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MOST_ANNOTATION = 140;
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Metadata() {}

    static void name(Lines lines, HasMetadata object) {
        lines.field(0, "Name", object.getMetadata().getName());
        lines.field(0, "Namespace", object.getMetadata().getNamespace());
    }

    static void labelsAndAnnotations(Lines lines, ObjectMeta metadata) {
        labels(lines, 0, "Labels", metadata.getLabels());
        annotations(lines, 0, metadata.getAnnotations());
    }

    /// `key=value`, one below the other, ordered by key.
    static void labels(Lines lines, int level, String title, @Nullable Map<String, String> labels) {
        lines.column(
                level,
                title,
                sorted(labels).entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
    }

    /// `key: value`; a value that is long or has several lines stands below its key
    /// (`describe.go printAnnotationsMultiline`).
    static void annotations(Lines lines, int level, @Nullable Map<String, String> annotations) {
        List<String> values = new ArrayList<>();
        sorted(annotations).forEach((key, given) -> {
            if (key.equals(LAST_APPLIED)) {
                return;
            }
            String value = given.endsWith("\n") ? given.substring(0, given.length() - 1) : given;
            if (value.length() + key.length() + 2 <= MOST_ANNOTATION && !value.contains("\n")) {
                values.add(key + ": " + value);
                return;
            }
            values.add(key + ":");
            for (String line : value.split("\n", -1)) {
                boolean tooLong = line.length() > MOST_ANNOTATION - 2;
                values.add("  " + (tooLong ? line.substring(0, MOST_ANNOTATION - 2) + "..." : line));
            }
        });
        lines.column(level, "Annotations", values);
    }

    static void controlledBy(Lines lines, HasMetadata object) {
        controller(object).ifPresent(owner -> lines.field(0, "Controlled By", owner.getKind() + "/" + owner.getName()));
    }

    static Optional<OwnerReference> controller(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
    }

    /// A timestamp as `Mon, 02 Jan 2006 15:04:05 +0000`; what is no timestamp stays as it is.
    static String date(@Nullable String timestamp) {
        if (timestamp == null || timestamp.isEmpty()) {
            return "Mon, 01 Jan 0001 00:00:00 +0000";
        }
        try {
            return RFC_1123.format(Instant.parse(timestamp));
        } catch (DateTimeParseException none) {
            return timestamp;
        }
    }

    static Map<String, String> sorted(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : new TreeMap<>(map);
    }
}
