package drydock.render.figure;

/// How bad the worst finding about an object is.
public enum Concern {
    ERROR,
    WARNING,
    ADVICE
}
