package drydock.render.figure;

import drydock.model.resource.EphemeralContainers;
import drydock.model.resource.ResourceId;
import drydock.render.figure.PodShape.Role;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Align;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Region;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figure of a Pod: a card with its name and address on top, its containers standing on the pause
/// container, its volumes at the foot, its ports and its state below.
final class PodCard {

    private static final ContainerRun PLANNED = new ContainerRun.Planned();

    private final Words words;
    private final Pod pod;
    private final PodSpec spec;
    private final PodShape shape;
    private final MarkList marks = new MarkList();

    private final TextMeasure measure;
    private final PodNews news;

    private PodCard(ResourceId id, Pod pod, PodNews news, Words words, TextMeasure measure) {
        this.pod = pod;
        this.news = news;
        this.words = words;
        this.measure = measure;
        this.spec = pod.getSpec() == null ? new PodSpec() : pod.getSpec();
        this.shape = PodShape.of(id.name(), spec, measure);
    }

    /// A Pod that is only written down, at the origin.
    static Figure planned(ResourceId id, Pod pod, Optional<Concern> concern, Words words, TextMeasure measure) {
        return new PodCard(id, pod, PodNews.NONE, words, measure).planned(id, concern);
    }

    /// A Pod of a cluster in `state`, at the origin.
    ///
    /// @param news what events tell of it
    static Figure observed(
            ResourceId id,
            Pod pod,
            PodState state,
            PodNews news,
            Instant now,
            Optional<Concern> concern,
            Words words,
            TextMeasure measure) {
        return new PodCard(id, pod, news, words, measure).observed(id, state, now, concern);
    }

    private Figure planned(ResourceId id, Optional<Concern> concern) {
        card(Ink.BORDER, Stroke.THIN);
        marks.glyph("Pod", new Rect(13, 11, 18, 18), Ink.ACCENT);
        header(id.name(), image(), false, concern);
        body(Optional.empty());
        marks.text(ports(), PodShape.PADDING, shape.height() - 10, shape.width() - 24, TextStyle.SMALL, Ink.TEXT_MUTED);
        Cell cell = new Cell(Ink.SURFACE, Ink.BORDER, Dash.SOLID, id.name());
        return figure(id, "Pod " + id.name(), cell, concern);
    }

    private Figure observed(ResourceId id, PodState state, Instant now, Optional<Concern> concern) {
        PodLook look = PodLook.of(state, words).saying(pulled(state));
        boolean leaving = state instanceof PodState.Terminating;
        card(look.ink(), look.border());
        look.badge().draw(marks, new Point(22, 20), look.share());
        header(id.name(), address(state), leaving, concern);
        body(Optional.of(now));
        footer(look, state);
        String description = "Pod " + id.name() + ": " + fullWord(state, look);
        return figure(id, description, look.cell(id.name()), concern).faded(look.opacity());
    }

    private Figure figure(ResourceId id, String description, Cell cell, Optional<Concern> concern) {
        ConcernMark.draw(marks, concern, new Point(shape.width() - 16, 16));
        List<Region> regions = Stream.concat(shape.chips().stream(), shape.volumes().stream())
                .map(s -> new Region(s.path(), s.rect(), s.name()))
                .toList();
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, shape.width(), shape.height()),
                        Figure.Layer.CARD,
                        marks.marks(),
                        description,
                        Optional.empty())
                .seenAs(cell)
                .divided(regions);
    }

    private void card(Ink border, Stroke stroke) {
        marks.box(new Rect(0, 0, shape.width(), shape.height()), 8, Ink.SURFACE, border, stroke);
    }

    private void header(String name, String below, boolean struck, Optional<Concern> concern) {
        double room = shape.width() - 40 - (concern.isPresent() ? 30 : 12);
        Ink ink = struck ? Ink.TEXT_MUTED : Ink.TEXT;
        marks.label(name, new Point(40, 20), room, TextStyle.BODY_STRONG, Align.LEFT, ink, struck);
        marks.text(below, 40, 36, shape.width() - 52, TextStyle.SMALL, Ink.TEXT_MUTED);
    }

    /// @param now the cluster's time; empty for a Pod that is only written down
    private void body(Optional<Instant> now) {
        Map<String, ContainerStatus> statuses = statuses();
        Map<String, Container> containers = new HashMap<>();
        Stream.of(spec.getInitContainers(), spec.getContainers(), EphemeralContainers.of(spec))
                .flatMap(List::stream)
                .forEach(c -> containers.put(Objects.requireNonNullElse(c.getName(), ""), c));
        PodShape.Slot before = null;
        for (PodShape.Slot slot : shape.chips()) {
            Optional<ContainerStatus> status = Optional.ofNullable(statuses.get(slot.name()));
            ContainerRun run = now.map(at -> status.map(s -> ContainerRun.of(s, at))
                            .orElseGet(() -> new ContainerRun.Waiting("", Optional.empty())))
                    .orElse(PLANNED);
            ChipNotes notes = now.flatMap(at -> Optional.ofNullable(containers.get(slot.name()))
                            .map(c -> ChipNotes.of(c, status, news, at, words, measure)))
                    .orElse(ChipNotes.NONE);
            boolean ephemeral = slot.role() == Role.EPHEMERAL;
            ContainerChip.draw(marks, slot, run, ephemeral ? notes.ephemeral(words, measure) : notes);
            if (before != null
                    && before.role() == Role.INIT
                    && slot.rect().x() > before.rect().x()) {
                double y = before.rect().center().y();
                marks.arrow(
                        Ink.TEXT_MUTED, before.rect().right() + 3, slot.rect().x() - 3, y);
            }
            before = slot;
        }
        pause(now.isEmpty() || hasSandbox());
        shape.volumes().forEach(this::volume);
    }

    /// The base that all stand on: full once the pause container runs and holds the Pod's address.
    private void pause(boolean there) {
        marks.box(
                shape.pause(),
                3,
                there ? Ink.BORDER : Ink.NONE,
                there ? Ink.NONE : Ink.TEXT_MUTED,
                there ? Stroke.NONE : new Stroke(1, Dash.DASHED));
        marks.textAround(
                "pause",
                shape.pause().center().x(),
                shape.pause().bottom() - 3,
                shape.pause().width(),
                TextStyle.TINY,
                Ink.TEXT_MUTED);
    }

    private boolean hasSandbox() {
        return pod.getStatus() != null
                && pod.getStatus().getPodIP() != null
                && !pod.getStatus().getPodIP().isEmpty();
    }

    /// A tab that hangs from the pause line.
    private void volume(PodShape.Slot slot) {
        Rect r = slot.rect();
        marks.polygon(
                Ink.ACCENT_SOFT, r.x(), r.y(), r.right(), r.y(), r.right() - 5, r.bottom(), r.x() + 5, r.bottom());
        marks.textAround(slot.name(), r.center().x(), r.bottom() - 4.5, r.width() - 14, TextStyle.TINY, Ink.ACCENT);
    }

    private void footer(PodLook look, PodState state) {
        double baseline = shape.height() - 10;
        double right = shape.width() - PodShape.PADDING;
        boolean alone = state instanceof PodState.Unscheduled || look.word().length() > 18;
        double room = shape.width() - 2 * PodShape.PADDING;
        if (!alone) {
            double left = restarts(baseline);
            marks.text(ports(), left, baseline, room * 0.4 + PodShape.PADDING - left, TextStyle.SMALL, Ink.TEXT_MUTED);
        }
        marks.textTo(look.word(), right, baseline, alone ? room : room * 0.6, TextStyle.SMALL_STRONG, look.ink());
    }

    /// How often its containers were started again, where they were; returns where there is room beside it.
    private double restarts(double baseline) {
        int count = statuses().values().stream()
                .mapToInt(s -> s.getRestartCount() == null ? 0 : s.getRestartCount())
                .sum();
        if (count == 0) {
            return PodShape.PADDING;
        }
        double x = PodShape.PADDING + 5;
        double y = baseline - 4;
        Stroke thin = new Stroke(1.5, Dash.SOLID);
        marks.arc(new Point(x, y), 4, 0.78, false, Ink.PENDING, thin);
        marks.line(Ink.PENDING, thin, x - 6, y - 2, x - 4, y + 0.5, x - 1.5, y - 1.5);
        String text = String.valueOf(count);
        double width = measure.width(text, TextStyle.SMALL_STRONG) + 1;
        marks.text(text, x + 8, baseline, width, TextStyle.SMALL_STRONG, Ink.PENDING);
        return x + 8 + width + 8;
    }

    /// What is pulled while a Pod is made; empty where nothing is, or its state says more.
    private Optional<String> pulled(PodState state) {
        return state instanceof PodState.Creating && !news.pulls().isEmpty()
                ? Optional.of(words.get("pod.pulling", news.pulls().size()))
                : Optional.empty();
    }

    /// Below the name: why it has no node, why it failed or must go, else its address.
    private String address(PodState state) {
        if (state instanceof PodState.Unscheduled(var reason)) {
            int colon = reason.indexOf(": ");
            return colon < 0 ? "" : reason.substring(0, colon + 1);
        }
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        if (state instanceof PodState.Failed && status.getMessage() != null) {
            return status.getMessage();
        }
        return Replacements.disruption(pod, words).orElse(Objects.requireNonNullElse(status.getPodIP(), ""));
    }

    private String image() {
        List<Container> containers = spec.getContainers();
        if (containers.isEmpty() || containers.getFirst().getImage() == null) {
            return "";
        }
        String image = containers.getFirst().getImage();
        return containers.size() == 1 ? image : words.get("pod.more", image, containers.size() - 1);
    }

    private String ports() {
        return spec.getContainers().stream()
                .flatMap(c -> c.getPorts().stream())
                .filter(p -> p.getContainerPort() != null)
                .map(PodCard::port)
                .distinct()
                .collect(Collectors.joining("  "));
    }

    private static String port(ContainerPort port) {
        String own = port.getProtocol() == null || port.getProtocol().equals("TCP")
                ? ":" + port.getContainerPort()
                : ":" + port.getContainerPort() + "/" + port.getProtocol();
        return port.getHostPort() == null ? own : port.getHostPort() + "→" + port.getContainerPort();
    }

    private Map<String, ContainerStatus> statuses() {
        Map<String, ContainerStatus> statuses = new HashMap<>();
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        Stream.of(
                        status.getInitContainerStatuses(),
                        status.getContainerStatuses(),
                        status.getEphemeralContainerStatuses())
                .flatMap(List::stream)
                .forEach(s -> statuses.put(Objects.requireNonNullElse(s.getName(), ""), s));
        return statuses;
    }

    private static String fullWord(PodState state, PodLook look) {
        return state instanceof PodState.Unscheduled(var reason) && !reason.isEmpty() ? reason : look.word();
    }
}
