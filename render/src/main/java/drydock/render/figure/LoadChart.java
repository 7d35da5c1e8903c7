package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Small charts of how busy something is: requests a second with those that fail, the CPU that is used against what an
/// autoscaler aims at or else what was asked for, and the Pods. Each says its newest value in a number, too.
public final class LoadChart {

    private static final double STRIP = 46;
    private static final double HEAD = 16;
    private static final double PADDING = 8;
    private static final double CLEAR = 2;

    /// What a chart shows.
    private enum Kind {
        CPU,
        MEMORY,
        PODS,
        REQUESTS
    }

    private final LoadSeries series;
    private final Words words;
    private final MarkList marks = new MarkList();

    private LoadChart(LoadSeries series, Words words) {
        this.series = series;
        this.words = words;
    }

    /// How busy what is drawn has been, where that tells something and there is room beside the card; what an owner
    /// tells its own do not tell again.
    static List<Figure> all(Contents contents, Picture picture, Places places, Words words) {
        if (picture.loads().series().isEmpty()) {
            return List.of();
        }
        FreeSpace space = new FreeSpace(0);
        places.rects().values().forEach(space::take);
        places.frames().values().forEach(space::take);
        List<Figure> charts = new ArrayList<>();
        contents.cards().keySet().forEach(id -> {
            LoadSeries series = picture.loads().series().get(id);
            Rect card = places.rects().get(id);
            if (series != null
                    && card != null
                    && series.tells()
                    && !contents.owners().containsKey(id)) {
                beside(id, card, series, space, words).ifPresent(chart -> {
                    space.take(chart.bounds());
                    charts.add(chart);
                });
            }
        });
        return charts;
    }

    /// The charts of `id` as a strip that hangs below its card, or stands above it; empty where neither is free.
    private static Optional<Figure> beside(ResourceId id, Rect card, LoadSeries series, FreeSpace space, Words words) {
        return Stream.of(card.bottom() + CLEAR, card.y() - STRIP - CLEAR)
                .map(y -> new Rect(card.x() + 6, y, card.width() - 12, STRIP))
                .filter(space::isFree)
                .findFirst()
                .map(place -> strip(id, place, series, words));
    }

    private static Figure strip(ResourceId id, Rect place, LoadSeries series, Words words) {
        LoadChart chart = new LoadChart(series, words);
        chart.marks.box(new Rect(0, 0, place.width(), STRIP), 6, Ink.SURFACE, Ink.BORDER, Stroke.THIN);
        List<Kind> kinds = chart.kinds(id);
        List<Kind> shown = kinds.subList(0, Math.min(2, kinds.size()));
        double width = (place.width() - PADDING * (shown.size() + 1)) / shown.size();
        for (int i = 0; i < shown.size(); i++) {
            chart.draw(shown.get(i), new Rect(PADDING + i * (width + PADDING), 4, width, STRIP - 8));
        }
        return chart.figure(id, place, shown);
    }

    /// All charts of `id`, one below the other, to be looked at by themselves.
    ///
    /// @param height of each
    public static Figure large(ResourceId id, LoadSeries series, double width, double height, Locale locale) {
        LoadChart chart = new LoadChart(series, new Words(locale));
        List<Kind> kinds = chart.kinds(id);
        for (int i = 0; i < kinds.size(); i++) {
            chart.draw(kinds.get(i), new Rect(1, i * height + 4, width - 4, height - 12));
        }
        return chart.figure(id, new Rect(0, 0, width, kinds.size() * height), kinds);
    }

    private Figure figure(ResourceId id, Rect place, List<Kind> kinds) {
        String said = String.join(", ", kinds.stream().map(this::said).toList());
        return new Figure(
                new FigureId.Part(id, "load"),
                place,
                Figure.Layer.PART,
                marks.marks(),
                id.kind() + " " + id.name() + ": " + said,
                Optional.of(new FigureId.Of(id)));
    }

    /// What there is to tell, the most telling first.
    private List<Kind> kinds(ResourceId id) {
        List<Kind> kinds = new ArrayList<>();
        boolean asked = series.points().stream().anyMatch(point -> point.requests() > 0);
        boolean isOne = id.kind().equals(Kinds.POD.kind()) || id.kind().equals(Kinds.NODE.kind());
        boolean makesPods = !id.kind().equals(Kinds.SERVICE.kind()) && !isOne;
        if ((makesPods || isOne)
                && (series.targetShare().isPresent() || series.last().cpu() > 0)) {
            kinds.add(Kind.CPU);
        }
        if (series.points().stream().anyMatch(point -> point.memory() > 0)) {
            kinds.add(Kind.MEMORY);
        }
        if (isOne) {
            return kinds;
        }
        if (makesPods) {
            kinds.add(Kind.PODS);
        }
        if (asked || !makesPods) {
            kinds.add(series.targetShare().isPresent() || !makesPods ? kinds.size() : 0, Kind.REQUESTS);
        }
        return kinds;
    }

    private void draw(Kind kind, Rect place) {
        Rect area = new Rect(place.x(), place.y() + HEAD, place.width(), place.height() - HEAD);
        marks.line(Ink.BORDER, Stroke.THIN, area.x(), area.bottom(), area.right(), area.bottom());
        marks.text(said(kind), place.x(), place.y() + 10, place.width(), TextStyle.SMALL_STRONG, ink(kind));
        switch (kind) {
            case CPU -> Curve.draw(marks, area, series, LoadPoint::cpu, aim(), 0.01, Ink.ACCENT, Ink.ACCENT_SOFT);
            case MEMORY ->
                Curve.draw(marks, area, series, LoadPoint::memory, askedMemory(), 1, Ink.SUCCEEDED, Ink.SUCCEEDED_SOFT);
            case PODS -> {
                Curve.draw(
                        marks, area, series, LoadPoint::pods, OptionalDouble.empty(), 1, Ink.PENDING, Ink.PENDING_SOFT);
                Curve.draw(
                        marks,
                        area,
                        series,
                        LoadPoint::ready,
                        OptionalDouble.empty(),
                        mostPods(),
                        Ink.READY,
                        Ink.READY_SOFT);
            }
            case REQUESTS -> {
                Curve.draw(
                        marks,
                        area,
                        series,
                        LoadPoint::requests,
                        OptionalDouble.empty(),
                        1,
                        Ink.ACCENT,
                        Ink.ACCENT_SOFT);
                if (series.points().stream().anyMatch(point -> point.errors() > 0)) {
                    Curve.draw(
                            marks,
                            area,
                            series,
                            LoadPoint::errors,
                            OptionalDouble.empty(),
                            mostRequests(),
                            Ink.FAILED,
                            Ink.FAILED_SOFT);
                }
            }
        }
    }

    /// The use that is aimed at: the autoscaler's share of what was asked for, or else all of it.
    private OptionalDouble aim() {
        double asked = series.last().requested();
        return asked == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(asked * series.targetShare().orElse(1));
    }

    private OptionalDouble askedMemory() {
        double asked = series.last().requestedMemory();
        return asked == 0 ? OptionalDouble.empty() : OptionalDouble.of(asked);
    }

    private double mostPods() {
        return series.points().stream().mapToInt(LoadPoint::pods).max().orElse(1);
    }

    private double mostRequests() {
        return Math.max(
                1,
                series.points().stream().mapToDouble(LoadPoint::requests).max().orElse(1));
    }

    private Ink ink(Kind kind) {
        LoadPoint last = series.last();
        return switch (kind) {
            case CPU -> aim().isPresent() && last.cpu() > aim().getAsDouble() ? Ink.PENDING : Ink.ACCENT;
            case MEMORY ->
                last.requestedMemory() > 0 && last.memory() > last.requestedMemory() ? Ink.PENDING : Ink.SUCCEEDED;
            case PODS -> last.ready() == last.pods() ? Ink.READY : Ink.PENDING;
            case REQUESTS -> last.errors() > 0 ? Ink.FAILED : Ink.ACCENT;
        };
    }

    private String said(Kind kind) {
        LoadPoint last = series.last();
        return switch (kind) {
            case CPU -> cpu(last);
            case MEMORY -> memory(last);
            case PODS -> words.get("load.pods", last.ready(), last.pods());
            case REQUESTS -> {
                String rate = words.get("flow.rate", FlowRelations.number(last.requests()));
                yield last.errors() > 0 ? rate + " · ✕ " + FlowRelations.number(last.errors()) : rate;
            }
        };
    }

    private String memory(LoadPoint last) {
        String used = NodeUse.bytes(last.memory());
        return last.requestedMemory() == 0
                ? words.get("load.memory", used)
                : words.get("load.memoryOf", used, NodeUse.bytes(last.requestedMemory()));
    }

    private String cpu(LoadPoint last) {
        if (last.requested() == 0) {
            return words.get("load.cpu", Math.round(last.cpu() * 1_000) + "m");
        }
        long share = Math.round(last.cpu() / last.requested() * 100);
        return series.targetShare().isPresent()
                ? words.get("load.cpuOf", share, Math.round(series.targetShare().getAsDouble() * 100))
                : words.get("load.cpuShare", share);
    }
}
