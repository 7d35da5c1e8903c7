package drydock.sim.store;

import drydock.model.cluster.Deletion;

/// How an object is deleted.
///
/// @param uid the uid that it must have; empty for any
/// @param version the version that it must have; empty for any
/// @param dryRun whether all is checked and nothing is deleted
public record DeleteOptions(Deletion deletion, String uid, String version, boolean dryRun) {

    public static final DeleteOptions STANDARD = new DeleteOptions(Deletion.DEFAULT, "", "", false);

    public static DeleteOptions of(Deletion deletion) {
        return new DeleteOptions(deletion, deletion.uid(), "", false);
    }

    /// Only if the object still has this uid, so that not another of the same name goes.
    public DeleteOptions ifUid(String wanted) {
        return new DeleteOptions(deletion, wanted, version, dryRun);
    }

    /// Only if the object still has this version.
    public DeleteOptions ifVersion(String wanted) {
        return new DeleteOptions(deletion, uid, wanted, dryRun);
    }
}
