package drydock.render.traffic;

import java.util.List;

/// Who sends, and what goes from where to where.
public record Flows(List<Sender> senders, List<Flow> flows) {

    public static final Flows NONE = new Flows(List.of(), List.of());

    public Flows {
        senders = List.copyOf(senders);
        flows = List.copyOf(flows);
    }
}
