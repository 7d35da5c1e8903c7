package drydock.model.search;

import java.util.Locale;

/// Where a value stands in objects; one for all values that stand there.
///
/// @param path as a user reads it: `spec.containers[0].image`
/// @param lower the same in lower case
/// @param bare the same without positions: `spec.containers.image`
/// @param key its last key, in lower case; of an item of a list the list's
record Place(String path, String lower, String bare, String key, Role role) {

    /// What values that stand there are about.
    enum Role {
        LABEL,
        TEMPLATE_LABEL,
        SELECTOR,
        IMAGE,
        OTHER
    }

    static Place of(String path, String key) {
        String lower = path.toLowerCase(Locale.ROOT);
        return new Place(path, lower, lower.replaceAll("\\[\\d+]", ""), key.toLowerCase(Locale.ROOT), role(lower));
    }

    private static Role role(String path) {
        if (path.startsWith("metadata.labels")) {
            return Role.LABEL;
        }
        if (path.contains("metadata.labels")) {
            return Role.TEMPLATE_LABEL;
        }
        if (path.contains("selector") || path.contains("matchlabels")) {
            return Role.SELECTOR;
        }
        return path.endsWith(".image") ? Role.IMAGE : Role.OTHER;
    }

    boolean isLabelled(String wanted) {
        return switch (role) {
            case LABEL, TEMPLATE_LABEL, SELECTOR -> key.equals(wanted) || key.endsWith("/" + wanted);
            case IMAGE, OTHER -> false;
        };
    }

    /// Whether the place is at the end `wanted` of a path; with `within`, also if it is somewhere inside it.
    boolean isAt(String wanted, boolean within) {
        return endsWith(lower, wanted)
                || endsWith(bare, wanted)
                || (within && ("." + bare).contains("." + wanted + "."));
    }

    private static boolean endsWith(String path, String end) {
        return path.endsWith(end)
                && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '.');
    }
}
