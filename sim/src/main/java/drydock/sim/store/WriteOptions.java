package drydock.sim.store;

/// How something is written.
///
/// @param fieldManager who is remembered as having set the fields; empty for the component that asks
/// @param dryRun whether all is checked and nothing is kept
/// @param force whether an apply takes fields over from other managers
public record WriteOptions(String fieldManager, boolean dryRun, boolean force) {

    public static final WriteOptions STANDARD = new WriteOptions("", false, false);
    public static final WriteOptions DRY_RUN = new WriteOptions("", true, false);

    public static WriteOptions as(String fieldManager) {
        return new WriteOptions(fieldManager, false, false);
    }

    public WriteOptions forced() {
        return new WriteOptions(fieldManager, dryRun, true);
    }
}
