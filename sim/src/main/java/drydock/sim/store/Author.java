package drydock.sim.store;

/// Who writes, and how.
///
/// @param component the component whose doing it is, as `kubelet/node-1`
record Author(String component, WriteOptions options) {

    /// Who is remembered as having set the fields.
    String manager() {
        return options.fieldManager().isEmpty() ? component.replaceFirst("/.*", "") : options.fieldManager();
    }

    boolean dryRun() {
        return options.dryRun();
    }
}
