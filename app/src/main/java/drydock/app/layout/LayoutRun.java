package drydock.app.layout;

import drydock.app.task.FrameBatch;
import drydock.render.layout.LayoutWatch;

/// One layout on its way. It may be stopped from any thread.
public final class LayoutRun implements LayoutWatch {

    private static final double STEP = 0.01;

    private final int figures;
    private final FrameBatch<Double> told;
    private volatile boolean stopped;
    private double last;

    LayoutRun(int figures, FrameBatch<Double> told) {
        this.figures = figures;
        this.told = told;
    }

    /// How many figures are laid out.
    public int figures() {
        return figures;
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void done(double share) {
        if (share - last >= STEP) {
            last = share;
            told.add(share);
        }
    }

    void stop() {
        stopped = true;
    }
}
