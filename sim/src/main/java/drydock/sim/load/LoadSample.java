package drydock.sim.load;

import drydock.model.resource.ResourceId;
import java.time.Instant;
import java.util.Map;

/// How busy everything was at a moment: what makes Pods, autoscalers (as what they scale), and Services.
public record LoadSample(Instant at, Map<ResourceId, Load> loads) {

    public LoadSample {
        loads = Map.copyOf(loads);
    }
}
