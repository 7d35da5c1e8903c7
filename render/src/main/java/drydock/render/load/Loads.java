package drydock.render.load;

import drydock.model.resource.ResourceId;
import java.util.Map;

/// How busy everything has been that has something to tell: workloads, autoscalers and Services.
public record Loads(Map<ResourceId, LoadSeries> series) {

    public static final Loads NONE = new Loads(Map.of());

    public Loads {
        series = Map.copyOf(series);
    }
}
