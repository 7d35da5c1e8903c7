package drydock.model.validation;

/// How much a finding matters.
public enum Severity {
    /// The API server refuses it, or it can never work.
    ERROR,
    /// It is accepted and will hardly do what is meant.
    WARNING,
    /// It works, and there is a better way, or something to know.
    ADVICE
}
