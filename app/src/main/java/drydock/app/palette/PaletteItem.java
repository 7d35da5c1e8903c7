package drydock.app.palette;

import drydock.app.text.Messages;
import drydock.model.connect.Part;
import drydock.model.pattern.Pattern;
import drydock.model.resource.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One entry of the palette.
///
/// @param group the key of the group it is listed in, in the messages
/// @param content what it puts onto the canvas
public record PaletteItem(String group, Content content) {

    private static final List<Messages> LANGUAGES = List.of(
            Messages.of(PaletteItem.class, Locale.ENGLISH), Messages.of(PaletteItem.class, Locale.SIMPLIFIED_CHINESE));

    /// What an entry puts onto the canvas.
    public sealed interface Content {}

    /// New objects.
    public record OfObjects(Pattern pattern) implements Content {}

    /// A part of an object that is there.
    public record OfPart(Part part) implements Content {}

    /// The entry that puts new objects of the pattern onto the canvas.
    public static PaletteItem objects(Pattern pattern) {
        return new PaletteItem(
                Pattern.COMPOSED.contains(pattern) ? "patterns" : group(pattern), new OfObjects(pattern));
    }

    /// Every entry, by group.
    public static List<PaletteItem> all() {
        List<PaletteItem> items = new ArrayList<>();
        Pattern.COMPOSED.forEach(pattern -> items.add(objects(pattern)));
        for (String group :
                List.of("pods", "workloads", "network", "configuration", "volumes", "policies", "cluster", "access")) {
            Pattern.OBJECTS.stream()
                    .filter(pattern -> group(pattern).equals(group))
                    .forEach(pattern -> items.add(objects(pattern)));
            for (Part part : Part.values()) {
                if (group.equals(part.isVolume() ? "volumes" : "pods")) {
                    items.add(new PaletteItem(group, new OfPart(part)));
                }
            }
        }
        return items;
    }

    private static String group(Pattern pattern) {
        return switch (pattern.kind()) {
            case "Pod" -> "pods";
            case "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "ReplicaSet", "ReplicationController" ->
                "workloads";
            case "Service", "Endpoints", "Ingress", "NetworkPolicy" -> "network";
            case "ConfigMap", "Secret", "PersistentVolume", "PersistentVolumeClaim", "StorageClass" -> "configuration";
            case "Namespace", "Node" -> "cluster";
            case "ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding" -> "access";
            default -> "policies";
        };
    }

    /// Its name in tests and style sheets: `Service-headless`, `web-service`, `sidecar`, `emptyDir`.
    public String id() {
        return switch (content) {
            case OfObjects(Pattern pattern) -> pattern.name();
            case OfPart(Part part) -> part.field();
        };
    }

    /// The name of its icon.
    public String icon() {
        return switch (content) {
            case OfObjects(Pattern pattern) -> pattern.kind();
            case OfPart(Part part) ->
                part.isVolume() ? part.source().map(kind -> kind.kind()).orElse("volume") : part.field();
        };
    }

    /// What it is called in the language of `messages`; a kind is called the same in all.
    public String title(Messages messages) {
        return messages.find("item." + id()).orElse(id());
    }

    /// What it is good for, in a sentence.
    public String hint(Messages messages) {
        return messages.get("hint." + id());
    }

    /// Whether it is meant by what was typed: part of its name or of what it is good for, in any language, or a short
    /// name as kubectl has it.
    public boolean matches(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || id().toLowerCase(Locale.ROOT).contains(wanted)
                || isCalled(wanted)
                || LANGUAGES.stream()
                        .map(language -> title(language) + "\n" + hint(language))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// How exactly it is meant by what was typed: 0 by its name or a short name, 1 by the beginning of its name,
    /// 2 by anything else.
    public int distance(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (isCalled(wanted) || id().toLowerCase(Locale.ROOT).equals(wanted)) {
            return 0;
        }
        boolean begins = LANGUAGES.stream()
                .anyMatch(language -> title(language).toLowerCase(Locale.ROOT).startsWith(wanted));
        return begins ? 1 : 2;
    }

    private boolean isCalled(String name) {
        return content instanceof OfObjects(Pattern pattern)
                && Pattern.OBJECTS.contains(pattern)
                && Kinds.named(name)
                        .filter(kind -> kind.kind().equals(pattern.kind()))
                        .isPresent();
    }
}
