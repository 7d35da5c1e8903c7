package drydock.model.cluster;

import java.util.OptionalLong;

/// How an object is to be deleted.
///
/// @param graceSeconds seconds that a Pod is given to stop; empty for the Pod's own
/// @param propagation what becomes of the objects it owns
/// @param uid the uid that the object must have; empty for whichever has the name
public record Deletion(OptionalLong graceSeconds, Propagation propagation, String uid) {

    /// What becomes of the objects that the deleted one owns.
    public enum Propagation {
        BACKGROUND,
        FOREGROUND,
        ORPHAN,
        /// What the server does with the kind where a request says nothing.
        UNSAID
    }

    /// The object's own grace period, and what it owns is deleted after it.
    public static final Deletion DEFAULT = new Deletion(OptionalLong.empty(), Propagation.BACKGROUND);

    /// Whichever object has the name.
    public Deletion(OptionalLong graceSeconds, Propagation propagation) {
        this(graceSeconds, propagation, "");
    }

    /// The same with so many seconds for a Pod to stop; 0 ends it at once.
    public Deletion withGraceSeconds(long seconds) {
        return new Deletion(OptionalLong.of(seconds), propagation, uid);
    }

    /// Only the object with this uid, so that not another goes that was made under its name meanwhile.
    public Deletion ifUid(String wanted) {
        return new Deletion(graceSeconds, propagation, wanted);
    }
}
