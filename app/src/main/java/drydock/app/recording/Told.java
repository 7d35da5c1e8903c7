package drydock.app.recording;

import drydock.model.cluster.ClusterEvent;
import java.time.Instant;

/// What a watch told.
///
/// @param at when it was told
public record Told(Instant at, ClusterEvent event) {}
