package drydock.sim.container;

/// The files that a container begins with, which are made when somebody wants to see them: most containers' never are.
public interface RootFiles {

    /// The image's files with the volumes mounted.
    Files make();

    /// Whether a volume may show something in `folder`.
    boolean mountsAt(String folder);

    /// Whether only volumes can be written.
    boolean sealed();

    /// Files that are made already, with whatever is mounted in them.
    static RootFiles made(Files files) {
        return new RootFiles() {
            @Override
            public Files make() {
                return files;
            }

            @Override
            public boolean mountsAt(String folder) {
                return true;
            }

            @Override
            public boolean sealed() {
                return files.isReadOnly("/");
            }
        };
    }
}
