package drydock.render.figure;

import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import java.util.List;
import java.util.Optional;

/// Room for a node's frame, which is larger than the card that was placed by hand in its stead.
final class FrameRoom {

    /// So often a frame gives way at most; then it stands where it is.
    private static final int MOST_STEPS = 200;

    private FrameRoom() {}

    /// The place nearest to `wanted`, to the right or below, where a frame covers nothing that is taken.
    static Rect beside(Rect wanted, List<Rect> taken, double gap) {
        Rect frame = wanted;
        for (int step = 0; step < MOST_STEPS; step++) {
            Rect now = frame;
            Optional<Rect> covered = taken.stream().filter(now::intersects).findFirst();
            if (covered.isEmpty()) {
                return now;
            }
            double right = Grid.up(covered.get().right() + gap);
            double below = Grid.up(covered.get().bottom() + gap);
            frame = right - now.x() < below - now.y()
                    ? new Rect(right, now.y(), now.width(), now.height())
                    : new Rect(now.x(), below, now.width(), now.height());
        }
        return wanted;
    }
}
