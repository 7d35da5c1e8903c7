package drydock.model.cluster;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A field that another manager has said otherwise.
///
/// @param manager who owns it, as `kubectl-edit`
/// @param field as the server writes it: `.spec.replicas`
public record FieldConflict(String manager, String field) {

    private static final String REASON = "FieldManagerConflict";
    private static final Pattern WHO = Pattern.compile("conflict with \"([^\"]*)\"");

    /// The conflicts that a server names in its refusal of a server-side apply
    /// (`apimachinery/pkg/api/errors/errors.go NewApplyConflict`); none if it was refused for something else.
    public static List<FieldConflict> of(ClusterException refusal) {
        return Optional.ofNullable(refusal.status().getDetails()).stream()
                .flatMap(details -> details.getCauses().stream())
                .filter(cause -> REASON.equals(cause.getReason()))
                .map(cause -> new FieldConflict(who(cause.getMessage()), cause.getField()))
                .toList();
    }

    private static String who(String message) {
        Matcher matcher = WHO.matcher(message);
        return matcher.find() ? matcher.group(1) : message;
    }
}
