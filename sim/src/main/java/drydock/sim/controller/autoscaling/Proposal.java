package drydock.sim.controller.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;

/// How many Pods one metric asks for.
///
/// @param metric how the metric is named in messages
/// @param status what it is now
record Proposal(int replicas, String metric, MetricStatus status) {}
