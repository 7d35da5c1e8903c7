package drydock.render.layout;

/// How far one layout is, told to who watches it.
final class Progress {

    private final LayoutWatch watch;
    private final int all;
    private int done;

    /// @param all how many things are to be placed
    Progress(int all, LayoutWatch watch) {
        this.all = Math.max(1, all);
        this.watch = watch;
    }

    LayoutWatch watch() {
        return watch;
    }

    /// So many things more have their place.
    ///
    /// @throws java.util.concurrent.CancellationException if the layout is not wanted any more
    void count(int more) {
        done += more;
        watch.done(Math.min(1, (double) done / all));
        watch.check();
    }
}
