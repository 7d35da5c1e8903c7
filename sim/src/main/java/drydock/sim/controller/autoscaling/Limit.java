package drydock.sim.controller.autoscaling;

/// What is left of a wish after its bounds.
///
/// @param reason why, as the condition ScalingLimited says it
record Limit(int replicas, String reason, String message) {

    static Limit within(int replicas) {
        return new Limit(replicas, "DesiredWithinRange", "the desired count is within the acceptable range");
    }

    static Limit tooMany(int replicas) {
        return new Limit(
                replicas, "TooManyReplicas", "the desired replica count is more than the maximum replica count");
    }

    static Limit tooFew(int replicas) {
        return new Limit(
                replicas, "TooFewReplicas", "the desired replica count is less than the minimum replica count");
    }

    static Limit tooFastUp(int replicas) {
        return new Limit(
                replicas, "ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate");
    }

    static Limit tooFastDown(int replicas) {
        return new Limit(
                replicas,
                "ScaleDownLimit",
                "the desired replica count is decreasing faster than the maximum scale rate");
    }
}
