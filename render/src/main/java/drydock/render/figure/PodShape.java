package drydock.render.figure;

import drydock.render.geometry.Rect;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Where the parts of a Pod stand on its card. It follows from the spec alone, so that a card keeps its
/// size while its Pod goes through its states.
///
/// @param chips the containers: init containers first, then sidecars, then app containers
/// @param pause the base line that all chips stand on
/// @param volumes the tabs at its foot
record PodShape(double width, double height, List<Slot> chips, Rect pause, List<Slot> volumes) {

    static final double MIN_WIDTH = 208;
    static final double PADDING = 12;
    private static final double TOP = 48;
    private static final double CHIP = 24;
    private static final double INIT_CHIP = 20;
    private static final double ROW = 32;
    private static final double GAP = 8;
    private static final double ARROW = 16;
    private static final int COLUMNS = 4;

    enum Role {
        INIT,
        SIDECAR,
        APP,
        VOLUME
    }

    /// One part: what it is called, the field it comes from, where it is.
    record Slot(Role role, String name, String path, Rect rect) {}

    static PodShape of(PodSpec spec) {
        List<Slot> inits = new ArrayList<>();
        List<Slot> apps = new ArrayList<>();
        for (int i = 0; i < spec.getInitContainers().size(); i++) {
            Container init = spec.getInitContainers().get(i);
            boolean sidecar = PodReading.isSidecar(init);
            (sidecar ? apps : inits).add(part(sidecar ? Role.SIDECAR : Role.INIT, init.getName(), "initContainers", i));
        }
        for (int i = 0; i < spec.getContainers().size(); i++) {
            apps.add(part(Role.APP, spec.getContainers().get(i).getName(), "containers", i));
        }
        boolean oneRow = inits.size() + apps.size() <= COLUMNS - 1;
        double width = width(inits.size(), apps.size(), oneRow);
        double y = TOP;
        List<Slot> chips = new ArrayList<>();
        double left = PADDING;
        if (oneRow && !inits.isEmpty()) {
            for (Slot init : inits) {
                chips.add(placed(init, left, y + CHIP - INIT_CHIP, 56, INIT_CHIP));
                left += 56 + ARROW;
            }
        } else {
            y = rows(inits, chips, y, PADDING, width - PADDING, INIT_CHIP, ARROW);
        }
        y = rows(apps, chips, y, left, width - PADDING, CHIP, GAP);
        Rect pause = new Rect(PADDING, Math.max(y, TOP + ROW) - GAP, width - 2 * PADDING, 12);
        List<Slot> volumes = new ArrayList<>();
        y = rows(volumes(spec), volumes, pause.bottom(), PADDING + 4, width - PADDING - 4, 16, 4);
        return new PodShape(width, Math.ceil((y + 24) / 8) * 8, chips, pause, volumes);
    }

    /// The volumes that its author wrote: not the token that every Pod of a real cluster is given.
    private static List<Slot> volumes(PodSpec spec) {
        List<Slot> result = new ArrayList<>();
        for (int i = 0; i < spec.getVolumes().size(); i++) {
            Volume volume = spec.getVolumes().get(i);
            if (volume.getName() == null || !volume.getName().startsWith("kube-api-access-")) {
                result.add(part(Role.VOLUME, volume.getName(), "volumes", i));
            }
        }
        return result;
    }

    private static double width(int inits, int apps, boolean oneRow) {
        double wanted = oneRow
                ? inits * (56 + ARROW) + apps * (64 + GAP) - GAP
                : Math.max(Math.min(inits, COLUMNS) * (64 + ARROW) - ARROW, Math.min(apps, COLUMNS) * (72 + GAP) - GAP);
        return Math.max(MIN_WIDTH, Math.ceil((wanted + 2 * PADDING) / 8) * 8);
    }

    /// Puts parts in rows of equal width each; answers where the next row begins.
    private static double rows(
            List<Slot> parts, List<Slot> into, double top, double left, double right, double height, double gap) {
        double y = top;
        for (int start = 0; start < parts.size(); start += COLUMNS) {
            List<Slot> row = parts.subList(start, Math.min(parts.size(), start + COLUMNS));
            int columns = parts.size() > COLUMNS ? COLUMNS : row.size();
            double each = (right - left - gap * (columns - 1)) / columns;
            for (int i = 0; i < row.size(); i++) {
                into.add(placed(row.get(i), left + i * (each + gap), y, each, height));
            }
            y += height + GAP;
        }
        return parts.isEmpty() ? top : height == 16 ? y - GAP : y;
    }

    private static Slot part(Role role, String name, String list, int index) {
        return new Slot(
                role, Objects.requireNonNullElse(name, ""), "spec." + list + "[" + index + "]", new Rect(0, 0, 0, 0));
    }

    private static Slot placed(Slot slot, double x, double y, double width, double height) {
        return new Slot(slot.role(), slot.name(), slot.path(), new Rect(x, y, width, height));
    }
}
