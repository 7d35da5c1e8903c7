package drydock.render.figure;

import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Where the parts of a Pod stand on its card. It follows from the spec alone, so that a card keeps its
/// size while its Pod goes through its states.
///
/// @param chips the containers: init containers first, then sidecars, app containers and ephemeral ones
/// @param pause the base line that all chips stand on
/// @param volumes the tabs at its foot
record PodShape(double width, double height, List<Slot> chips, Rect pause, List<Slot> volumes) {

    static final double MIN_WIDTH = 208;
    static final double MAX_WIDTH = 320;
    static final double PADDING = 12;
    private static final double TOP = 48;
    private static final double CHIP = 24;
    private static final double INIT_CHIP = 20;
    private static final double TAB = 16;
    private static final double ROW_GAP = 8;
    private static final double GAP = 8;
    private static final double ARROW = 16;

    /// Room for the word that says what an ephemeral container is.
    private static final double EPHEMERAL_WORD = 60;

    private static final int COLUMNS = 4;
    private static final int MOST_IN_ONE_ROW = 3;

    enum Role {
        INIT,
        SIDECAR,
        APP,
        EPHEMERAL,
        VOLUME
    }

    /// One part: what it is called, the field it comes from, where it is.
    record Slot(Role role, String name, String path, Rect rect) {}

    /// The shape of a Pod called `name`; long names make it wider, up to [#MAX_WIDTH].
    static PodShape of(String name, PodSpec spec, TextMeasure measure) {
        List<Slot> inits = new ArrayList<>();
        List<Slot> apps = new ArrayList<>();
        for (int i = 0; i < spec.getInitContainers().size(); i++) {
            Container init = spec.getInitContainers().get(i);
            boolean sidecar = PodReading.isSidecar(init);
            (sidecar ? apps : inits)
                    .add(chip(sidecar ? Role.SIDECAR : Role.INIT, init.getName(), "initContainers", i, measure));
        }
        for (int i = 0; i < spec.getContainers().size(); i++) {
            apps.add(chip(Role.APP, spec.getContainers().get(i).getName(), "containers", i, measure));
        }
        for (int i = 0; i < spec.getEphemeralContainers().size(); i++) {
            String ephemeral = spec.getEphemeralContainers().get(i).getName();
            apps.add(chip(Role.EPHEMERAL, ephemeral, "ephemeralContainers", i, measure));
        }
        boolean oneRow = inits.size() + apps.size() <= MOST_IN_ONE_ROW;
        double initsWidth = widest(inits, ARROW);
        double chipsWidth = oneRow && !inits.isEmpty()
                ? initsWidth + ARROW + widest(apps, GAP)
                : Math.max(initsWidth, widest(apps, GAP));
        double title = 40 + measure.width(name, TextStyle.BODY_STRONG) + PADDING;
        double width = Grid.up(Math.clamp(Math.max(chipsWidth + 2 * PADDING, title), MIN_WIDTH, MAX_WIDTH));
        List<Slot> chips = new ArrayList<>();
        double left = PADDING;
        double y = TOP;
        if (oneRow && !inits.isEmpty()) {
            double inner = width - 2 * PADDING - ARROW;
            double room = Math.min(initsWidth, inner * initsWidth / (initsWidth + widest(apps, GAP)));
            rows(inits, chips, y + CHIP - INIT_CHIP, left, left + room, INIT_CHIP, ARROW);
            left += room + ARROW;
        } else {
            y = rows(inits, chips, y, left, width - PADDING, INIT_CHIP, ARROW);
        }
        y = rows(apps, chips, y, left, width - PADDING, CHIP, GAP);
        Rect pause = new Rect(PADDING, Math.max(y, TOP + CHIP + ROW_GAP) - ROW_GAP, width - 2 * PADDING, 12);
        List<Slot> volumes = new ArrayList<>();
        double bottom = tabs(volumes(spec, measure), volumes, pause);
        return new PodShape(width, Grid.up(bottom + 24), chips, pause, volumes);
    }

    /// The volumes that its author wrote: not the token that every Pod of a real cluster is given.
    private static List<Slot> volumes(PodSpec spec, TextMeasure measure) {
        List<Slot> result = new ArrayList<>();
        for (int i = 0; i < spec.getVolumes().size(); i++) {
            Volume volume = spec.getVolumes().get(i);
            if (volume.getName() == null || !volume.getName().startsWith("kube-api-access-")) {
                String name = Objects.requireNonNullElse(volume.getName(), "");
                double wanted = Math.clamp(measure.width(name, TextStyle.TINY) + 20, 40, 120);
                result.add(new Slot(Role.VOLUME, name, "spec.volumes[" + i + "]", new Rect(0, 0, wanted, TAB)));
            }
        }
        return result;
    }

    private static Slot chip(Role role, String name, String list, int index, TextMeasure measure) {
        String shown = Objects.requireNonNullElse(name, "");
        double word = role == Role.EPHEMERAL ? EPHEMERAL_WORD : 0;
        double wanted = Math.clamp(Math.ceil(measure.width(shown, TextStyle.SMALL)) + 27 + word, 48, 176);
        return new Slot(role, shown, "spec." + list + "[" + index + "]", new Rect(0, 0, wanted, CHIP));
    }

    /// The width that the widest row of `parts` would like to have.
    private static double widest(List<Slot> parts, double gap) {
        double widest = 0;
        for (int start = 0; start < parts.size(); start += COLUMNS) {
            widest = Math.max(widest, wanted(row(parts, start), gap));
        }
        return widest;
    }

    private static double wanted(List<Slot> row, double gap) {
        return row.stream().mapToDouble(s -> s.rect().width()).sum() + gap * (row.size() - 1);
    }

    private static List<Slot> row(List<Slot> parts, int start) {
        return parts.subList(start, Math.min(parts.size(), start + COLUMNS));
    }

    /// Puts parts in rows from `left` to `right`, each as wide as its share; answers where the next row
    /// begins.
    private static double rows(
            List<Slot> parts, List<Slot> into, double top, double left, double right, double height, double gap) {
        double y = top;
        for (int start = 0; start < parts.size(); start += COLUMNS) {
            List<Slot> row = row(parts, start);
            double gaps = gap * (row.size() - 1);
            double stretch = (right - left - gaps) / (wanted(row, gap) - gaps);
            double x = left;
            for (Slot part : row) {
                double width = part.rect().width() * stretch;
                into.add(placed(part, x, y, width, height));
                x += width + gap;
            }
            y += height + ROW_GAP;
        }
        return y;
    }

    /// Hangs tabs below the pause line, as many in a row as there is room; answers where they end.
    private static double tabs(List<Slot> parts, List<Slot> into, Rect pause) {
        double x = pause.x() + 6;
        double y = pause.bottom();
        for (Slot part : parts) {
            if (x > pause.x() + 6 && x + part.rect().width() > pause.right() - 6) {
                x = pause.x() + 6;
                y += TAB + 2;
            }
            into.add(placed(part, x, y, part.rect().width(), TAB));
            x += part.rect().width() + 4;
        }
        return parts.isEmpty() ? y : y + TAB;
    }

    private static Slot placed(Slot slot, double x, double y, double width, double height) {
        return new Slot(slot.role(), slot.name(), slot.path(), new Rect(x, y, width, height));
    }
}
